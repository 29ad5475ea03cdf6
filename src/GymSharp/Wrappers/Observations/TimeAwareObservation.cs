using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Appends the steps of the episode to the flattened observation.</summary>
/// <typeparam name="T">
/// Element type of the flat array. Whole steps beside <c>float</c> observations give <c>double</c>, as in Gymnasium;
/// normalised time keeps <c>float</c>.
/// </typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <remarks>
/// Pardo et al., "Time Limits in Reinforcement Learning" (2018), say why an agent should see the time.
/// </remarks>
public sealed class TimeAwareObservation<T, TAction, TInnerObservation>
    : ObservationWrapper<T[], TAction, TInnerObservation>
    where T : unmanaged
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly EpisodeClock clock;
    private readonly Space timedSpace;
    private readonly string timeKey;
    private readonly int length;

    // Writes the observation without the time; null for composite observations, which are flattened as a whole.
    private readonly Action<TInnerObservation, T[]>? write;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment with a time limit.</param>
    /// <param name="normalizeTime">Whether time runs from 0 to 1 instead of counting steps.</param>
    /// <param name="timeKey">The entry's name in a dictionary observation, which decides where it stands.</param>
    /// <exception cref="ArgumentException">
    /// There is no time limit, or the observation flattens to another element type; the message names it.
    /// </exception>
    public TimeAwareObservation(
        Env<TInnerObservation, TAction> env, bool normalizeTime = false, string timeKey = "time")
        : this(env, new EpisodeClock(EpisodeLimit.Of(env), normalizeTime), timeKey)
    {
    }

    private TimeAwareObservation(Env<TInnerObservation, TAction> env, EpisodeClock clock, string timeKey)
        : this(env, clock, timeKey, TimedValues.Space(env.ObservationSpace, clock.Space, timeKey))
    {
    }

    private TimeAwareObservation(
        Env<TInnerObservation, TAction> env, EpisodeClock clock, string timeKey, Space timedSpace)
        : base(env, FlatSpace<T>.Of(timedSpace))
    {
        this.clock = clock;
        this.timeKey = timeKey;
        this.timedSpace = timedSpace;
        length = ((Box<T>)ObservationSpace).Low.Length;
        write = FlatWriter<T>.For(env.ObservationSpace);
    }

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => clock.Advance(isReset);

    /// <inheritdoc/>
    protected override T[] Transform(TInnerObservation observation, T[]? reuse)
    {
        if (write is null)
        {
            object joined = TimedValues.Join(observation, clock.Value, timeKey);
            return ObservationMemory.Into((T[])SpaceUtilities.Flatten(timedSpace, joined), reuse);
        }

        T[] timed = ObservationMemory.Take(reuse, length);
        write(observation, timed);
        timed[^1] = Element.FromDouble<T>(clock.Number);
        return timed;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        clock.SyncState(sync);
    }
}
