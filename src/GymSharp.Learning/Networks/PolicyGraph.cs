using GymSharp.Learning.Normalization;
using GymSharp.Neural;
using GymSharp.Neural.Serialization;

namespace GymSharp.Learning.Networks;

/// <summary>
/// A greedy policy as one computation: observations as the environment gives them (flattened, float32) to logits or
/// values of the choices, or to the action itself where it is a Box. Where it remembers, a state goes in and out as
/// well; zeros begin an episode.
/// </summary>
/// <param name="parameters">The weights.</param>
/// <param name="sizes">Numbers in an observation and in a state, 0 where nothing is remembered.</param>
/// <param name="normalizer">Normalises observations by the statistics of training, or null.</param>
/// <param name="forward">The networks on a batch of observations and states.</param>
public sealed class PolicyGraph(
    ParameterSet parameters,
    (int Observation, int State) sizes,
    ObservationNormalizer? normalizer,
    Func<Tensor, Tensor, (Tensor Output, Tensor State)> forward)
{
    /// <summary>A policy that remembers nothing.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="normalizer">Normalises observations by the statistics of training, or null.</param>
    /// <param name="forward">The networks on a batch of observations.</param>
    public PolicyGraph(
        ParameterSet parameters,
        int observationSize,
        ObservationNormalizer? normalizer,
        Func<Tensor, Tensor> forward)
        : this(parameters, (observationSize, 0), normalizer, (observations, state) => (forward(observations), state))
    {
    }

    /// <summary>Numbers in an observation.</summary>
    public int ObservationSize => sizes.Observation;

    /// <summary>Numbers in a state, 0 where nothing is remembered.</summary>
    public int StateSize => sizes.State;

    /// <summary>Computes the policy's outputs for one observation.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="state">What is remembered: zeros at the beginning of an episode, changed by the call.</param>
    public float[] Compute(ReadOnlySpan<float> observation, Span<float> state = default)
    {
        using Tape tape = new(parameters);
        (Tensor output, Tensor next) = forward(
            Normalized(tape.Input(observation, new Shape(1, ObservationSize))), State(tape, state));
        if (StateSize > 0)
        {
            next.Values.CopyTo(state);
        }

        return output.Values.ToArray();
    }

    /// <summary>
    /// Writes the computation, normalisation included, as an ONNX model for batches of any size: <c>input</c> to
    /// <c>output</c>, and <c>state</c> to <c>next_state</c> where something is remembered.
    /// </summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="NotSupportedException">The network has an operation without a counterpart there.</exception>
    public void WriteOnnx(Stream stream)
    {
        using Tape tape = new(parameters);
        Tensor input = tape.Input(new float[ObservationSize], new Shape(1, ObservationSize));
        Tensor state = State(tape, new float[StateSize]);
        (Tensor output, Tensor next) = forward(Normalized(input), state);
        if (StateSize == 0)
        {
            OnnxExport.Write(stream, input, output);
        }
        else
        {
            OnnxExport.Write(stream, [("input", input), ("state", state)], [("output", output), ("next_state", next)]);
        }
    }

    private Tensor State(Tape tape, ReadOnlySpan<float> state) =>
        StateSize > 0 ? tape.Input(state, new Shape(1, StateSize)) : default;

    private Tensor Normalized(Tensor input)
    {
        if (normalizer is null)
        {
            return input;
        }

        float[] mean = new float[ObservationSize];
        float[] scale = new float[ObservationSize];
        for (int i = 0; i < scale.Length; i++)
        {
            mean[i] = (float)normalizer.Moments.Mean[i];
            scale[i] = (float)(1 / Math.Sqrt(normalizer.Moments.Variance[i] + normalizer.Epsilon));
        }

        Tensor centred = (input - input.Tape.Input(mean)) * input.Tape.Input(scale);
        return centred.Clamp(-normalizer.Limit, normalizer.Limit);
    }
}
