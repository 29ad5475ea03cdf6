using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Layers;

/// <summary>Convolution of pictures [samples, height, width, channels], with an activation.</summary>
public sealed class Conv2d : Module
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Conv2dOptions options;

    /// <summary>Adds the layer's parameters, <c>NAME.weight</c> and <c>NAME.bias</c>, to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="options">Channels, kernel, stride, padding and activation.</param>
    /// <param name="initializer">First values of the weight and the bias.</param>
    /// <param name="rng">Draws them.</param>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public Conv2d(ParameterSet set, string name, Conv2dOptions options, Initializer initializer, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(initializer);
        if (Math.Min(Math.Min(options.Inputs, options.Outputs), Math.Min(options.Kernel, options.Stride)) < 1
            || options.Padding < 0)
        {
            throw new ArgumentException(
                $"Channels, kernel and stride must be at least 1 and padding at least 0, got {options}.",
                nameof(options));
        }

        this.options = options;
        weight = set.Add(
            $"{name}.weight",
            new Shape(options.Kernel, options.Kernel, options.Inputs, options.Outputs),
            ParameterLayout.Convolution);
        bias = set.Add($"{name}.bias", new Shape(options.Outputs));
        initializer.Fill(set, weight, bias, rng);
    }

    /// <summary>Shape of one output, [height, width, channels], for one picture of a given shape.</summary>
    /// <param name="picture">[height, width, channels].</param>
    /// <exception cref="ArgumentException">The kernel is larger than the padded picture.</exception>
    public Shape OutputShape(Shape picture)
    {
        int height = picture[0] + (2 * options.Padding) - options.Kernel;
        int width = picture[1] + (2 * options.Padding) - options.Kernel;
        return height < 0 || width < 0
            ? throw new ArgumentException(
                $"A kernel of {options.Kernel} × {options.Kernel} does not fit on a picture {picture} with padding "
                + $"{options.Padding}. Use a network with smaller kernels, or larger pictures.",
                nameof(picture))
            : new Shape((height / options.Stride) + 1, (width / options.Stride) + 1, options.Outputs);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) => input.Convolution(
        input.Tape.Use(weight), input.Tape.Use(bias), (options.Stride, options.Padding), options.Activation);
}
