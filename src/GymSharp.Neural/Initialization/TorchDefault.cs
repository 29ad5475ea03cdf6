using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>
/// PyTorch's default for linear and convolution layers: weight and bias uniform in <c>±1/√inputs</c>.
/// </summary>
public sealed class TorchDefault : Initializer
{
    /// <inheritdoc/>
    public override void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(rng);
        int inputs = weight.Shape.Length / weight.Shape[weight.Shape.Rank - 1];
        double bound = 1 / Math.Sqrt(inputs);
        Uniform(weight.In(set), bound, rng);
        if (bias is not null)
        {
            Uniform(bias.In(set), bound, rng);
        }

        set.MarkChanged();
    }

    private static void Uniform(Span<float> values, double bound, Rng rng)
    {
        foreach (ref float value in values)
        {
            value = (float)rng.Uniform(-bound, bound);
        }
    }
}
