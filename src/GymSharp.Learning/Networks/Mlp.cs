using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>Fully connected layers one after the other, each followed by the activation.</summary>
public sealed class Mlp : Module
{
    private readonly Linear[] layers;

    /// <summary>Adds the layers' parameters, <c>NAME.0.weight</c> and so on, to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the network.</param>
    /// <param name="sizes">Numbers in a row of the input, then outputs of each layer.</param>
    /// <param name="initializer">First values of the layers.</param>
    /// <param name="rng">Draws them.</param>
    /// <param name="activation">Applied after each layer.</param>
    public Mlp(
        ParameterSet set, string name, ReadOnlySpan<int> sizes, Initializer initializer, Rng rng, Activation activation)
    {
        layers = new Linear[sizes.Length - 1];
        for (int i = 0; i < layers.Length; i++)
        {
            layers[i] = new Linear(set, $"{name}.{i}", (sizes[i], sizes[i + 1]), initializer, rng, activation);
        }

        OutputSize = sizes[^1];
    }

    /// <summary>Numbers in a row of the output.</summary>
    public int OutputSize { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        foreach (Linear layer in layers)
        {
            input = layer.Forward(input);
        }

        return input;
    }
}
