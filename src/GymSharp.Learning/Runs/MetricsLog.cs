using System.Globalization;
using System.Text;
using GymSharp.State;

namespace GymSharp.Learning.Runs;

/// <summary>Writes <c>metrics.jsonl</c>: one line per interval with the means of what was reported in it, and
/// the last of what is called <c>best_…</c>.</summary>
/// <remarks>
/// The interval is counted in steps, not in seconds, so that a run that was interrupted and resumed writes the same
/// lines; lines after the checkpoint that it resumes from are cut off first.
/// </remarks>
public sealed class MetricsLog : IDisposable
{
    private readonly FileStream stream;
    private readonly long interval;
    private readonly SortedDictionary<string, (double Sum, long Count)> sums = new(StringComparer.Ordinal);
    private long nextLine;
    private long length;

    /// <summary>Opens the log.</summary>
    /// <param name="path">The file; it is made where it does not exist.</param>
    /// <param name="interval">Steps between two lines, at least 1.</param>
    public MetricsLog(string path, long interval)
    {
        this.interval = Math.Max(1, interval);
        nextLine = this.interval;
        stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.Seek(0, SeekOrigin.End);
        length = stream.Length;
    }

    /// <summary>Takes a report in; returns the means of the interval when it ended one.</summary>
    public IReadOnlyDictionary<string, double>? Add(in LearningReport report, double seconds)
    {
        Add("episode_return", report.EpisodeReturn);
        Add("episode_length", report.EpisodeLength);
        for (int i = 0; i < report.Metrics.Count; i++)
        {
            Add(report.Metrics[i].Key, report.Metrics[i].Value);
        }

        if (report.Steps < nextLine)
        {
            return null;
        }

        return WriteMeans(report.Steps, report.Episodes, seconds);
    }

    /// <summary>Writes what has gathered since the last line; returns it, or null where nothing has.</summary>
    /// <param name="steps">Environment steps so far.</param>
    /// <param name="episodes">Episodes so far.</param>
    /// <param name="seconds">Time spent learning.</param>
    public IReadOnlyDictionary<string, double>? Finish(long steps, long episodes, double seconds) =>
        sums.Count > 0 ? WriteMeans(steps, episodes, seconds) : null;

    /// <summary>Writes a line of its own at once, for what is not the mean of an interval.</summary>
    /// <param name="steps">Environment steps so far.</param>
    /// <param name="episodes">Episodes so far.</param>
    /// <param name="seconds">Time spent learning.</param>
    /// <param name="values">The numbers; those that are not finite are left out.</param>
    public void WriteLine(
        long steps, long episodes, double seconds, IReadOnlyList<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        StringBuilder line = new();
        line.Append(
            CultureInfo.InvariantCulture,
            $"{{\"step\":{steps},\"episode\":{episodes},\"time\":{Math.Round(seconds, 3)}");
        foreach ((string name, double value) in values)
        {
            if (double.IsFinite(value))
            {
                line.Append(CultureInfo.InvariantCulture, $",\"{name}\":{value}");
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(line.Append("}\n").ToString());
        stream.Write(bytes);
        length += bytes.Length;
    }

    /// <summary>Flushes to the disk, before a checkpoint that refers to the length.</summary>
    public void Flush() => stream.Flush(flushToDisk: true);

    /// <summary>Reads or writes the position and what has gathered; reading cuts off later lines.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref length);
        sync.Sync(ref nextLine);
        KeyValuePair<string, (double Sum, long Count)>[] saved = [.. sums];
        int count = sync.SyncLength(saved.Length, 17);
        sums.Clear();
        for (int i = 0; i < count; i++)
        {
            string? name = i < saved.Length ? saved[i].Key : "";
            (double sum, long number) = i < saved.Length ? saved[i].Value : default;
            sync.Sync(ref name);
            sync.Sync(ref sum);
            sync.Sync(ref number);
            sums[name ?? ""] = (sum, number);
        }

        if (sync.IsReading)
        {
            length = Math.Clamp(length, 0, stream.Length);
            stream.SetLength(length);
            stream.Seek(0, SeekOrigin.End);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Add(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            (double sum, long count) = sums.GetValueOrDefault(name);

            // The best so far is a standing, not an event: the line has the one that its last step left.
            sums[name] = name.StartsWith("best_", StringComparison.Ordinal) ? (number, 1) : (sum + number, count + 1);
        }
    }

    private Dictionary<string, double> WriteMeans(long steps, long episodes, double seconds)
    {
        nextLine = ((steps / interval) + 1) * interval;
        Dictionary<string, double> means = sums.ToDictionary(
            entry => entry.Key, entry => entry.Value.Sum / entry.Value.Count, StringComparer.Ordinal);
        sums.Clear();
        WriteLine(steps, episodes, seconds, [.. means]);
        return means;
    }
}
