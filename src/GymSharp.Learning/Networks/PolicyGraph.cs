using GymSharp.Learning.Normalization;
using GymSharp.Neural;
using GymSharp.Neural.Serialization;

namespace GymSharp.Learning.Networks;

/// <summary>
/// A greedy policy as one computation: observations as the environment gives them (flattened, float32) to logits or
/// values of the choices, or to the action itself where it is a Box.
/// </summary>
/// <param name="parameters">The weights.</param>
/// <param name="observationSize">Numbers in an observation.</param>
/// <param name="normalizer">Normalises observations by the statistics of training, or null.</param>
/// <param name="forward">The networks on a batch of observations.</param>
public sealed class PolicyGraph(
    ParameterSet parameters, int observationSize, ObservationNormalizer? normalizer, Func<Tensor, Tensor> forward)
{
    /// <summary>Numbers in an observation.</summary>
    public int ObservationSize => observationSize;

    /// <summary>Computes the policy's outputs for one observation.</summary>
    /// <param name="observation">The observation.</param>
    public float[] Compute(ReadOnlySpan<float> observation)
    {
        using Tape tape = new(parameters);
        return Outputs(tape.Input(observation, new Shape(1, observationSize))).Values.ToArray();
    }

    /// <summary>Writes the computation, normalisation included, as an ONNX model for batches of any size.</summary>
    /// <param name="stream">Where to.</param>
    /// <exception cref="NotSupportedException">The network has an operation without a counterpart there.</exception>
    public void WriteOnnx(Stream stream)
    {
        using Tape tape = new(parameters);
        Tensor input = tape.Input(new float[observationSize], new Shape(1, observationSize));
        OnnxExport.Write(stream, input, Outputs(input));
    }

    private Tensor Outputs(Tensor input)
    {
        if (normalizer is null)
        {
            return forward(input);
        }

        float[] mean = new float[observationSize];
        float[] scale = new float[observationSize];
        for (int i = 0; i < scale.Length; i++)
        {
            mean[i] = (float)normalizer.Moments.Mean[i];
            scale[i] = (float)(1 / Math.Sqrt(normalizer.Moments.Variance[i] + normalizer.Epsilon));
        }

        Tensor centred = (input - input.Tape.Input(mean)) * input.Tape.Input(scale);
        return forward(centred.Clamp(-normalizer.Limit, normalizer.Limit));
    }
}
