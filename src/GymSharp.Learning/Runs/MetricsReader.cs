using System.Text.Json;

namespace GymSharp.Learning.Runs;

/// <summary>Reads <c>metrics.jsonl</c>.</summary>
public static class MetricsReader
{
    /// <summary>The points of one metric, in order; a last line that was cut off is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metric">Name of the metric, for example <c>episode_return</c>.</param>
    public static IReadOnlyList<(long Step, double Value)> Read(string path, string metric)
    {
        List<(long, double)> points = [];
        if (!File.Exists(path))
        {
            return points;
        }

        foreach (string line in File.ReadLines(path))
        {
            if (TryRead(line, metric, out long step, out double value))
            {
                points.Add((step, value));
            }
        }

        return points;
    }

    private static bool TryRead(string line, string metric, out long step, out double value)
    {
        step = 0;
        value = 0;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("step", out JsonElement at) && at.TryGetInt64(out step)
                && document.RootElement.TryGetProperty(metric, out JsonElement number)
                && number.TryGetDouble(out value);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
