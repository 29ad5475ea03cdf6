using GymSharp.Neural.Distributions;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Distributions;

/// <summary>The plain and the squashed Gaussian against formulas and integrals in double precision.</summary>
public sealed class GaussianTests
{
    private static readonly float[] First = [0.4f, -0.3f];
    private static readonly float[] Second = [-0.2f, 0.25f];

    [Fact]
    public void The_density_is_that_of_the_formula()
    {
        using Bench bench = new();
        DiagonalGaussianDistribution distribution = new(2);
        Tensor parameters = bench.Tape.Input([0.5f, -1, -0.3f, 0.7f, 2, 3, -2, -6], new Shape(2, 4));
        float[] actions = [0.1f, 0.2f, 2.1f, 3.001f];
        Tensor found = distribution.LogProbability(parameters, actions);
        double first = Density(0.1, 0.5, Math.Exp(-0.3)) + Density(0.2, -1, Math.Exp(0.7));
        double second = Density(2.1f, 2, Math.Exp(-2)) + Density(3.001f, 3, Math.Exp(-6));
        Assert.Equal(first, found.Values[0], 2e-6);
        Assert.Equal(second, found.Values[1], 2e-5);
    }

    [Fact]
    public void Squashed_densities_integrate_to_one()
    {
        double total = Integrate(-1, 1, (distribution, action) => Math.Exp(distribution(action)), Squashed(First));
        Assert.Equal(1, total, 1e-4);
    }

    [Fact]
    public void Entropy_and_divergence_are_the_integrals()
    {
        using Bench bench = new();
        DiagonalGaussianDistribution distribution = new(1);
        double entropy = Integrate(-12, 12, (density, x) => -Math.Exp(density(x)) * density(x), Plain(First));
        Assert.Equal(entropy, distribution.Entropy(bench.Row(First)).Item, 1e-5);
        Func<double, double> other = Plain(Second);
        double divergence = Integrate(
            -12, 12, (density, x) => Math.Exp(density(x)) * (density(x) - other(x)), Plain(First));
        Assert.Equal(divergence, distribution.Divergence(bench.Row(First), bench.Row(Second)).Item, 1e-5);
        Assert.Equal(
            divergence, new SquashedGaussianDistribution(1).Divergence(bench.Row(First), bench.Row(Second)).Item, 1e-5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Samples_fall_into_equally_probable_bins_equally_often(bool squashed)
    {
        const int Draws = 40_000;
        const int Bins = 20;
        ActionDistribution distribution = squashed ? new SquashedGaussianDistribution(1) : new DiagonalGaussianDistribution(1);
        using Bench bench = new();
        Tensor parameters = bench.Row(First);
        Rng rng = new(8);
        int[] counts = new int[Bins];
        float[] drawn = new float[1];
        for (int i = 0; i < Draws; i++)
        {
            distribution.Sample(parameters, rng, drawn);
            double x = squashed ? Math.Atanh(drawn[0]) : drawn[0];
            double share = NormalCumulative((x - First[0]) / Math.Exp(First[1]));
            counts[Math.Min((int)(share * Bins), Bins - 1)]++;
        }

        double expected = (double)Draws / Bins;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 3, 45);
    }

    [Fact]
    public void Sampling_through_gives_the_log_probability_of_what_it_gives()
    {
        using Bench bench = new();
        SquashedGaussianDistribution distribution = new(3);

        // Narrow enough that no action comes so near 1 that its last bits decide where it came from.
        Tensor parameters = bench.Tape.Input(
            [.. GradientCheck.Normal(24).Select((x, i) => i % 6 < 3 ? 0.4f * x : (0.2f * x) - 1)], new Shape(4, 6));
        (Tensor actions, Tensor logProbability) = distribution.SampleThrough(parameters, new Rng(9));
        Tensor again = distribution.LogProbability(parameters, actions.Values);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(again.Values[i], logProbability.Values[i], 2e-4);
        }
    }

