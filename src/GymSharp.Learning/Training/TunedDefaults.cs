using System.Reflection;
using System.Text.Json;

namespace GymSharp.Learning.Training;

/// <summary>
/// Options that suit an algorithm on an environment; shipped as data in <c>Tuned/ALGORITHM.json</c>, and for all
/// algorithms in <c>Tuned/all.json</c>.
/// </summary>
public static class TunedDefaults
{
    private const string All = "all";

    /// <summary>
    /// The tuned options, by name; empty where there are none. <c>steps</c> is the length of the run,
    /// <c>eval_episodes</c> the number of episodes of the evaluation at its end.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> For(string algorithm, string environment)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        Read(All, environment, values);
        Read(algorithm, environment, values);
        return values;
    }

    private static void Read(string name, string environment, Dictionary<string, object?> values)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Tuned/{name}.json");
        if (stream is null)
        {
            return;
        }

        using JsonDocument document = JsonDocument.Parse(stream);
        if (document.RootElement.TryGetProperty(environment, out JsonElement options))
        {
            foreach (JsonProperty option in options.EnumerateObject())
            {
                values[option.Name] = option.Value.ValueKind switch
                {
                    JsonValueKind.Number when option.Value.TryGetInt64(out long whole) => whole,
                    JsonValueKind.Number => option.Value.GetDouble(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => option.Value.GetString(),
                };
            }
        }
    }
}
