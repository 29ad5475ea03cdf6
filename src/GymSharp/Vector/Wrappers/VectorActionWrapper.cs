using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// A batch that changes actions before they reach the environments and passes everything else through.
/// </summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions it takes.</typeparam>
/// <typeparam name="TInnerAction">Element type of the actions below.</typeparam>
public abstract class VectorActionWrapper<TObservation, TAction, TInnerAction>
    : VectorWrapper<TObservation, TAction, TObservation, TInnerAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerAction : notnull
{
    private readonly TInnerAction[] below;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="singleActionSpace">Which actions one environment accepts.</param>
    /// <param name="actionSpace">Which actions the batch accepts; null for the batch of the single space.</param>
    /// <exception cref="ArgumentException">
    /// The single space has other elements than <typeparamref name="TAction"/>.
    /// </exception>
    protected VectorActionWrapper(
        VectorEnv<TObservation, TInnerAction> envs, Space singleActionSpace, Space? actionSpace = null)
        : base(envs)
    {
        ArgumentNullException.ThrowIfNull(singleActionSpace);
        RowLayout.ExpectElements<TAction>(singleActionSpace, nameof(singleActionSpace));
        SingleActionSpace = singleActionSpace;
        ActionSpace = actionSpace ?? SpaceUtilities.BatchSpace(singleActionSpace, envs.NumEnvs);
        below = new TInnerAction[envs.NumEnvs * envs.ActionSize];
    }

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; }

    /// <inheritdoc/>
    public override Space ActionSpace { get; }

    /// <summary>Changes the actions of all environments.</summary>
    /// <param name="actions">The actions that were given, row by row.</param>
    /// <param name="results">Receives the actions for the batch below, row by row.</param>
    protected abstract void Transform(ReadOnlySpan<TAction> actions, Span<TInnerAction> results);

    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request) =>
        Wrapped.Reset(observations, request);

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        Transform(actions, below);
        Wrapped.Step(below, batch);
    }
}
