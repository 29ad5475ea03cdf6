using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.Networks;

/// <summary>Takes the most probable action of an actor.</summary>
/// <param name="network">The networks; later changes are seen.</param>
/// <param name="observationSize">Numbers in an observation.</param>
internal sealed class ActorCriticPolicy(ActorCriticNetwork network, int observationSize) : IRowPolicy, IDisposable
{
    private readonly Tape tape = new(network.Parameters) { IsRecording = false };

    /// <inheritdoc/>
    public int ObservationSize => observationSize;

    /// <inheritdoc/>
    public int ActionSize => network.Distribution.ActionSize;

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action)
    {
        tape.Clear();
        Tensor policy = network.Act(tape.Input(observation, new Shape(1, observationSize)), mask).Policy;
        network.Distribution.Mode(policy, action);
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();
}
