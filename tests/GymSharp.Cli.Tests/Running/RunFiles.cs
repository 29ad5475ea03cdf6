using System.Globalization;
using System.Text.Json.Nodes;

namespace GymSharp.Cli.Running;

/// <summary>What the files of a run say from outside.</summary>
internal static class RunFiles
{
    /// <summary>The status in <c>run.json</c>.</summary>
    public static string Status(string run) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(run, "run.json")))!["status"]!.GetValue<string>();

    /// <summary>Step of the newest checkpoint, -1 where there is none.</summary>
    public static long NewestCheckpoint(string run)
    {
        string folder = Path.Combine(run, "checkpoints");
        return !Directory.Exists(folder)
            ? -1
            : Directory.EnumerateFiles(folder, "step-*.checkpoint")
                .Select(path => long.Parse(Path.GetFileNameWithoutExtension(path)[5..], CultureInfo.InvariantCulture))
                .DefaultIfEmpty(-1)
                .Max();
    }

    /// <summary>Whether a checkpoint is being written.</summary>
    public static bool IsWriting(string run) =>
        Directory.EnumerateFiles(Path.Combine(run, "checkpoints"), "*.tmp").Any();

    /// <summary>The weights of the last agent and of the best one, by file name.</summary>
    public static SortedDictionary<string, byte[]> Weights(string run) => new(
        Directory.EnumerateFiles(Path.Combine(run, "checkpoints"), "*.safetensors")
            .GroupBy(path => Path.GetFileName(path).StartsWith("best", StringComparison.Ordinal))
            .Select(group => group.Max(StringComparer.Ordinal)!)
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes),
        StringComparer.Ordinal);

    /// <summary>The lines of metrics without the time on the clock.</summary>
    public static string[] Metrics(string run) =>
        [.. File.ReadLines(Path.Combine(run, "metrics.jsonl")).Select(line =>
        {
            JsonObject json = JsonNode.Parse(line)!.AsObject();
            Assert.True(json.Remove("time"));
            return json.ToJsonString();
        })];
}
