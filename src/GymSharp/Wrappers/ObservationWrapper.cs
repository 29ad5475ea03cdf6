using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>A wrapper that changes observations and passes everything else through.</summary>
/// <typeparam name="TObservation">Type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <remarks>To write one, derive from this class and implement <see cref="Transform"/>.</remarks>
public abstract class ObservationWrapper<TObservation, TAction, TInnerObservation>
    : Wrapper<TObservation, TAction, TInnerObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly Space<TObservation> observationSpace;

    // Memory that the environment below may write into; never handed out.
    private TInnerObservation? scratch;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap; disposed with this one.</param>
    /// <param name="observationSpace">What the changed observations look like.</param>
    protected ObservationWrapper(Env<TInnerObservation, TAction> env, Space<TObservation> observationSpace)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(observationSpace);
        this.observationSpace = observationSpace;
    }

    /// <inheritdoc/>
    public override Space<TObservation> ObservationSpace => observationSpace;

    /// <inheritdoc/>
    public override Space<TAction> ActionSpace => Wrapped.ActionSpace;

    /// <summary>
    /// Whether <see cref="Transform"/> may return or keep the observation it is given. The environment below then makes
    /// a new one at each step; otherwise one piece of memory serves all steps.
    /// </summary>
    protected virtual bool KeepsObservations => false;

    /// <summary>
    /// Called when the environment below was reset or stepped, before <see cref="Transform"/>; for counters and the
    /// like.
    /// </summary>
    /// <param name="isReset">Whether an episode starts.</param>
    protected virtual void Advance(bool isReset)
    {
    }

    /// <summary>Makes the observation to show from the one below.</summary>
    /// <param name="observation">The observation below; valid during this call, not to be written to.</param>
    /// <param name="reuse">Memory for the result that may be overwritten and returned, or null.</param>
    protected abstract TObservation Transform(TInnerObservation observation, TObservation? reuse);

    /// <inheritdoc/>
    protected sealed override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TInnerObservation observation, Info info) = Wrapped.Reset(seed, options, scratch);
        Advance(isReset: true);
        return (Transform(observation, reuse), info);
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TInnerObservation> step = Wrapped.Step(action, scratch);
        if (scratch is null && !KeepsObservations)
        {
            scratch = ObservationMemory.Like(step.Observation);
        }

        Advance(isReset: false);
        return new(
            Transform(step.Observation, reuse), step.Reward, step.Terminated, step.Truncated, step.Info);
    }
}
