using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The network of Young and Tian (2019), "MinAtar": one convolution, 16 of 3×3, then 128 numbers, with ReLU.
/// </summary>
public sealed class MinAtarCnn : Module
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 128;

    private readonly Shape picture;
    private readonly Conv2d convolution;
    private readonly Linear linear;

    /// <summary>Adds the layers <c>NAME.conv</c> and <c>NAME.fc_hidden</c> to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the network.</param>
    /// <param name="options">Shape of the pictures (10×10 with the game's channels) and first values.</param>
    /// <param name="rng">Draws them.</param>
    /// <exception cref="ArgumentException">The pictures are too small.</exception>
    public MinAtarCnn(ParameterSet set, string name, CnnOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(options);
        picture = PictureBatch.Require(options.Picture);
        Conv2dOptions sizes = new(picture[2], 16, Kernel: 3, Activation: Activation.Relu);
        convolution = new Conv2d(set, $"{name}.conv", sizes, options.Initializer, rng);
        int width = convolution.OutputShape(picture).Length;
        linear = new Linear(set, $"{name}.fc_hidden", (width, Outputs), options.Initializer, rng, Activation.Relu);
    }

    /// <summary>Computes 128 numbers per picture.</summary>
    /// <param name="input">Pictures, [samples, height, width, channels] or rows of as many numbers.</param>
    public override Tensor Forward(Tensor input) =>
        linear.Forward(convolution.Forward(PictureBatch.Of(input, picture)));
}
