using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>Linear layers with activations between them: a multilayer perceptron.</summary>
/// <remarks>
/// Parameters are named as in PyTorch's <c>Sequential</c> of layers and activations: <c>NAME.0.weight</c>,
/// <c>NAME.2.weight</c>, …
/// </remarks>
public sealed class Mlp : Module
{
    private readonly Sequential layers;

    /// <summary>Adds the layers to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the network.</param>
    /// <param name="options">Sizes and first values.</param>
    /// <param name="rng">Draws them.</param>
    /// <exception cref="ArgumentException">A size is not positive, or there is no layer.</exception>
    public Mlp(ParameterSet set, string name, MlpOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        List<Module> modules = [];
        int width = options.Inputs;
        int index = 0;
        foreach (int size in options.Hidden)
        {
            Activation fused = options.LayerNorm ? Activation.None : options.Activation;
            modules.Add(new Linear(set, $"{name}.{index++}", (width, size), options.HiddenInitializer, rng, fused));
            if (options.LayerNorm)
            {
                modules.Add(new LayerNorm(set, $"{name}.{index++}", size, options.Activation));
            }

            width = size;
            index++;
        }

        if (options.Outputs > 0)
        {
            modules.Add(new Linear(set, $"{name}.{index}", (width, options.Outputs), options.OutputInitializer, rng));
            width = options.Outputs;
        }

        layers = new Sequential(modules);
        Outputs = width;
    }

    /// <summary>Numbers per row that come out.</summary>
    public int Outputs { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<Module> Layers => layers.Modules;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) => layers.Forward(input);

    private static void Check(MlpOptions options)
    {
        if (options.Inputs < 1 || options.Outputs < 0 || options.Hidden.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"Layers need at least one number each, got {options.Inputs} inputs, hidden layers of "
                + $"[{string.Join(", ", options.Hidden)}] and {options.Outputs} outputs.",
                nameof(options));
        }

        if (options.Hidden.Count == 0 && options.Outputs == 0)
        {
            throw new ArgumentException(
                "A network without hidden layers and without outputs computes nothing. Set Hidden or Outputs.",
                nameof(options));
        }
    }
}
