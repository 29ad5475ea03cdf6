using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>An environment around another one of the same types; passes everything through unless overridden.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap; disposed with this one.</param>
public abstract class Wrapper<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction, TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    /// <inheritdoc/>
    public override Space<TObservation> ObservationSpace => Wrapped.ObservationSpace;

    /// <inheritdoc/>
    public override Space<TAction> ActionSpace => Wrapped.ActionSpace;

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        Wrapped.Reset(seed, options);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse) => Wrapped.Step(action, reuse);
}
