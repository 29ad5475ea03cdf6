namespace GymSharp.Vector.Wrappers;

/// <summary>A batch that changes rewards and passes everything else through.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one.</param>
public abstract class VectorRewardWrapper<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
    : VectorWrapper<TObservation, TAction>(envs)
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Changes the rewards of all environments in place.</summary>
    protected abstract void Transform(Span<double> rewards);

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        Wrapped.Step(actions, batch);
        Transform(batch.Rewards);
    }
}
