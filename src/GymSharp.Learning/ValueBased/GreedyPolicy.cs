using GymSharp.Learning.Views;
using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

/// <summary>Takes the action of the largest expected return.</summary>
/// <param name="network">The network; later changes are seen.</param>
/// <param name="model">What the network tells about an action.</param>
/// <param name="parameters">The network's numbers.</param>
/// <param name="observationSize">Numbers in an observation.</param>
/// <param name="usesMasks">Whether forbidden actions are never taken.</param>
/// <param name="mirror">Shows the mirror image of what is seen, whose values count as much; or null.</param>
internal sealed class GreedyPolicy(
    QNetwork network,
    ActionValueModel model,
    ParameterSet parameters,
    int observationSize,
    bool usesMasks,
    Mirror? mirror)
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
        ReadOnlySpan<bool> allowed = ActionMask.Fitting(usesMasks, mask, values.Length);
        action[0] = mirror is null
            ? model.Best(network.ForwardWithoutNoise(input).Values, allowed, values)
            : ActionValueModel.BestOf(Expect(input).Values, allowed);
    }

    /// <summary>Expected returns: [rows, actions].</summary>
    /// <param name="observations">[rows, observation].</param>
    /// <param name="noisy">Whether with the noise of the weights, where they have any.</param>
    public Tensor Expect(Tensor observations, bool noisy = false)
    {
        Tensor expected = OneSide(observations, noisy);
        return mirror is null ? expected : mirror.Mean(expected, OneSide(mirror.Turned(observations), noisy));
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();

    private Tensor OneSide(Tensor observations, bool noisy) =>
        model.Expect(noisy ? network.Forward(observations) : network.ForwardWithoutNoise(observations));
}
