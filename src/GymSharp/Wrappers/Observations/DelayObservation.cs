using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Shows the observation of some steps ago; zeros until there is one.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class DelayObservation<TObservation, TAction> : ObservationWrapper<TObservation, TAction, TObservation>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly TObservation zero;

    // A ring: the oldest observation stands at `oldest`. Entries are copies.
    private readonly TObservation?[] queue;
    private int oldest;
    private int count;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="delay">Steps of delay, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="ArgumentException">Observations of this space have no zero.</exception>
    public DelayObservation(Env<TObservation, TAction> env, int delay)
        : base(env, (env ?? throw new ArgumentNullException(nameof(env))).ObservationSpace)
    {
        if (delay < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(delay), $"The delay needs to be greater than or equal to zero, actual value: {delay}.");
        }

        Delay = delay;
        queue = new TObservation?[delay];
        zero = ZeroValue.Of(env.ObservationSpace);
    }

    /// <summary>Steps of delay.</summary>
    public int Delay { get; }

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => count = isReset ? 0 : count;

    /// <inheritdoc/>
    protected override TObservation Transform(TObservation observation, TObservation? reuse)
    {
        if (Delay == 0)
        {
            return ObservationMemory.Copy(observation, reuse);
        }

        if (count < Delay)
        {
            int free = (oldest + count++) % Delay;
            queue[free] = ObservationMemory.Copy(observation, queue[free]);
            return ObservationMemory.Copy(zero, reuse);
        }

        TObservation delayed = ObservationMemory.Copy(queue[oldest]!, reuse);
        queue[oldest] = ObservationMemory.Copy(observation, queue[oldest]);
        oldest = (oldest + 1) % Delay;
        return delayed;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref count);
        if (sync.IsReading && (count < 0 || count > Delay))
        {
            throw new StateFormatException(
                $"The saved state holds {count} delayed observations where at most {Delay} fit.");
        }

        for (int i = 0; i < count; i++)
        {
            int at = sync.IsReading ? i : (oldest + i) % Delay;
            TObservation entry = queue[at]!;
            ValueSync.Sync(sync, ObservationSpace, ref entry);
            queue[at] = entry;
        }

        oldest = sync.IsReading ? 0 : oldest;
    }
}
