using GymSharp.Neural;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Networks with two hidden layers of tanh in loops over doubles, and gradients by differences.</summary>
internal sealed class ScalarNetworks(ParameterSet layout)
{
    private const double Step = 1e-5;

    /// <summary>The numbers as they are now.</summary>
    public double[] Weights() => [.. layout.Values.ToArray().Select(value => (double)value)];

    /// <summary>A layer's sums.</summary>
    public double[] Layer(double[] weights, string name, double[] input)
    {
        Parameter weight = layout.Parameters.Single(parameter => parameter.Name == $"{name}.weight");
        Parameter bias = layout.Parameters.Single(parameter => parameter.Name == $"{name}.bias");
        double[] output = new double[bias.Shape.Length];
        for (int to = 0; to < output.Length; to++)
        {
            output[to] = weights[bias.Offset + to];
            for (int from = 0; from < input.Length; from++)
            {
                output[to] += input[from] * weights[weight.Offset + (from * output.Length) + to];
            }
        }

        return output;
    }

    /// <summary>The last hidden layer.</summary>
    public double[] Hidden(double[] weights, string name, double[] input) =>
        Tanh(Layer(weights, $"{name}.2", Tanh(Layer(weights, $"{name}.0", input))));

    /// <summary>A critic's numbers.</summary>
    public double[] Critic(double[] weights, int index, double[] input) =>
        Layer(weights, $"qf{index}.4", Hidden(weights, $"qf{index}", input));

    /// <summary>Numbers of a parameter.</summary>
    public double[] Values(double[] weights, string name)
    {
        Parameter parameter = layout.Parameters.Single(candidate => candidate.Name == name);
        return weights[parameter.Offset..(parameter.Offset + parameter.Shape.Length)];
    }

    public static double[] Tanh(double[] values) => [.. values.Select(Math.Tanh)];

    /// <summary>The derivative of a loss by every weight, from its values on both sides.</summary>
    public static double[] Gradient(double[] weights, Func<double[], double> loss)
    {
        double[] gradient = new double[weights.Length];
        double[] moved = [.. weights];
        for (int i = 0; i < weights.Length; i++)
        {
            moved[i] = weights[i] + Step;
            double above = loss(moved);
            moved[i] = weights[i] - Step;
            gradient[i] = (above - loss(moved)) / (2 * Step);
            moved[i] = weights[i];
        }

        return gradient;
    }

    public static void AssertClose(double[] expected, ReadOnlySpan<float> found)
    {
        double size = expected.Max(Math.Abs);
        Assert.InRange(size, 1e-3, 1e6);
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 2e-5 * size);
        }
    }
}
