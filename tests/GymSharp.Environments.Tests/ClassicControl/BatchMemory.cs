using GymSharp.Vector;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>The memory that the caller of a batch owns.</summary>
internal sealed class BatchMemory<TAction>(BatchedEnv<TAction> batch)
    where TAction : unmanaged
{
    private readonly int length = batch.ObservationLength;

    public TAction[] Actions { get; } = new TAction[batch.NumEnvs];

    public float[] Observations { get; } = new float[batch.NumEnvs * batch.ObservationLength];

    public float[] Rewards { get; } = new float[batch.NumEnvs];

    public bool[] Terminated { get; } = new bool[batch.NumEnvs];

    public bool[] Truncated { get; } = new bool[batch.NumEnvs];

    public float[] FinalObservations { get; } = new float[batch.NumEnvs * batch.ObservationLength];

    public void Step(BatchedEnv<TAction> stepped) =>
        stepped.Step(Actions, Observations, Rewards, Terminated, Truncated, FinalObservations);

    public ReadOnlySpan<float> Row(int index) => Observations.AsSpan(index * length, length);

    public ReadOnlySpan<float> LastSeen(int index, bool ended) =>
        (ended ? FinalObservations : Observations).AsSpan(index * length, length);
}
