using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Layers;

/// <summary><c>activation(x W + b)</c>.</summary>
public sealed class Linear : Module
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Activation activation;

    /// <summary>Adds the layer's parameters, <c>NAME.weight</c> and <c>NAME.bias</c>, to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="sizes">Inputs and outputs.</param>
    /// <param name="initializer">First values of the weight and the bias.</param>
    /// <param name="rng">Draws them.</param>
    /// <param name="activation">Applied to the sums.</param>
    public Linear(
        ParameterSet set,
        string name,
        (int Inputs, int Outputs) sizes,
        Initializer initializer,
        Rng rng,
        Activation activation = Activation.None)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(initializer);
        this.activation = activation;
        weight = set.Add(
            $"{name}.weight", new Shape(sizes.Inputs, sizes.Outputs), ParameterLayout.TransposedMatrix);
        bias = set.Add($"{name}.bias", new Shape(sizes.Outputs));
        initializer.Fill(set, weight, bias, rng);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) =>
        input.Linear(input.Tape.Use(weight), input.Tape.Use(bias), activation);
}
