using GymSharp.Neural.Tests.Autodiff;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>Layer normalisation against its formula.</summary>
public sealed class LayerNormTests
{
    [Fact]
    public void Rows_have_mean_zero_and_variance_one_before_scale_and_shift()
    {
        using Bench bench = new();
        float[] x = GradientCheck.Normal(21);
        float[] weight = GradientCheck.Normal(7, 2);
        float[] bias = GradientCheck.Normal(7, 3);
        Tensor y = bench.Tape.Input(x, new Shape(3, 7)).LayerNorm(bench.Tape.Input(weight), bench.Tape.Input(bias), 0.01f);
        for (int row = 0; row < 3; row++)
        {
            double[] part = [.. x.Skip(7 * row).Take(7).Select(value => (double)value)];
            double mean = part.Average();
            double variance = part.Average(value => (value - mean) * (value - mean));
            for (int i = 0; i < 7; i++)
            {
                double expected = ((part[i] - mean) / Math.Sqrt(variance + 0.01f) * weight[i]) + bias[i];
                Assert.Equal(expected, y.Values[(7 * row) + i], 1e-5);
            }
        }
    }
}
