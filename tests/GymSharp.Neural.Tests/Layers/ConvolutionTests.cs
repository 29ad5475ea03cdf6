using FsCheck;
using FsCheck.Fluent;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>Convolutions against their definition in double precision.</summary>
public sealed class ConvolutionTests
{
    [Fact]
    public void Any_convolution_is_its_definition()
    {
        Gen<int[]> sizes = Gen.ArrayOf(Gen.Choose(0, 1000), 9);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(sizes.ToArbitrary(), Agrees));
    }

    [Fact]
    public void Results_and_gradients_do_not_depend_on_the_number_of_threads()
    {
        (float[] Values, float[] Gradients) alone = Pass(1);
        foreach (int members in new[] { 2, 4 })
        {
            (float[] values, float[] gradients) = Pass(members);
            Assert.Equal(alone.Values, values);
            Assert.Equal(alone.Gradients, gradients);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using Bench bench = new();
        Tensor pictures = bench.Tape.Input(new float[2 * 5 * 5 * 3], new Shape(2, 5, 5, 3));
        Tensor kernels = bench.Tape.Input(new float[3 * 3 * 3 * 4], new Shape(3, 3, 3, 4));
        Tensor wrong = bench.Tape.Input(new float[3 * 3 * 2 * 4], new Shape(3, 3, 2, 4));
        Tensor large = bench.Tape.Input(new float[6 * 6 * 3 * 1], new Shape(6, 6, 3, 1));
        Assert.Throws<ArgumentException>(() => pictures.Convolution(wrong, null, (1, 0)));
        Assert.Throws<ArgumentException>(() => pictures.Convolution(large, null, (1, 0)));
        Assert.Throws<ArgumentException>(() => pictures.Convolution(kernels, null, (0, 0)));
        Assert.Equal(new Shape(2, 3, 3, 4), pictures.Convolution(kernels, null, (1, 0)).Shape);
    }

    private static (float[] Values, float[] Gradients) Pass(int members)
    {
        using ParameterSet set = new();
        Parameter x = set.Add("x", new Shape(11, 12, 13, 5));
        Parameter weight = set.Add("w", new Shape(3, 4, 5, 20));
        Parameter bias = set.Add("b", new Shape(20));
        new Rng(4).StandardNormal(set.Values);
        set.MarkChanged();
        using ComputeTeam team = new(members);
        using Tape tape = new(set, team);
        Tensor y = tape.Use(x).Convolution(tape.Use(weight), tape.Use(bias), (1, 1), Activation.Tanh);
        tape.Backward(y.Square().Sum());
        return (y.Values.ToArray(), tape.Gradients.Values.ToArray());
    }

    private static bool Agrees(int[] draws)
    {
        int samples = 1 + (draws[0] % 3);
        int channels = 1 + (draws[1] % 20);
        int kernelHeight = 1 + (draws[2] % 4);
        int kernelWidth = 1 + (draws[3] % 4);
        int outputs = draws[4] % 3 > 0 ? 16 * (1 + (draws[4] % 4)) : 1 + (draws[4] % 40);
        int stride = 1 + (draws[5] % 3);
        int padding = draws[6] % 3;
        Shape input = new(samples, kernelHeight + (draws[7] % 9), kernelWidth + (draws[8] % 9), channels);
        Shape kernel = new(kernelHeight, kernelWidth, channels, outputs);
        using ParameterSet set = new();
        Parameter kernels = set.Add("w", kernel);
        float[] x = GradientCheck.Normal(input.Length);
        float[] weight = GradientCheck.Normal(kernel.Length, 2);
        float[] bias = GradientCheck.Normal(outputs, 3);
        weight.CopyTo(kernels.In(set));
        set.MarkChanged();
        using Tape tape = new(set);
        Tensor y = tape.Input(x, input).Convolution(tape.Use(kernels), tape.Input(bias), (stride, padding));
        for (int i = 0; i < y.Shape.Length; i++)
        {
            int output = i % outputs;
            int column = i / outputs % y.Shape[2];
            int row = i / outputs / y.Shape[2] % y.Shape[1];
            int sample = i / outputs / y.Shape[2] / y.Shape[1];
            double expected = bias[output];
            for (int k = 0; k < kernel.Length; k += outputs)
            {
                int channel = k / outputs % channels;
                int atX = (column * stride) - padding + (k / outputs / channels % kernelWidth);
                int atY = (row * stride) - padding + (k / outputs / channels / kernelWidth);
                if (atX >= 0 && atY >= 0 && atX < input[2] && atY < input[1])
                {
                    int at = (((((sample * input[1]) + atY) * input[2]) + atX) * channels) + channel;
                    expected += (double)x[at] * weight[k + output];
                }
            }

            if (Math.Abs(expected - y.Values[i]) > 1e-4)
            {
                throw new InvalidOperationException($"{input} * {kernel}, stride {stride}, padding {padding}: element {i}");
            }
        }

        return true;
    }
}
