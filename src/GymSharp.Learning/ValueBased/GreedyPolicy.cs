using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

/// <summary>Takes the action of the largest expected return.</summary>
internal sealed class GreedyPolicy(
    QNetwork network, ActionValueModel model, ParameterSet parameters, int observationSize)
    : IRowPolicy, IDisposable
{
    private readonly Tape tape = new(parameters) { IsRecording = false };
    private readonly float[] values = new float[network.Actions];

    /// <inheritdoc/>
    public int ObservationSize => observationSize;

    /// <inheritdoc/>
    public int ActionSize => 1;

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action)
    {
        tape.Clear();
        Tensor input = tape.Input(observation, new Shape(1, observationSize));
        action[0] = model.Best(network.ForwardWithoutNoise(input).Values, mask, values);
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();
}
