using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Starts the next episode by itself: the step after the end of an episode resets, ignores its action and pays 0.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap.</param>
public sealed class Autoreset<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    private bool hasEnded;

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        hasEnded = false;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        if (hasEnded)
        {
            (TObservation observation, Info info) = Wrapped.Reset(null, null, reuse);
            hasEnded = false;
            return new(observation, 0.0, false, false, info);
        }

        Step<TObservation> step = Wrapped.Step(action, reuse);
        hasEnded = step.Done;
        return step;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref hasEnded);
    }
}
