using System.Reflection;
using System.Text.Json;

namespace GymSharp.Learning.Training;

/// <summary>Options that suit an algorithm on an environment; shipped as data in <c>Tuned/ALGORITHM.json</c>.</summary>
public static class TunedDefaults
{
    /// <summary>
    /// The tuned options, by name; empty where there are none. <c>steps</c> is the length of the run.
    /// </summary>
    public static IReadOnlyDictionary<string, object?> For(string algorithm, string environment)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Tuned/{algorithm}.json");
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        if (stream is null)
        {
            return values;
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

        return values;
    }
}
