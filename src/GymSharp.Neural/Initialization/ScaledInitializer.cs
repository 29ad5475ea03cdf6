using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>Weights drawn from one distribution whose scale depends on the layer's size; biases zero.</summary>
public abstract class ScaledInitializer : Initializer
{
    private protected ScaledInitializer()
    {
    }

    /// <inheritdoc/>
    public override void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(rng);
        double deviation = Deviation(Fans.Of(weight));
        double bound = Math.Sqrt(3) * deviation;
        foreach (ref float value in weight.In(set))
        {
            value = (float)(IsUniform ? rng.Uniform(-bound, bound) : rng.Normal(0, deviation));
        }

        bias?.In(set).Clear();
        set.MarkChanged();
    }

    private protected abstract bool IsUniform { get; }

    private protected abstract double Deviation(Fans fans);
}
