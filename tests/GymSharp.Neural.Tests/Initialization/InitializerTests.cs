using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Initialization;

/// <summary>First values against what their papers promise.</summary>
public sealed class InitializerTests
{
    [Theory]
    [InlineData(64, 32)]
    [InlineData(32, 64)]
    [InlineData(48, 48)]
    public void Orthogonal_vectors_are_orthogonal_and_as_long_as_the_gain(int inputs, int outputs)
    {
        float[] weight = Fill(new Orthogonal(1.5), new Shape(inputs, outputs));
        bool columns = outputs <= inputs;
        int count = Math.Min(inputs, outputs);
        int length = Math.Max(inputs, outputs);
        double At(int vector, int i) => columns ? weight[(i * outputs) + vector] : weight[(vector * outputs) + i];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double product = Enumerable.Range(0, length).Sum(k => At(i, k) * At(j, k));
                Assert.Equal(i == j ? 2.25 : 0, product, 1e-6);
            }
        }
    }

    [Fact]
    public void Orthogonal_convolutions_take_each_kernel_as_a_vector()
    {
        float[] weight = Fill(new Orthogonal(), new Shape(3, 3, 4, 8));
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, 36).Sum(k => (double)weight[(k * 8) + i] * weight[(k * 8) + i]), 1e-6);
        }
    }

    // Sample deviation of 40,000 numbers: within 2 %, more than five standard errors.
    [Theory]
    [InlineData("kaiming uniform", 0.1)]
    [InlineData("kaiming normal", 0.1)]
    [InlineData("xavier uniform", 0.08164965809)]
    [InlineData("xavier normal", 0.08164965809)]
    [InlineData("torch", 0.04082482904)]
    public void Weights_have_the_published_deviation(string name, double deviation)
    {
        Initializer initializer = name switch
        {
            "kaiming uniform" => new Kaiming(),
            "kaiming normal" => new Kaiming(uniform: false),
            "xavier uniform" => new Xavier(),
            "xavier normal" => new Xavier(uniform: false),
            _ => new TorchDefault(),
        };
        float[] weight = Fill(initializer, new Shape(200, 100), 2);
        double measured = Math.Sqrt(weight.Average(x => (double)x * x));
        Assert.InRange(measured / deviation, 0.98, 1.02);
        Assert.InRange(weight.Average(x => (double)x) / deviation, -0.03, 0.03);
        if (!name.EndsWith("normal", StringComparison.Ordinal))
        {
            Assert.True(weight.Max(Math.Abs) <= Math.Sqrt(3) * deviation);
        }
    }

    [Fact]
    public void A_convolution_counts_the_inputs_under_its_kernel()
    {
        float[] weight = Fill(new Kaiming(uniform: false), new Shape(5, 5, 8, 100));
        Assert.InRange(Math.Sqrt(weight.Average(x => (double)x * x)) / 0.1, 0.98, 1.02);
    }

    [Fact]
    public void Biases_are_zero_or_as_told()
    {
        using ParameterSet set = new();
        Parameter weight = set.Add("w", new Shape(3, 2));
        Parameter bias = set.Add("b", new Shape(2));
        bias.In(set).Fill(7);
        new Orthogonal().Fill(set, weight, bias, new Rng(1));
        Assert.All(bias.In(set).ToArray(), x => Assert.Equal(0, x));
        new Constant(0.5f, -1).Fill(set, weight, bias, new Rng(1));
        Assert.All(weight.In(set).ToArray(), x => Assert.Equal(0.5f, x));
        Assert.All(bias.In(set).ToArray(), x => Assert.Equal(-1, x));
    }

    private static float[] Fill(Initializer initializer, Shape shape, int repeats = 1)
    {
        List<float> values = [];
        Rng rng = new(11);
        for (int i = 0; i < repeats; i++)
        {
            using ParameterSet set = new();
            Parameter weight = set.Add("w", shape);
            initializer.Fill(set, weight, null, rng);
            values.AddRange(weight.In(set));
        }

        return [.. values];
    }
}
