using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Takes the action that a network gives.</summary>
/// <param name="parameters">The network's numbers; later changes are seen.</param>
/// <param name="sizes">Numbers in an observation and in an action.</param>
/// <param name="forward">Actions, [rows, actions], of observations, [rows, observation].</param>
internal sealed class DeterministicPolicy(
    ParameterSet parameters, (int Observation, int Action) sizes, Func<Tensor, Tensor> forward)
    : IRowPolicy, IDisposable
{
    private readonly Tape tape = new(parameters) { IsRecording = false };

    /// <inheritdoc/>
    public int ObservationSize => sizes.Observation;

    /// <inheritdoc/>
    public int ActionSize => sizes.Action;

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action)
    {
        tape.Clear();
        forward(tape.Input(observation, new Shape(1, sizes.Observation))).Values.CopyTo(action);
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();
}
