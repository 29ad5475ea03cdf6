namespace GymSharp.Wrappers;

/// <summary>A wrapper that changes rewards and passes everything else through.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap; disposed with this one.</param>
/// <remarks>To write one, derive from this class and implement <see cref="Transform"/>.</remarks>
public abstract class RewardWrapper<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Makes the reward to pay from the one below.</summary>
    protected abstract double Transform(double reward);

    /// <inheritdoc/>
    protected sealed override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        return step with { Reward = Transform(step.Reward) };
    }
}
