using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Adds the steps of the episode as the last part of tuple observations; Gymnasium's <c>TimeAwareObservation</c> with
/// <c>flatten=False</c> on a tuple space.
/// </summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class TimeAwareTupleObservation<TAction> : ObservationWrapper<object[], TAction, object[]>
    where TAction : notnull
{
    private readonly EpisodeClock clock;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment with a time limit and tuple observations.</param>
    /// <param name="normalizeTime">Whether time runs from 0 to 1 instead of counting steps.</param>
    /// <exception cref="ArgumentException">There is no time limit, or the space is no tuple.</exception>
    public TimeAwareTupleObservation(Env<object[], TAction> env, bool normalizeTime = false)
        : this(env, new EpisodeClock(EpisodeLimit.Of(env), normalizeTime))
    {
    }

    private TimeAwareTupleObservation(Env<object[], TAction> env, EpisodeClock clock)
        : base(env, TimedValues.TupleSpace(env.ObservationSpace, clock.Space))
    {
        this.clock = clock;
    }

    /// <inheritdoc/>
    protected override string ClassName => "TimeAwareObservation";

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => clock.Advance(isReset);

    /// <inheritdoc/>
    protected override object[] Transform(object[] observation, object[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return [.. observation, clock.Value];
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        clock.SyncState(sync);
    }
}
