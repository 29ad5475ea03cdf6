namespace GymSharp.Vector;

/// <summary>Several environments of one kind, stepped together into memory that the caller owns.</summary>
/// <typeparam name="TObservation">
/// Element type of the observations: <c>float</c> for environments that show <c>float[]</c>. Where an observation is
/// not
/// an array of one shape, the type of the observation itself: <c>int</c> for a Discrete space, <c>object[]</c> for a
/// Tuple.
/// </typeparam>
/// <typeparam name="TAction">Element type of the actions, by the same rule.</typeparam>
/// <remarks>
/// The observations of all environments lie one after the other: environment <c>i</c> has the elements from
/// <c>i × ObservationSize</c> on; actions likewise. Stepping allocates nothing as long as the environments do not.
/// </remarks>
public abstract class VectorEnv<TObservation, TAction> : VectorEnv
    where TObservation : notnull
    where TAction : notnull
{
    private int observationSize;
    private int actionSize;

    /// <summary>
    /// Elements of one observation: the product of the shape, 1 where the observation is not an array.
    /// </summary>
    public int ObservationSize =>
        observationSize > 0 ? observationSize : observationSize = RowLayout.Size(SingleObservationSpace);

    /// <summary>Elements of one action: the product of the shape, 1 where the action is not an array.</summary>
    public int ActionSize => actionSize > 0 ? actionSize : actionSize = RowLayout.Size(SingleActionSpace);

    /// <summary>Makes memory for the results of a step of this batch.</summary>
    public StepBatch<TObservation> CreateBatch() => new(NumEnvs, ObservationSize);

    /// <summary>Starts an episode in every environment.</summary>
    /// <param name="observations">Receives <c>NumEnvs × ObservationSize</c> elements.</param>
    /// <param name="seed">Reseeds the environments when given: environment <c>i</c> gets <c>seed + i</c>.</param>
    /// <param name="options">Reset options of the environments, or null for none.</param>
    /// <exception cref="ArgumentException">The memory has another length; nothing was changed.</exception>
    /// <exception cref="VectorEnvException">An environment failed, for example over a wrong option.</exception>
    public void Reset(Span<TObservation> observations, ulong? seed = null, ResetOptions? options = null) =>
        Reset(observations, new VectorReset { Seed = seed, Options = options });

    /// <summary>Starts an episode in every environment, or in those of a mask.</summary>
    /// <param name="observations">
    /// Receives <c>NumEnvs × ObservationSize</c> elements; environments that are not reset show what they showed last.
    /// </param>
    /// <param name="request">Seeds, mask and options.</param>
    /// <exception cref="ArgumentException">
    /// The memory, the seeds or the mask have another length; nothing was changed.
    /// </exception>
    /// <exception cref="VectorEnvException">An environment failed, for example over a wrong option.</exception>
    public void Reset(Span<TObservation> observations, VectorReset request)
    {
        BatchLength.Check(observations.Length, NumEnvs, ObservationSize, "observations", nameof(observations));
        OnReset(observations, request.Checked(NumEnvs));
    }

    /// <summary>Takes one step in every environment.</summary>
    /// <param name="actions">The actions, <c>NumEnvs × ActionSize</c> elements.</param>
    /// <param name="batch">Receives what the step gives; see <see cref="CreateBatch"/>.</param>
    /// <exception cref="ArgumentException">A length does not fit; no environment was stepped.</exception>
    /// <exception cref="ResetNeededException">
    /// There was no reset yet, or an ended episode was not reset although autoreset is disabled.
    /// </exception>
    /// <exception cref="VectorEnvException">An environment failed.</exception>
    public void Step(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        BatchLength.Check(actions.Length, NumEnvs, ActionSize, "actions", nameof(actions));
        BatchLength.Check(batch.Observations.Length, NumEnvs, ObservationSize, "observations", nameof(batch));
        BatchLength.Check(batch.Rewards.Length, NumEnvs, 1, "rewards", nameof(batch));
        OnStep(actions, batch);
    }

    /// <inheritdoc/>
    public sealed override (object Observations, Info Info) ResetValue(
        ulong? seed = null, ResetOptions? options = null) =>
        ResetValue(new VectorReset { Seed = seed, Options = options });

    /// <inheritdoc/>
    public sealed override (object Observations, Info Info) ResetValue(
        IReadOnlyList<ulong?> seeds, ResetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ulong?[] list = [.. seeds];
        BatchLength.Check(list.Length, NumEnvs, 1, "seeds", nameof(seeds));
        return ResetValue(new VectorReset { Seeds = list, Options = options });
    }

    /// <inheritdoc/>
    public sealed override VectorStep<object> StepValue(object actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        TAction[] rows = actions as TAction[]
            ?? RowLayout.Unbatch<TAction>(ActionSpace, SingleActionSpace, actions, NumEnvs);
        StepBatch<TObservation> batch = CreateBatch();
        Step(rows, batch);
        return new(BatchValue(batch.Observations), batch.Rewards, batch.Terminated, batch.Truncated, BatchInfo());
    }

    /// <inheritdoc/>
    public sealed override TResult Accept<TResult>(IVectorEnvVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }

    /// <summary>Starts episodes. Lengths, seeds and mask have been checked.</summary>
    /// <param name="observations">Receives the observations of all environments.</param>
    /// <param name="request">Seeds, mask (empty: everybody) and options without <c>reset_mask</c>.</param>
    protected abstract void OnReset(Span<TObservation> observations, VectorReset request);

    /// <summary>Takes one step. Lengths have been checked.</summary>
    /// <param name="actions">The actions of all environments.</param>
    /// <param name="batch">Receives the results of all environments.</param>
    protected abstract void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch);

    private (object Observations, Info Info) ResetValue(VectorReset request)
    {
        TObservation[] observations = new TObservation[NumEnvs * ObservationSize];
        Reset(observations, request);
        return (BatchValue(observations), BatchInfo());
    }

    private object BatchValue(TObservation[] rows) => ObservationSpace.ValueType == typeof(TObservation[])
        ? rows
        : RowLayout.Batch(SingleObservationSpace, rows, NumEnvs);
}
