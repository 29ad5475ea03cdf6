namespace GymSharp.Vector.Wrappers;

/// <summary>A batch around another one of the same types; passes everything through unless overridden.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one.</param>
public abstract class VectorWrapper<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
    : VectorWrapper<TObservation, TAction, TObservation, TAction>(envs)
    where TObservation : notnull
    where TAction : notnull
{
    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request) =>
        Wrapped.Reset(observations, request);

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch) =>
        Wrapped.Step(actions, batch);
}
