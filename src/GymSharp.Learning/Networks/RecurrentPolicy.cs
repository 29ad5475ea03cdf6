using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.Networks;

/// <summary>Takes the most probable action of an actor that remembers.</summary>
/// <param name="network">The networks; later changes are seen.</param>
/// <param name="observationSize">Numbers in an observation.</param>
/// <param name="usesMasks">Whether forbidden actions are never taken.</param>
internal sealed class RecurrentPolicy(RecurrentActorCritic network, int observationSize, bool usesMasks)
    : IRowPolicy, IDisposable
{
    private readonly Tape tape = new(network.Parameters) { IsRecording = false };
    private readonly float[] state = new float[network.StateSize];

    /// <inheritdoc/>
    public int ObservationSize => observationSize;

    /// <inheritdoc/>
    public int ActionSize => network.Distribution.ActionSize;

    /// <inheritdoc/>
    public void Begin() => state.AsSpan().Clear();

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action)
    {
        tape.Clear();
        (Tensor policy, Tensor next) = network.Act(
            tape.Input(observation, new Shape(1, observationSize)), tape.Input(state, new Shape(1, state.Length)),
            [false], ActionMask.Fitting(usesMasks, mask, network.Distribution.ParameterCount));
        network.Distribution.Mode(policy, action);
        next.Values.CopyTo(state);
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();
}
