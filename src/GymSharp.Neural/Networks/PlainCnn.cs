using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>Convolutions one after the other, then fully connected layers, with ReLU throughout.</summary>
public abstract class PlainCnn : Module
{
    private readonly Shape picture;
    private readonly Conv2d[] convolutions;
    private readonly Linear[] linear;

    /// <summary>Adds the layers to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="options">Shape of the pictures and first values.</param>
    /// <param name="layers">Full name, number, size and step of the kernels of each convolution.</param>
    /// <param name="last">Full name and width of each fully connected layer.</param>
    /// <param name="rng">Draws the first values.</param>
    /// <exception cref="ArgumentException">The pictures are too small.</exception>
    private protected PlainCnn(
        ParameterSet set,
        CnnOptions options,
        ReadOnlySpan<(string Name, int Outputs, int Kernel, int Stride)> layers,
        ReadOnlySpan<(string Name, int Outputs)> last,
        Rng rng)
    {
        ArgumentNullException.ThrowIfNull(options);
        picture = PictureBatch.Require(options.Picture);
        int least = Least(layers);
        if (picture[0] < least || picture[1] < least)
        {
            throw new ArgumentException(
                $"Pictures of {picture[0]} × {picture[1]} are too small for {GetType().Name}, which needs at least "
                + $"{least} × {least}. Take larger pictures or another network.",
                nameof(options));
        }

        convolutions = new Conv2d[layers.Length];
        Shape shape = picture;
        for (int i = 0; i < layers.Length; i++)
        {
            Conv2dOptions sizes = new(
                shape[2], layers[i].Outputs, layers[i].Kernel, layers[i].Stride, Activation: Activation.Relu);
            convolutions[i] = new Conv2d(set, layers[i].Name, sizes, options.Initializer, rng);
            shape = convolutions[i].OutputShape(shape);
        }

        linear = new Linear[last.Length];
        int width = shape.Length;
        for (int i = 0; i < last.Length; i++)
        {
            linear[i] = new Linear(
                set, last[i].Name, (width, last[i].Outputs), options.Initializer, rng, Activation.Relu);
            width = last[i].Outputs;
        }
    }

    /// <summary>Computes the numbers of the last layer for each picture.</summary>
    /// <param name="input">Pictures, [samples, height, width, channels] or rows of as many numbers, usually 0 to
    /// 1.</param>
    public sealed override Tensor Forward(Tensor input)
    {
        Tensor x = PictureBatch.Of(input, picture);
        foreach (Conv2d convolution in convolutions)
        {
            x = convolution.Forward(x);
        }

        foreach (Linear layer in linear)
        {
            x = layer.Forward(x);
        }

        return x;
    }

    private static int Least(ReadOnlySpan<(string Name, int Outputs, int Kernel, int Stride)> layers)
    {
        int least = 1;
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            least = ((least - 1) * layers[i].Stride) + layers[i].Kernel;
        }

        return least;
    }
}
