using System.Globalization;
using GymSharp.Learning.Runs;
using GymSharp.Rendering;

namespace GymSharp.Learning.Training;

/// <summary>Notes the calls it gets.</summary>
internal sealed class RecordingSink : IMetricSink
{
    public List<string> Calls { get; } = [];

    public void Begin(RunDescription description, long resumedAt) => Calls.Add($"begin {resumedAt}");

    public void Write(long step, IReadOnlyList<KeyValuePair<string, double>> values) => Calls.Add(
        values[0].Key.StartsWith("final", StringComparison.Ordinal)
            ? $"final {values[0].Value.ToString(CultureInfo.InvariantCulture)}"
            : $"write {step}");

    public void WriteMany(long step, string name, ReadOnlySpan<float> values) => Calls.Add($"many {name}");

    public void Film(long step, string name, IReadOnlyList<Frame> frames, double framesPerSecond) =>
        Calls.Add($"film {name} {frames.Count}");

    public void Flush() => Calls.Add("flush");

    public void End(bool completed) => Calls.Add($"end {completed}");

    public void Dispose() => Calls.Add("dispose");
}
