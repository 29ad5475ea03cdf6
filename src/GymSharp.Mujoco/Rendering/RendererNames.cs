namespace GymSharp.Mujoco.Rendering;

/// <summary>The names of renderers in arguments and in the environment variable.</summary>
internal static class RendererNames
{
    private static readonly (string Name, RendererKind Kind)[] Known =
    [
        ("auto", RendererKind.Auto), ("egl", RendererKind.Egl), ("osmesa", RendererKind.OsMesa),
        ("canvas", RendererKind.Canvas),
    ];

    /// <summary>The name of a renderer.</summary>
    public static string Of(RendererKind kind) => Array.Find(Known, pair => pair.Kind == kind).Name;

    /// <summary>The renderer of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">Where it was given, for the message.</param>
    /// <exception cref="ArgumentException">There is no such renderer.</exception>
    public static RendererKind Parse(string name, string source)
    {
        foreach ((string known, RendererKind kind) in Known)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        string[] names = Array.ConvertAll(Known, pair => pair.Name);
        throw new ArgumentException(
            $"{source} is '{name}'; it must be one of {string.Join(", ", names)}."
            + Suggestions.DidYouMean(name, names),
            nameof(name));
    }
}
