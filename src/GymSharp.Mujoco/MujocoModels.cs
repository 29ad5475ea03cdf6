using System.Xml.Linq;

namespace GymSharp.Mujoco;

/// <summary>
/// The models that ship with this library: MJCF documents of our own, written from the tasks' published parameters.
/// </summary>
/// <remarks>
/// The documents include parts of each other, as MJCF allows, and so also compile from their folder. From here they
/// come whole.
/// </remarks>
public static class MujocoModels
{
    private const string Prefix = "GymSharp.Mujoco.Models.";
    private const string Extension = ".xml";

    /// <summary>The names of all models, for example <c>ant</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Documents().Where(static name => Open(name).Root!.Name == "mujoco").Order(StringComparer.Ordinal)];

    /// <summary>Compiles a model.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="MujocoException">There is no such model.</exception>
    public static MujocoModel Load(string name) => MujocoModel.FromXml(Xml(name), name);

    /// <summary>The MJCF of a model, complete in itself.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="MujocoException">There is no such model.</exception>
    public static string Xml(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Names.Contains(name))
        {
            string known = string.Join(", ", Names);
            string guess = Suggestions.DidYouMean(name, Names);
            throw new MujocoException($"There is no model '{name}'.{guess} There are {known}.");
        }

        return Whole(name).ToString();
    }

    // An <include> stands for the children of the named document's root.
    private static XElement Whole(string name)
    {
        XElement root = Open(name).Root!;
        foreach (XElement include in root.Descendants("include").ToArray())
        {
            string file = include.Attribute("file")!.Value;
            include.ReplaceWith(Whole(Path.GetFileNameWithoutExtension(file)).Elements());
        }

        return root;
    }

    private static XDocument Open(string name)
    {
        using Stream stream = typeof(MujocoModels).Assembly.GetManifestResourceStream(Prefix + name + Extension)!;
        return XDocument.Load(stream);
    }

    private static IEnumerable<string> Documents() =>
        from resource in typeof(MujocoModels).Assembly.GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        select resource[Prefix.Length..^Extension.Length];
}
