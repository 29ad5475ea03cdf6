using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Adds return, length and duration to the info of the step that ends an episode, and keeps those of the last ones.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// The entry is an <see cref="Info"/> with <c>r</c> (<c>double</c>), <c>l</c> (<c>int</c>) and <c>t</c> (<c>double</c>,
/// seconds). Durations are the only result that depends on a clock.
/// </remarks>
public sealed class RecordEpisodeStatistics<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Queue<EpisodeStatistics> recent = new();
    private readonly TimeProvider time;
    private long startedAt;
    private double episodeReturn;
    private int episodeLength;
    private int episodeCount;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="bufferLength">How many episodes are kept, at least 0.</param>
    /// <param name="statsKey">The entry's name in the info.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bufferLength"/> is negative.</exception>
    public RecordEpisodeStatistics(
        Env<TObservation, TAction> env, int bufferLength = 100, string statsKey = "episode", TimeProvider? time = null)
        : base(env)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bufferLength);
        ArgumentException.ThrowIfNullOrEmpty(statsKey);
        BufferLength = bufferLength;
        StatsKey = statsKey;
        this.time = time ?? TimeProvider.System;
        startedAt = this.time.GetTimestamp();
    }

    /// <summary>How many episodes are kept.</summary>
    public int BufferLength { get; }

    /// <summary>The entry's name in the info.</summary>
    public string StatsKey { get; }

    /// <summary>Number of episodes that ended.</summary>
    public int EpisodeCount => episodeCount;

    /// <summary>The last episodes, the oldest first.</summary>
    public IReadOnlyCollection<EpisodeStatistics> Recent => recent;

    /// <inheritdoc/>
    internal override Env? ActionTarget => Wrapped.ActionTarget;

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        startedAt = time.GetTimestamp();
        episodeReturn = 0.0;
        episodeLength = 0;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        episodeReturn += step.Reward;
        episodeLength++;
        return step.Done ? step with { Info = Finish(step.Info) } : step;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref episodeReturn);
        sync.Sync(ref episodeLength);
        sync.Sync(ref episodeCount);

        // Clocks of two processes cannot be compared: what has passed is stored, not when it began.
        long passed = time.GetTimestamp() - startedAt;
        sync.Sync(ref passed);
        startedAt = time.GetTimestamp() - passed;
        SyncRecent(sync);
    }

    private void SyncRecent(StateSync sync)
    {
        const int EntrySize = (2 * sizeof(double)) + sizeof(int);
        int count = sync.SyncLength(recent.Count, EntrySize);
        EpisodeStatistics[] entries = [.. recent];
        Array.Resize(ref entries, count);
        for (int i = 0; i < count; i++)
        {
            (double sum, int length, double seconds) =
                entries[i] is { } entry ? (entry.Return, entry.Length, entry.Seconds) : default;
            sync.Sync(ref sum);
            sync.Sync(ref length);
            sync.Sync(ref seconds);
            entries[i] = new(sum, length, seconds);
        }

        recent.Clear();
        foreach (EpisodeStatistics entry in entries)
        {
            recent.Enqueue(entry);
        }
    }

    private Info Finish(Info info)
    {
        if (info.ContainsKey(StatsKey))
        {
            throw new InvalidOperationException(
                $"The info has an entry '{StatsKey}' already: is RecordEpisodeStatistics applied twice? Choose another "
                + "statsKey.");
        }

        double seconds = Math.Round(time.GetElapsedTime(startedAt).TotalSeconds, 6);
        recent.Enqueue(new(episodeReturn, episodeLength, seconds));
        while (recent.Count > BufferLength)
        {
            recent.Dequeue();
        }

        episodeCount++;
        startedAt = time.GetTimestamp();
        return info.With(StatsKey, new Info(new("r", episodeReturn), new("l", episodeLength), new("t", seconds)));
    }
}
