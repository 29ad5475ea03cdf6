using GymSharp.State;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Adds up the rewards and steps of each episode, and reports them in the info of the step that ends it.
/// </summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>
/// The info gets an entry <c>episode</c> with <c>r</c> (returns), <c>l</c> (lengths) and <c>t</c> (seconds, rounded to
/// microseconds), zero for environments whose episode goes on. As in Gymnasium, a reset with a mask starts the sums of
/// all environments anew, also of those that are not reset.
/// </remarks>
public sealed class RecordEpisodeStatistics<TObservation, TAction> : VectorWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly string key;
    private readonly TimeProvider time;
    private readonly double[] returns;
    private readonly long[] lengths;
    private readonly long[] starts;
    private readonly bool[] ended;
    private readonly double[] reportedReturns;
    private readonly long[] reportedLengths;
    private readonly double[] reportedTimes;
    private readonly EpisodeQueue<double> returnQueue;
    private readonly EpisodeQueue<long> lengthQueue;
    private readonly EpisodeQueue<double> timeQueue;
    private long episodeCount;
    private bool hasReport;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="bufferLength">How many episodes the queues hold.</param>
    /// <param name="statisticsKey">Name of the info entry.</param>
    /// <param name="time">The clock that times episodes; null for the system's.</param>
    public RecordEpisodeStatistics(
        VectorEnv<TObservation, TAction> envs,
        int bufferLength = 100,
        string statisticsKey = "episode",
        TimeProvider? time = null)
        : base(envs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bufferLength, 1);
        ArgumentNullException.ThrowIfNull(statisticsKey);
        key = statisticsKey;
        this.time = time ?? TimeProvider.System;
        returns = new double[NumEnvs];
        lengths = new long[NumEnvs];
        starts = new long[NumEnvs];
        ended = new bool[NumEnvs];
        reportedReturns = new double[NumEnvs];
        reportedLengths = new long[NumEnvs];
        reportedTimes = new double[NumEnvs];
        returnQueue = new(bufferLength);
        lengthQueue = new(bufferLength);
        timeQueue = new(bufferLength);
    }

    /// <summary>Episodes that ended so far.</summary>
    public long EpisodeCount => episodeCount;

    /// <summary>Sum of the rewards of the episode under way, per environment.</summary>
    public ReadOnlySpan<double> EpisodeReturns => returns;

    /// <summary>Steps of the episode under way, per environment.</summary>
    public ReadOnlySpan<long> EpisodeLengths => lengths;

    /// <summary>Returns of the last episodes, oldest first.</summary>
    public IReadOnlyCollection<double> ReturnQueue => returnQueue.Values;

    /// <summary>Lengths of the last episodes, oldest first.</summary>
    public IReadOnlyCollection<long> LengthQueue => lengthQueue.Values;

    /// <summary>Durations of the last episodes in seconds, oldest first.</summary>
    public IReadOnlyCollection<double> TimeQueue => timeQueue.Values;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The info below has an entry of the same name already.</exception>
    public override Info BatchInfo()
    {
        Info info = Wrapped.BatchInfo();
        if (!hasReport)
        {
            return info;
        }

        if (info.ContainsKey(key) || info.ContainsKey("_" + key))
        {
            throw new InvalidOperationException(
                $"The episode statistics cannot be added as '{key}': the info has it already. Choose another key. "
                + $"The info has: {string.Join(", ", info.Keys)}.");
        }

        return info
            .With(key, new Info(
                new("r", reportedReturns.Clone()), new("l", reportedLengths.Clone()), new("t", reportedTimes.Clone())))
            .With("_" + key, ended.Clone());
    }

    /// <inheritdoc/>
    public override Info InfoAt(int index)
    {
        Info info = Wrapped.InfoAt(index);
        return hasReport && ended[index]
            ? info.With(key, new Info(
                new("r", reportedReturns[index]), new("l", reportedLengths[index]), new("t", reportedTimes[index])))
            : info;
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request)
    {
        base.OnReset(observations, request);
        returns.AsSpan().Clear();
        lengths.AsSpan().Clear();
        ended.AsSpan().Clear();
        starts.AsSpan().Fill(time.GetTimestamp());
        hasReport = false;
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        base.OnStep(actions, batch);
        long now = time.GetTimestamp();
        hasReport = false;
        for (int i = 0; i < returns.Length; i++)
        {
            Count(i, batch.Rewards[i], now);
            ended[i] = batch.DoneAt(i);
            reportedReturns[i] = 0;
            reportedLengths[i] = 0;
            reportedTimes[i] = 0;
            if (ended[i])
            {
                Report(i, now);
            }
        }
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(returns.AsSpan());
        sync.Sync(lengths.AsSpan());
        sync.Sync(ended.AsSpan());
        sync.Sync(ref episodeCount);
        returnQueue.SyncState(sync);
        lengthQueue.SyncState(sync);
        timeQueue.SyncState(sync);
        SyncTimes(sync);
    }

    // Under same-step autoreset every step belongs to an episode; otherwise the step after an end is the reset.
    private void Count(int index, double reward, long now)
    {
        if (ended[index] && AutoresetMode != AutoresetMode.SameStep)
        {
            returns[index] = 0;
            lengths[index] = 0;
            starts[index] = now;
        }
        else
        {
            returns[index] += reward;
            lengths[index]++;
        }
    }

    private void Report(int index, long now)
    {
        hasReport = true;
        episodeCount++;
        reportedReturns[index] = returns[index];
        reportedLengths[index] = lengths[index];
        reportedTimes[index] = Math.Round(time.GetElapsedTime(starts[index], now).TotalSeconds, 6);
        returnQueue.Add(returns[index]);
        lengthQueue.Add(lengths[index]);
        timeQueue.Add(reportedTimes[index]);
        if (AutoresetMode == AutoresetMode.SameStep)
        {
            returns[index] = 0;
            lengths[index] = 0;
            starts[index] = now;
        }
    }

    // The clock of another process starts elsewhere, so elapsed time is what can be saved.
    private void SyncTimes(StateSync sync)
    {
        long now = time.GetTimestamp();
        for (int i = 0; i < starts.Length; i++)
        {
            long elapsed = now - starts[i];
            sync.Sync(ref elapsed);
            starts[i] = now - elapsed;
        }

        hasReport &= !sync.IsReading;
    }
}
