using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The network for Atari pictures of Mnih et al. (2015), "Human-level control through deep reinforcement learning":
/// convolutions 32 of 8×8 by 4, 64 of 4×4 by 2, 64 of 3×3 by 1, then 512 numbers, with ReLU throughout.
/// </summary>
/// <remarks>
/// Parameters are named as in Stable-Baselines3: <c>NAME.cnn.0.weight</c>, …, <c>NAME.linear.0.weight</c>.
/// </remarks>
public sealed class NatureCnn : Module
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 512;

    private readonly Shape picture;
    private readonly Conv2d[] convolutions;
    private readonly Linear linear;

    /// <summary>Adds the layers to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the network.</param>
    /// <param name="options">Shape of the pictures (84×84×4 for Atari; at least 36×36) and first values.</param>
    /// <param name="rng">Draws them.</param>
    /// <exception cref="ArgumentException">The pictures are too small.</exception>
    public NatureCnn(ParameterSet set, string name, CnnOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(options);
        picture = PictureBatch.Require(options.Picture);
        Conv2dOptions[] layers =
        [
            new(picture[2], 32, Kernel: 8, Stride: 4, Activation: Activation.Relu),
            new(32, 64, Kernel: 4, Stride: 2, Activation: Activation.Relu),
            new(64, 64, Kernel: 3, Activation: Activation.Relu),
        ];
        convolutions = new Conv2d[layers.Length];
        Shape shape = picture;
        for (int i = 0; i < layers.Length; i++)
        {
            convolutions[i] = new Conv2d(set, $"{name}.cnn.{2 * i}", layers[i], options.Initializer, rng);
            shape = convolutions[i].OutputShape(shape);
        }

        linear = new Linear(
            set, $"{name}.linear.0", (shape.Length, Outputs), options.Initializer, rng, Activation.Relu);
    }

    /// <summary>Computes 512 numbers per picture.</summary>
    /// <param name="input">Pictures, [samples, height, width, channels] or rows of as many numbers, usually 0 to
    /// 1.</param>
    public override Tensor Forward(Tensor input)
    {
        Tensor x = PictureBatch.Of(input, picture);
        foreach (Conv2d convolution in convolutions)
        {
            x = convolution.Forward(x);
        }

        return linear.Forward(x);
    }
}
