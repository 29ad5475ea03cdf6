using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>
/// Rectified layers many of whose neurons are silent for a whole batch: what they leave out changes no number.
/// </summary>
public sealed class SilentNeuronTests
{
    [Theory]
    [InlineData(64, 256, 256, 0.7)]
    [InlineData(64, 256, 256, 1)]
    [InlineData(96, 128, 144, 0.5)]
    [InlineData(32, 160, 128, 0.97)]
    [InlineData(37, 192, 96, 0.6)]
    [InlineData(64, 256, 128, 0)]
    public void Gradients_are_chains_of_fused_multiply_adds(int rows, int inputs, int outputs, double silent)
    {
        Rng rng = new(11);
        float[] first = Normal(rng, rows * inputs);
        using ParameterSet set = new();
        Linear below = new(set, "below", (inputs, inputs), new TorchDefault(), rng, Activation.Relu);
        Linear layer = new(set, "layer", (inputs, outputs), new TorchDefault(), rng, Activation.Relu);
        Silence(set.Parameters[1].In(set), silent, rng);
        Silence(set.Parameters[3].In(set), silent, rng);
        float[] factors = Normal(rng, rows * outputs);

        (float[] hidden, float[] y, Gradient found) = Run(set, null, Layers);
        for (int row = 0; row < rows; row++)
        {
            for (int output = 0; output < outputs; output++)
            {
                float sum = Chain(
                    set.Parameters[3].In(set)[output],
                    inputs,
                    k => (hidden[(row * inputs) + k], set.Parameters[2].In(set)[(k * outputs) + output]));
                Assert.Equal(Math.Max(0, sum), y[(row * outputs) + output]);
            }
        }

        float[] sums = [.. factors.Select((factor, i) => y[i] > 0 ? factor : 0)];
        for (int input = 0; input < inputs; input++)
        {
            for (int output = 0; output < outputs; output++)
            {
                float sum = Chain(0, rows, k => (hidden[(k * inputs) + input], sums[(k * outputs) + output]));
                Assert.Equal(sum, found.Weight[(input * outputs) + output]);
            }
        }

        AssertPassedOn(set.Parameters[2].In(set), (rows, inputs, outputs), hidden, sums, found);
        using ComputeTeam team = new(3);
        (_, float[] shared, Gradient together) = Run(set, team, Layers);
        Assert.Equal(y, shared);
        Assert.Equal(found.Weight, together.Weight);
        Assert.Equal(found.BiasBelow, together.BiasBelow);

        (Tensor Hidden, Tensor Y, Tensor Loss) Layers(Tape tape)
        {
            Tensor middle = below.Forward(tape.Input(first, new Shape(rows, inputs)));
            Tensor last = layer.Forward(middle);
            return (middle, last, (last * tape.Input(factors, last.Shape)).Sum());
        }
    }

    [Fact]
    public void A_second_loss_adds_to_the_gradient_of_the_first()
    {
        const int rows = 64;
        const int size = 128;
        Rng rng = new(5);
        using ParameterSet set = new();
        Linear layer = new(set, "layer", (size, size), new TorchDefault(), rng, Activation.Relu);
        Silence(set.Parameters[1].In(set), 0.6, rng);
        float[] x = Normal(rng, rows * size);
        using Tape tape = new(set);
        Tensor outputs = layer.Forward(tape.Input(x, new Shape(rows, size)));
        float[] y = outputs.Values.ToArray();
        tape.Backward(outputs.Sum());
        float[] once = set.Parameters[0].In(tape.Gradients).ToArray();
        tape.Clear();
        tape.Backward(layer.Forward(tape.Input(x, new Shape(rows, size))).Sum());
        float[] twice = set.Parameters[0].In(tape.Gradients).ToArray();
        for (int i = 0; i < once.Length; i++)
        {
            (int input, int output) = Math.DivRem(i, size);
            float sum = Chain(once[i], rows, k => (x[(k * size) + input], y[(k * size) + output] > 0 ? 1 : 0));
            Assert.Equal(sum, twice[i]);
        }

        Assert.Contains(once, value => value != 0);
        Assert.Contains(once, value => value == 0);
    }

    // The gradient that the layer below got shows in that of its bias: a plain sum over the rows.
    private static void AssertPassedOn(
        ReadOnlySpan<float> weight,
        (int Rows, int Inputs, int Outputs) sizes,
        float[] hidden,
        float[] sums,
        Gradient found)
    {
        float[] copy = weight.ToArray();
        for (int input = 0; input < sizes.Inputs; input++)
        {
            float bias = 0;
            for (int row = 0; row < sizes.Rows; row++)
            {
                float passed = Chain(
                    0, sizes.Outputs, k => (sums[(row * sizes.Outputs) + k], copy[(input * sizes.Outputs) + k]));
                bias += hidden[(row * sizes.Inputs) + input] > 0 ? passed : 0;
            }

            Assert.Equal(bias, found.BiasBelow[input]);
        }
    }

    private static (float[] Hidden, float[] Y, Gradient Gradient) Run(
        ParameterSet set, ComputeTeam? team, Func<Tape, (Tensor Hidden, Tensor Y, Tensor Loss)> layers)
    {
        using Tape tape = new(set, team);
        (Tensor hidden, Tensor y, Tensor loss) = layers(tape);
        float[] middle = hidden.Values.ToArray();
        float[] last = y.Values.ToArray();
        tape.Backward(loss);
        return (
            middle,
            last,
            new Gradient(
                set.Parameters[2].In(tape.Gradients).ToArray(), set.Parameters[1].In(tape.Gradients).ToArray()));
    }

    private static float Chain(float start, int length, Func<int, (float A, float B)> factors)
    {
        float sum = start;
        for (int k = 0; k < length; k++)
        {
            (float a, float b) = factors(k);
            sum = MathF.FusedMultiplyAdd(a, b, sum);
        }

        return sum;
    }

    // A bias far below zero keeps a neuron silent.
    private static void Silence(Span<float> bias, double share, Rng rng)
    {
        foreach (ref float value in bias)
        {
            value = rng.Random() < share ? -100 : value;
        }
    }

    private static float[] Normal(Rng rng, int length)
    {
        float[] values = new float[length];
        rng.StandardNormal(values);
        return values;
    }

    private sealed record Gradient(float[] Weight, float[] BiasBelow);
}
