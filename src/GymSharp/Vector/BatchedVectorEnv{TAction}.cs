using GymSharp.Randomness;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>A SIMD batch as a <see cref="VectorEnv{TObservation, TAction}"/>, with same-step autoreset.</summary>
/// <typeparam name="TAction"><c>int</c> for discrete actions, <c>float</c> for one continuous action.</typeparam>
public sealed class BatchedVectorEnv<TAction> : VectorEnv<float, TAction>
    where TAction : unmanaged
{
    private readonly BatchedEnv<TAction> batch;
    private readonly float[] rewards;
    private readonly float[] finals;
    private readonly bool[] ended;
    private ulong nextSeed;
    private bool hasSeed;

    /// <summary>Wraps a SIMD batch.</summary>
    /// <param name="batch">The batch; owned by this object from here on.</param>
    public BatchedVectorEnv(BatchedEnv<TAction> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        this.batch = batch;
        ObservationSpace = SpaceUtilities.BatchSpace(batch.SingleObservationSpace, batch.NumEnvs);
        ActionSpace = SpaceUtilities.BatchSpace(batch.SingleActionSpace, batch.NumEnvs);
        rewards = new float[batch.NumEnvs];
        finals = new float[batch.NumEnvs * batch.ObservationLength];
        ended = new bool[batch.NumEnvs];
    }

    /// <inheritdoc/>
    public override int NumEnvs => batch.NumEnvs;

    /// <inheritdoc/>
    public override Space SingleObservationSpace => batch.SingleObservationSpace;

    /// <inheritdoc/>
    public override Space SingleActionSpace => batch.SingleActionSpace;

    /// <inheritdoc/>
    public override Space ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space ActionSpace { get; }

    /// <inheritdoc/>
    public override AutoresetMode AutoresetMode => AutoresetMode.SameStep;

    /// <summary>The batch inside.</summary>
    public BatchedEnv<TAction> Batch => batch;

    /// <inheritdoc/>
    protected override string ClassName => batch.GetType().Name;

    /// <inheritdoc/>
    public override Info InfoAt(int index) => Info.Empty;

    /// <inheritdoc/>
    public override Info? FinalInfoAt(int index) => ended[index] ? Info.Empty : null;

    /// <inheritdoc/>
    public override Info BatchInfo()
    {
        VectorInfoBuilder builder = new(NumEnvs);
        for (int i = 0; i < NumEnvs; i++)
        {
            if (ended[i])
            {
                builder.AddFinalObservation(RowLayout.Value(SingleObservationSpace, finals, i), i);
                builder.AddNested("final_info", Info.Empty, i);
            }
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<float> observations, VectorReset request)
    {
        if (!request.Seeds.IsEmpty || request.Mask.Contains(false))
        {
            throw new NotSupportedException(
                "A SIMD batch is reset as a whole, from one seed. Use separate environments for masks and lists of "
                + "seeds.");
        }

        request.Options?.ExpectAllAsked(batch.GetType().Name);
        ulong seed = request.Seed ?? (hasSeed ? nextSeed : Rng.FromOperatingSystem().NextUInt64());
        batch.Reset(seed, observations);

        // Without a seed, the next reset goes on with a stream of its own.
        nextSeed = new Rng(seed).NextUInt64();
        hasSeed = true;
        ended.AsSpan().Clear();
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<float> batch)
    {
        this.batch.Step(
            actions, batch.Observations, rewards, batch.Terminated, batch.Truncated, batch.FinalObservations);
        for (int i = 0; i < rewards.Length; i++)
        {
            batch.Rewards[i] = rewards[i];
            ended[i] = batch.DoneAt(i);
        }

        batch.FinalObservations.CopyTo(finals, 0);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        byte[] state = batch.SaveState();
        sync.Sync(ref state);
        sync.Sync(ref nextSeed);
        sync.Sync(ref hasSeed);
        if (sync.IsReading)
        {
            batch.RestoreState(state);
            ended.AsSpan().Clear();
        }
    }
}
