using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>
/// A wrapper that changes actions before they reach the environment and passes everything else through.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions it takes.</typeparam>
/// <typeparam name="TInnerAction">Type of the actions below.</typeparam>
/// <remarks>To write one, derive from this class and implement <see cref="Transform"/>.</remarks>
public abstract class ActionWrapper<TObservation, TAction, TInnerAction>
    : Wrapper<TObservation, TAction, TObservation, TInnerAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerAction : notnull
{
    private readonly Space<TAction> actionSpace;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap; disposed with this one.</param>
    /// <param name="actionSpace">Which actions are accepted.</param>
    protected ActionWrapper(Env<TObservation, TInnerAction> env, Space<TAction> actionSpace)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(actionSpace);
        this.actionSpace = actionSpace;
    }

    /// <inheritdoc/>
    public override Space<TObservation> ObservationSpace => Wrapped.ObservationSpace;

    /// <inheritdoc/>
    public override Space<TAction> ActionSpace => actionSpace;

    /// <summary>Makes the action that the environment below gets. Check the action before changing anything.</summary>
    /// <returns>The action below; it may be memory that the next call overwrites.</returns>
    protected abstract TInnerAction Transform(TAction action);

    /// <inheritdoc/>
    protected sealed override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse) =>
        Wrapped.Step(Transform(action), reuse);
}
