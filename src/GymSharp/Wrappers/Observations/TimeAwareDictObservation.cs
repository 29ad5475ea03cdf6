using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Shows the steps of the episode as an entry beside the observation; Gymnasium's <c>TimeAwareObservation</c> with
/// <c>flatten=False</c>.
/// </summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <remarks>
/// A dictionary observation gains an entry; any other becomes <c>{ obs, time }</c>. For tuples see
/// <see cref="TimeAwareTupleObservation{TAction}"/>.
/// </remarks>
public sealed class TimeAwareDictObservation<TAction, TInnerObservation>
    : ObservationWrapper<DictValue, TAction, TInnerObservation>
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly EpisodeClock clock;
    private readonly string timeKey;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment with a time limit.</param>
    /// <param name="normalizeTime">Whether time runs from 0 to 1 instead of counting steps.</param>
    /// <param name="timeKey">The entry's name in a dictionary observation.</param>
    /// <exception cref="ArgumentException">There is no time limit, or the entry exists.</exception>
    public TimeAwareDictObservation(
        Env<TInnerObservation, TAction> env, bool normalizeTime = false, string timeKey = "time")
        : this(env, new EpisodeClock(EpisodeLimit.Of(env), normalizeTime), timeKey)
    {
    }

    private TimeAwareDictObservation(Env<TInnerObservation, TAction> env, EpisodeClock clock, string timeKey)
        : base(env, TimedValues.DictSpace(env.ObservationSpace, clock.Space, timeKey))
    {
        this.clock = clock;
        this.timeKey = timeKey;
    }

    /// <inheritdoc/>
    protected override string ClassName => "TimeAwareObservation";

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override void Advance(bool isReset) => clock.Advance(isReset);

    /// <inheritdoc/>
    protected override DictValue Transform(TInnerObservation observation, DictValue? reuse) =>
        TimedValues.Dict(observation, clock.Value, timeKey);

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        clock.SyncState(sync);
    }
}
