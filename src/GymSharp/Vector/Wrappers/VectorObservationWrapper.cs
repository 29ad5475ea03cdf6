using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>A batch that changes observations and passes everything else through.</summary>
/// <typeparam name="TObservation">Element type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Element type of the observations below.</typeparam>
/// <remarks>
/// Gymnasium refuses these wrappers under <see cref="AutoresetMode.SameStep"/>, where the true last observations would
/// stay as they were. Here they are changed too, so the mode is allowed unless a wrapper says otherwise.
/// </remarks>
public abstract class VectorObservationWrapper<TObservation, TAction, TInnerObservation>
    : VectorWrapper<TObservation, TAction, TInnerObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly StepBatch<TInnerObservation> below;
    private StepBatch<TObservation>? last;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="singleObservationSpace">What the changed observation of one environment looks like.</param>
    /// <param name="observationSpace">
    /// What the changed batch looks like; null for the batch of the single space.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The single space has other elements than <typeparamref name="TObservation"/>.
    /// </exception>
    protected VectorObservationWrapper(
        VectorEnv<TInnerObservation, TAction> envs, Space singleObservationSpace, Space? observationSpace = null)
        : base(envs)
    {
        ArgumentNullException.ThrowIfNull(singleObservationSpace);
        RowLayout.ExpectElements<TObservation>(singleObservationSpace, nameof(singleObservationSpace));
        SingleObservationSpace = singleObservationSpace;
        ObservationSpace = observationSpace ?? SpaceUtilities.BatchSpace(singleObservationSpace, envs.NumEnvs);
        below = envs.CreateBatch();
    }

    /// <inheritdoc/>
    public override Space SingleObservationSpace { get; }

    /// <inheritdoc/>
    public override Space ObservationSpace { get; }

    /// <inheritdoc/>
    public override Info BatchInfo()
    {
        Info info = Wrapped.BatchInfo();
        if (last is null || !info.TryGetValue("final_obs", out object? finals))
        {
            return info;
        }

        object?[] changed = [.. (object?[])finals];
        for (int i = 0; i < changed.Length; i++)
        {
            changed[i] = changed[i] is null
                ? null
                : RowLayout.Value(SingleObservationSpace, last.FinalObservations, i);
        }

        return info.With("final_obs", changed);
    }

    /// <summary>Changes the observations of all environments after a reset or a step.</summary>
    /// <param name="observations">The observations below, row by row; not to be kept.</param>
    /// <param name="results">Receives the changed observations, row by row.</param>
    protected abstract void Transform(ReadOnlySpan<TInnerObservation> observations, Span<TObservation> results);

    /// <summary>
    /// Changes the true last observation of one environment, after <see cref="Transform"/> of the same step.
    /// </summary>
    /// <param name="observation">The observation below.</param>
    /// <param name="result">Receives the changed observation.</param>
    protected abstract void TransformFinal(ReadOnlySpan<TInnerObservation> observation, Span<TObservation> result);

    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request)
    {
        Wrapped.Reset(below.Observations, request);
        last = null;
        Transform(below.Observations, observations);
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        Wrapped.Step(actions, below);
        batch.TakeOutcome(below);
        Transform(below.Observations, batch.Observations);
        if (AutoresetMode == AutoresetMode.SameStep)
        {
            for (int i = 0; i < NumEnvs; i++)
            {
                if (below.DoneAt(i))
                {
                    TransformFinal(below.FinalObservationAt(i), batch.FinalObservationAt(i));
                }
            }
        }

        last = batch;
    }
}
