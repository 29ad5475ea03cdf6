using GymSharp.Randomness;

namespace GymSharp.Neural.Distributions;

/// <summary>What the plain and the squashed Gaussian share.</summary>
internal static class Gaussians
{
    // log(2πe) / 2
    private const float UnitEntropy = 1.4189385332f;

    public static Tensor Entropy(Tensor parameters, int size) =>
        parameters.Slice(size, size).SumRows() + (size * UnitEntropy);

    // Σ log σ' − log σ + (σ² + (μ − μ')²) / 2σ'² − 1/2, with σ²/σ'² from the difference of the logarithms.
    public static Tensor Divergence(Tensor oldParameters, Tensor parameters, int size)
    {
        Tensor logRatio = oldParameters.Slice(size, size) - parameters.Slice(size, size);
        Tensor inverse = (parameters.Slice(size, size) * -1f).Exp();
        Tensor shift = (oldParameters.Slice(0, size) - parameters.Slice(0, size)) * inverse;
        Tensor terms = ((((logRatio * 2f).Exp() + shift.Square()) - 1f) * 0.5f) - logRatio;
        return terms.SumRows();
    }

    public static void Sample(Tensor parameters, int rows, Rng rng, Span<float> actions)
    {
        int size = actions.Length / rows;
        for (int i = 0; i < actions.Length; i++)
        {
            int mean = (i / size * 2 * size) + (i % size);
            float deviation = MathF.Exp(parameters.Values[mean + size]);
            actions[i] = parameters.Values[mean] + (deviation * rng.StandardNormalSingle());
        }
    }

    public static void Means(Tensor parameters, int rows, Span<float> actions)
    {
        int size = actions.Length / rows;
        for (int row = 0; row < rows; row++)
        {
            parameters.Values.Slice(row * 2 * size, size).CopyTo(actions[(row * size)..]);
        }
    }
}
