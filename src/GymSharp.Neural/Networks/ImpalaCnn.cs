using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The residual network of Espeholt et al. (2018), "IMPALA", as used for Procgen: three sections of 16, 32 and 32
/// channels, each a convolution of 3×3, a maximum over 3×3 by 2 and two residual blocks; then ReLU and 256 numbers.
/// </summary>
public sealed class ImpalaCnn : Module
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 256;

    private static readonly int[] Channels = [16, 32, 32];

    private readonly Shape picture;
    private readonly Conv2d[] entries = new Conv2d[Channels.Length];
    private readonly Conv2d[][] blocks = new Conv2d[Channels.Length][];
    private readonly Linear linear;

    /// <summary>
    /// Adds the layers <c>NAME.conv_sequences.I.conv</c>, <c>NAME.conv_sequences.I.res_block0.conv0</c>, … and
    /// <c>NAME.hidden_fc</c> to a set.
    /// </summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the network.</param>
    /// <param name="options">Shape of the pictures and first values.</param>
    /// <param name="rng">Draws them.</param>
    /// <exception cref="ArgumentException">It is not the shape of a picture.</exception>
    public ImpalaCnn(ParameterSet set, string name, CnnOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(options);
        picture = PictureBatch.Require(options.Picture);
        Shape shape = picture;
        for (int i = 0; i < Channels.Length; i++)
        {
            string section = $"{name}.conv_sequences.{i}";
            Conv2dOptions sizes = new(shape[2], Channels[i], Kernel: 3, Padding: 1);
            entries[i] = new Conv2d(set, $"{section}.conv", sizes, options.Initializer, rng);
            Conv2dOptions inner = new(Channels[i], Channels[i], Kernel: 3, Padding: 1);
            blocks[i] = new Conv2d[4];
            for (int j = 0; j < 4; j++)
            {
                // The first of each pair feeds a ReLU alone, which it can apply at once.
                Conv2dOptions fused = inner with { Activation = j % 2 == 0 ? Activation.Relu : Activation.None };
                blocks[i][j] = new Conv2d(
                    set, $"{section}.res_block{j / 2}.conv{j % 2}", fused, options.Initializer, rng);
            }

            shape = new Shape((shape[0] + 1) / 2, (shape[1] + 1) / 2, Channels[i]);
        }

        linear = new Linear(set,
            $"{name}.hidden_fc", (shape.Length, Outputs), options.Initializer, rng, Activation.Relu);
    }

    /// <summary>Computes 256 numbers per picture.</summary>
    /// <param name="input">Pictures, [samples, height, width, channels] or rows of as many numbers, usually 0 to
    /// 1.</param>
    public override Tensor Forward(Tensor input)
    {
        Tensor x = PictureBatch.Of(input, picture);
        for (int i = 0; i < entries.Length; i++)
        {
            x = entries[i].Forward(x).MaxPool(3, 2, 1);
            for (int j = 0; j < 4; j += 2)
            {
                x += blocks[i][j + 1].Forward(blocks[i][j].Forward(x.Relu()));
            }
        }

        return linear.Forward(x.Relu());
    }
}