    [Fact]
    public void Gradients_flow_through_samples()
    {
        SquashedGaussianDistribution distribution = new(2);
        float[] values = [.. GradientCheck.Normal(12).Select(x => 0.4f * x)];
        GradientCheck.Run(inputs => distribution.SampleThrough(inputs[0], new Rng(2)).Actions, (new Shape(3, 4), values));
        GradientCheck.Run(
            inputs => distribution.SampleThrough(inputs[0], new Rng(2)).LogProbability, (new Shape(3, 4), values));
    }

    [Fact]
    public void Noise_that_was_drawn_elsewhere_has_the_same_log_probability()
    {
        using Bench bench = new();
        SquashedGaussianDistribution distribution = new(2);
        float[] values = [0.3f, -0.2f, -1, -1.5f];
        Tensor parameters = bench.Row(values);
        Tensor shift = bench.Row([0.25f, -0.1f]);
        Tensor variance = bench.Row([MathF.Exp(-2), MathF.Exp(-3)]);
        (Tensor actions, Tensor logProbability) = distribution.SampleThrough(bench.Row(values[..2]), shift, variance);
        Assert.Equal(Math.Tanh(0.55), actions.Values[0], 1e-6);
        Assert.Equal(distribution.LogProbability(parameters, actions.Values).Item, logProbability.Item, 1e-5);
    }

    [Fact]
    public void Saturated_actions_have_finite_log_probabilities()
    {
        using Bench bench = new();
        SquashedGaussianDistribution distribution = new(1);
        Assert.True(float.IsFinite(distribution.LogProbability(bench.Row(First), [1f]).Item));
        Tensor far = bench.Row([40, -3]);
        (Tensor actions, Tensor logProbability) = distribution.SampleThrough(far, new Rng(1));
        Assert.Equal(1, actions.Item);
        Assert.True(float.IsFinite(logProbability.Item));
    }

    [Fact]
    public void The_mode_is_the_mean_and_its_squashed_form()
    {
        using Bench bench = new();
        float[] mode = new float[2];
        Tensor parameters = bench.Row([0.5f, -2, 0, 0]);
        new DiagonalGaussianDistribution(2).Mode(parameters, mode);
        Assert.Equal([0.5f, -2], mode);
        new SquashedGaussianDistribution(2).Mode(parameters, mode);
        Assert.Equal(Math.Tanh(0.5), mode[0], 1e-6);
        Assert.Equal(Math.Tanh(-2), mode[1], 1e-6);
    }

    private static Func<double, double> Plain(float[] parameters) =>
        x => Density(x, parameters[0], Math.Exp(parameters[1]));

    private static Func<double, double> Squashed(float[] parameters) => action =>
    {
        using Bench bench = new();
        return new SquashedGaussianDistribution(1).LogProbability(bench.Row(parameters), [(float)action]).Item;
    };

    private static double Integrate(
        double from, double to, Func<Func<double, double>, double, double> integrand, Func<double, double> density)
    {
        const int Pieces = 4000;
        double width = (to - from) / Pieces;
        return Enumerable.Range(0, Pieces).Sum(i => integrand(density, from + ((i + 0.5) * width)) * width);
    }

    private static double Density(double x, double mean, double deviation) =>
        (-(x - mean) * (x - mean) / (2 * deviation * deviation)) - Math.Log(deviation) - (0.5 * Math.Log(2 * Math.PI));

    // Simpson's rule from the mean outwards.
    private static double NormalCumulative(double z)
    {
        const int Pieces = 200;
        double h = z / Pieces;
        double sum = 0;
        for (int i = 0; i <= Pieces; i++)
        {
            double weight = i is 0 or Pieces ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(-0.5 * i * h * i * h);
        }

        return 0.5 + (sum * h / 3 / Math.Sqrt(2 * Math.PI));
    }
}
