using System.Reflection;
using System.Text.Json.Nodes;
using GymSharp.Learning.Options;

namespace GymSharp.Learning.Training;

/// <summary>
/// Options that suit an algorithm on an environment; shipped as data in <c>Tuned/ALGORITHM.json</c>, and for all
/// algorithms in <c>Tuned/all.json</c>.
/// </summary>
public static class TunedDefaults
{
    private const string All = "all";
    private const string Older = "-v4";
    private const string Newer = "-v5";

    /// <summary>
    /// The tuned options, by name; empty where there are none. Seven are no options of the algorithm: <c>steps</c> is
    /// the length of the run, <c>eval_episodes</c> the number of episodes of the evaluation at its end,
    /// <c>eval_every</c> the steps between two evaluations while training, <c>stop_at</c> the mean return that ends it
    /// early, <c>wrappers</c> what goes around the environment, <c>environment</c> its keyword arguments and
    /// <c>training</c> those that hold for the training alone, each as <c>name=value</c>. A task of version 4 that has
    /// none has those of its version 5, but for the last two.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> For(string algorithm, string environment)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        Read(All, environment, values);
        Read(algorithm, environment, values);
        if (values.Count == 0 && environment.EndsWith(Older, StringComparison.Ordinal))
        {
            // The same task but for details; what only the newer one takes is left out.
            Read(algorithm, environment[..^Older.Length] + Newer, values);
            values.Remove("environment");
            values.Remove("training");
        }

        return values;
    }

    private static void Read(string name, string environment, Dictionary<string, object?> values)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Tuned/{name}.json");
        if (stream is null)
        {
            return;
        }

        if (JsonNode.Parse(stream)?[environment] is JsonObject options)
        {
            foreach ((string option, object? value) in JsonValues.ToDictionary(options))
            {
                values[option] = value;
            }
        }
    }
}
