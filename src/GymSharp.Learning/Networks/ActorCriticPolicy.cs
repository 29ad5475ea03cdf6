using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.Networks;

/// <summary>Takes the most probable action of an actor.</summary>
/// <param name="network">The networks; later changes are seen.</param>
/// <param name="observationSize">Numbers in an observation.</param>
/// <param name="usesMasks">Whether forbidden actions are never taken.</param>
internal sealed class ActorCriticPolicy(ActorCriticNetwork network, int observationSize, bool usesMasks)
    : IRowPolicy, IDisposable
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
        ReadOnlySpan<bool> allowed = ActionMask.Fitting(usesMasks, mask, network.Distribution.ParameterCount);
        Tensor policy = network.Act(tape.Input(observation, new Shape(1, observationSize)), allowed).Policy;
        network.Distribution.Mode(policy, action);
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();
}
