using GymSharp.Randomness;

namespace GymSharp.Neural.Initialization;

/// <summary>The same number everywhere in the weight; biases likewise.</summary>
/// <param name="weightValue">Every number of the weight.</param>
/// <param name="biasValue">Every number of the bias.</param>
public sealed class Constant(float weightValue = 0, float biasValue = 0) : Initializer
{
    /// <inheritdoc/>
    public override void Fill(ParameterSet set, Parameter weight, Parameter? bias, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(weight);
        weight.In(set).Fill(weightValue);
        if (bias is not null)
        {
            bias.In(set).Fill(biasValue);
        }

        set.MarkChanged();
    }
}
