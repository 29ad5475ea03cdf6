using GymSharp.Learning.Options;
using GymSharp.Registration;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Training;

/// <summary>
/// A wrapper in writing, by the names of <see cref="WrapperFactory"/>: <c>GrayscaleObservation</c>, or
/// <c>ResizeObservation:shape=[48,48]</c> with its arguments, which commas part.
/// </summary>
public sealed class WrapperText
{
    private static readonly string[] ForTraining = ["ClipReward", "IdleLimit", "NormalizeReward"];
    private readonly KeyValuePair<string, object?>[] arguments;

    private WrapperText(string name, KeyValuePair<string, object?>[] arguments)
    {
        Name = name;
        this.arguments = arguments;
    }

    /// <summary>Name of the wrapper.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether it goes around the environments of the training alone, since with it an evaluation would not tell the
    /// returns of the task: <c>ClipReward</c>, <c>IdleLimit</c>, <c>NormalizeReward</c>.
    /// </summary>
    public bool IsForTraining => ForTraining.Contains(Name);

    /// <summary>Reads a wrapper.</summary>
    /// <exception cref="ArgumentException">There is no wrapper of that name, or an argument has no value.</exception>
    public static WrapperText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = (colon < 0 ? text : text[..colon]).Trim();
        if (!WrapperFactory.Names.Contains(name))
        {
            throw new ArgumentException(
                $"There is no wrapper '{name}'.{Suggestions.DidYouMean(name, WrapperFactory.Names)} There are: "
                + $"{string.Join(", ", WrapperFactory.Names)}.",
                nameof(text));
        }

        return new WrapperText(name, colon < 0 ? [] : [.. Parts(text[(colon + 1)..]).Select(part => Pair(text, part))]);
    }

    /// <summary>Puts the wrapper around an environment.</summary>
    /// <exception cref="ArgumentException">It does not fit the environment, or an argument is missing, unknown or
    /// wrong.</exception>
    public Env Apply(Env env)
    {
        EnvArguments given = [];
        foreach ((string name, object? value) in arguments)
        {
            given[name] = value;
        }

        return WrapperFactory.Apply(env, Name, given);
    }

    private static KeyValuePair<string, object?> Pair(string text, string part)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(part[..equals].Trim(), JsonValues.FromText(part[(equals + 1)..]))
            : throw new ArgumentException(
                $"The wrapper '{text}' has '{part}' where name=value was expected. Write it as in "
                + "ResizeObservation:shape=[48,48] or RepeatAction:num_repeats=4.",
                nameof(text));
    }

    // Commas within brackets belong to a list.
    private static IEnumerable<string> Parts(string text)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
