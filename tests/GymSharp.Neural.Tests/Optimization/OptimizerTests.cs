using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Neural.Tests.Optimization;

/// <summary>Optimisers against PyTorch's published formulas, computed here in double precision.</summary>
public sealed class OptimizerTests
{
    private const int Size = 37;
    private const int StepCount = 60;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 0.02)]
    [InlineData(0.01, 0)]
    public void Adam_follows_the_formula(double decay, double decoupled)
    {
        double weightDecay = decay + decoupled;
        AdamOptions options = new() { LearningRate = 0.02, Epsilon = 1e-5, WeightDecay = weightDecay };
        double[] m = new double[Size];
        double[] v = new double[Size];
        Compare(
            set => decoupled > 0 ? new AdamW(set, options) : new Adam(set, options),
            (theta, g, i, t) =>
            {
                g += decay * theta;
                m[i] = (0.9 * m[i]) + (0.1 * g);
                v[i] = (0.999 * v[i]) + (0.001 * g * g);
                double mean = m[i] / (1 - Math.Pow(0.9, t));
                double square = v[i] / (1 - Math.Pow(0.999, t));
                return (theta * (1 - (0.02 * decoupled))) - (0.02 * mean / (Math.Sqrt(square) + 1e-5));
            });
    }

    [Theory]
    [InlineData(RmsPropForm.Torch, 0, false)]
    [InlineData(RmsPropForm.Torch, 0.9, false)]
    [InlineData(RmsPropForm.Torch, 0, true)]
    [InlineData(RmsPropForm.TensorFlow, 0, false)]
    [InlineData(RmsPropForm.TensorFlow, 0.5, true)]
    public void RmsProp_follows_the_formula(RmsPropForm form, double momentum, bool centered)
    {
        RmsPropOptions options = new()
        {
            LearningRate = 0.003,
            Decay = 0.95,
            Epsilon = 0.01,
            Momentum = momentum,
            Centered = centered,
            Form = form,
            WeightDecay = 0.001,
        };
        bool tensorFlow = form == RmsPropForm.TensorFlow;
        double[] v = [.. Enumerable.Repeat(tensorFlow ? 1.0 : 0.0, Size)];
        double[] mean = new double[Size];
        double[] u = new double[Size];
        Compare(
            set => new RmsProp(set, options),
            (theta, g, i, _) =>
            {
                g += 0.001 * theta;
                v[i] = (0.95 * v[i]) + (0.05 * g * g);
                mean[i] = centered ? (0.95 * mean[i]) + (0.05 * g) : 0;
                double square = v[i] - (mean[i] * mean[i]);
                double root = tensorFlow ? Math.Sqrt(square + 0.01) : Math.Sqrt(square) + 0.01;
                u[i] = (momentum * u[i]) + (g / root);
                return theta - (0.003 * u[i]);
            });
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.9, false)]
    [InlineData(0.9, true)]
    public void Sgd_follows_the_formula(double momentum, bool nesterov)
    {
        SgdOptions options = new() { LearningRate = 0.05, Momentum = momentum, Nesterov = nesterov, WeightDecay = 0.02 };
        double[] velocity = new double[Size];
        Compare(
            set => new Sgd(set, options),
            (theta, g, i, _) =>
            {
                g += 0.02 * theta;
                velocity[i] = (momentum * velocity[i]) + g;
                return theta - (0.05 * (nesterov ? g + (momentum * velocity[i]) : velocity[i]));
            });
    }

    // m = 0.1 · 2, v = 0.001 · 4; both corrected: 2 and 4, so the step is α · 2 / (2 + ε).
    [Fact]
    public void The_first_step_of_Adam_is_as_long_as_the_learning_rate()
    {
        using ParameterSet set = new();
        Parameter parameter = set.Add("x", new Shape(1));
        parameter.In(set)[0] = 1;
        using Gradients gradients = new(set);
        parameter.In(gradients)[0] = 2;
        using Adam adam = new(set, new AdamOptions { LearningRate = 0.1 });
        adam.Step(gradients);
        Assert.Equal(0.9, parameter.In(set)[0], 6);
    }

    // v = 0.9 · 1 + 0.1 · 4 = 1.3, so the step is 0.1 · 2 / √(1.3 + 0.1).
    [Fact]
    public void The_first_step_of_TensorFlow_RmsProp_starts_from_a_mean_square_of_one()
    {
        using ParameterSet set = new();
        Parameter parameter = set.Add("x", new Shape(1));
        using Gradients gradients = new(set);
        parameter.In(gradients)[0] = 2;
        RmsPropOptions options = new()
        {
            LearningRate = 0.1,
            Decay = 0.9,
            Epsilon = 0.1,
            Form = RmsPropForm.TensorFlow,
        };
        using RmsProp optimizer = new(set, options);
        optimizer.Step(gradients);
        Assert.Equal(-0.2 / Math.Sqrt(1.4), parameter.In(set)[0], 6);
    }

    [Fact]
    public void A_step_is_the_same_for_any_number_of_threads()
    {
        float[] alone = Train(null);
        using ComputeTeam two = new(2);
        using ComputeTeam three = new(3);
        Assert.Equal(alone, Train(two));
        Assert.Equal(alone, Train(three));

        static float[] Train(ComputeTeam? team)
        {
            using ParameterSet set = new();
            set.Add("x", new Shape(100_003));
            Rng rng = new(5);
            rng.StandardNormal(set.Values);
            using Gradients gradients = new(set);
            using Adam adam = new(set, new AdamOptions(), team);
            for (int i = 0; i < 4; i++)
            {
                rng.StandardNormal(gradients.Values);
                adam.Step(gradients);
            }

            return set.Values.ToArray();
        }
    }

    [Fact]
    public void A_restored_optimiser_goes_on_as_the_saved_one()
    {
        using ParameterSet set = Numbers(3);
        using Gradients gradients = new(set);
        using Adam adam = new(set, new AdamOptions());
        Steps(adam, gradients, new Rng(1));
        adam.LearningRate = 0.25;
        StateSync writing = StateSync.ForWriting();
        adam.SyncState(writing);

        using ParameterSet other = set.Clone();
        using Adam restored = new(other, new AdamOptions());
        StateSync reading = StateSync.ForReading(writing.ToArray());
        restored.SyncState(reading);
        reading.ExpectEnd();
        Steps(adam, gradients, new Rng(2));
        Steps(restored, gradients, new Rng(2));
        Assert.Equal(set.Values.ToArray(), other.Values.ToArray());
    }

    [Fact]
    public void The_state_of_another_optimiser_is_refused()
    {
        using ParameterSet set = Numbers(3);
        using Adam adam = new(set, new AdamOptions());
        using RmsProp other = new(set, new RmsPropOptions());
        StateSync writing = StateSync.ForWriting();
        adam.SyncState(writing);
        Assert.Throws<StateFormatException>(() => other.SyncState(StateSync.ForReading(writing.ToArray())));
    }

    [Fact]
    public void A_step_allocates_nothing_and_says_that_numbers_changed()
    {
        using ParameterSet set = Numbers(3);
        using Gradients gradients = new(set);
        using RmsProp optimizer = new(set, new RmsPropOptions());
        Steps(optimizer, gradients, new Rng(1));
        long version = set.Version;
        Assert.Equal(0, Allocations.Of(() => optimizer.Step(gradients)));
        Assert.NotEqual(version, set.Version);
    }

    [Fact]
    public void Impossible_options_and_foreign_gradients_are_refused()
    {
        using ParameterSet set = Numbers(3);
        using ParameterSet other = new();
        using Gradients foreign = new(other);
        using Adam adam = new(set, new AdamOptions());
        Assert.Throws<ArgumentException>(() => adam.Step(foreign));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(set, new AdamOptions { Beta1 = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(set, new RmsPropOptions { Epsilon = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(set, new SgdOptions { LearningRate = double.NaN }));
        using Gradients early = new(set);
        set.Add("late", new Shape(2));
        Assert.Throws<InvalidOperationException>(() => adam.Step(early));
    }

    private static ParameterSet Numbers(ulong seed)
    {
        ParameterSet set = new();
        Parameter parameter = set.Add("x", new Shape(Size));
        new Rng(seed).StandardNormal(parameter.In(set));
        return set;
    }

    private static void Steps(Optimizer optimizer, Gradients gradients, Rng rng)
    {
        for (int i = 0; i < 5; i++)
        {
            rng.StandardNormal(gradients.Values);
            optimizer.Step(gradients);
        }
    }

    private static void Compare(Func<ParameterSet, Optimizer> make, Func<double, double, int, int, double> formula)
    {
        using ParameterSet set = Numbers(3);
        Parameter parameter = set.Parameters[0];
        double[] expected = [.. parameter.In(set).ToArray().Select(x => (double)x)];
        using Gradients gradients = new(set);
        using Optimizer optimizer = make(set);
        Rng rng = new(4);
        for (int t = 1; t <= StepCount; t++)
        {
            rng.StandardNormal(parameter.In(gradients));
            for (int i = 0; i < Size; i++)
            {
                expected[i] = formula(expected[i], parameter.In(gradients)[i], i, t);
            }

            optimizer.Step(gradients);
        }

        for (int i = 0; i < Size; i++)
        {
            Assert.Equal(expected[i], parameter.In(set)[i], 2e-5 * Math.Max(1, Math.Abs(expected[i])));
        }

        Assert.All(set.Values[Size..].ToArray(), padding => Assert.Equal(0, padding));
    }
}
