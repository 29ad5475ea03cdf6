using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Learning.Options;

namespace GymSharp.Cli.Commands;

/// <summary>Options of the form <c>--set name=value</c>, repeatable; a value is JSON, or else text as it is.</summary>
internal static class Settings
{
    public static Option<string[]> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "name=value",
        DefaultValueFactory = _ => [],
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Takes <c>name=value</c> pairs apart.</summary>
    /// <exception cref="UsageException">One has no <c>=</c>, or no name.</exception>
    public static Dictionary<string, object?> Parse(string option, IEnumerable<string>? pairs)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (string pair in pairs ?? [])
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new UsageException(
                    $"{option} {pair}: expected name=value, for example {option} is_slippery=false.");
            }

            try
            {
                values[pair[..equals]] = JsonValues.FromText(pair[(equals + 1)..]);
            }
            catch (FormatException error)
            {
                throw new UsageException($"{option} {pair}: {error.Message}");
            }
        }

        return values;
    }
}
