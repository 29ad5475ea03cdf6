using System.Globalization;
using System.Text;
using GymSharp.Learning.Options;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;
using GymSharp.Rendering;
using GymSharp.Tracking.Measuring;
using GymSharp.Tracking.TensorBoard;

namespace GymSharp.Cli.Tracking;

/// <summary>
/// Writes what a run measures into an event file for TensorBoard, and what the process uses of the machine into
/// <c>system.jsonl</c> as well.
/// </summary>
/// <remarks>The run does not depend on either: where they cannot be written, a warning says so, once.</remarks>
internal sealed class TrackingSink : IMetricSink
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly TensorBoardWriter events;
    private readonly StreamWriter system;
    private readonly SystemSampler sampler;
    private long step;
    private bool failed;

    public TrackingSink(string directory, TimeProvider time)
    {
        this.time = time;
        events = new TensorBoardWriter(directory, time);
        system = new StreamWriter(Path.Combine(directory, "system.jsonl"), append: true);
        sampler = new SystemSampler(SampleInterval, time, Sampled);
    }

    public void Begin(RunDescription description, long resumedAt) => Try(() =>
    {
        step = resumedAt;
        if (resumedAt > 0)
        {
            events.ContinueFrom(resumedAt + 1);
        }

        events.StartSession(
            [
                new("algorithm", description.Algorithm),
                new("environment", description.Environment),
                new("seed", description.Seed),
                new("steps", description.Steps),
                .. JsonValues.ToDictionary(description.Options),
            ],
            $"{description.Algorithm} on {description.Environment}, {description.Options.ToJsonString()}");
        events.AddText("run/command", resumedAt, $"    {description.Command}");
        events.AddText("run/description", resumedAt, $"```json\n{description.ToJson()}```");
        events.Flush();
    });

    public void Write(long step, IReadOnlyList<KeyValuePair<string, double>> values) => Try(() =>
    {
        this.step = step;
        events.AddScalars(step, values.Select(value => KeyValuePair.Create(Tag(value.Key), value.Value)));
    });

    public void WriteMany(long step, string name, ReadOnlySpan<float> values)
    {
        float[] copy = values.ToArray();
        Try(() => events.AddHistogram(name, step, copy));
    }

    public void Film(long step, string name, IReadOnlyList<Frame> frames, double framesPerSecond) => Try(() =>
    {
        events.AddAnimation(name, step, frames, framesPerSecond);
        events.AddImage($"{name}/last", step, frames[^1]);
        events.Flush();
    });

    public void Flush() => Try(() =>
    {
        events.Flush();
        system.Flush();
    });

    public void End(bool completed)
    {
        sampler.Sample();
        Try(() => events.EndSession(completed));
        Flush();
    }

    public void Dispose()
    {
        sampler.Dispose();
        failed = false;
        Try(events.Dispose);
        Try(system.Dispose);
    }

    // TensorBoard groups curves by what stands before the slash.
    private static string Tag(string name) => name.Contains('/', StringComparison.Ordinal) ? name
        : name is "episode_return" or "episode_length" ? $"rollout/{name}"
        : $"train/{name}";

    private void Sampled(SystemMetrics metrics) => Try(() =>
    {
        events.AddScalars(step, metrics.ByName());
        StringBuilder line = new();
        line.Append(
            CultureInfo.InvariantCulture, $"{{\"time\":\"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}\",\"step\":{step}");
        foreach ((string name, double value) in metrics.ByName())
        {
            line.Append(CultureInfo.InvariantCulture, $",\"{name}\":{Math.Round(value, 3)}");
        }

        system.WriteLine(line.Append('}').ToString());
    });

    // Called by the thread that trains and by the sampler's.
    private void Try(Action write)
    {
        lock (gate)
        {
            try
            {
                if (!failed)
                {
                    write();
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failed = true;
                GymLog.Warn($"TensorBoard sees no more of this run: {error.Message} Training goes on.");
            }
        }
    }
}
