using GymSharp.Randomness;

namespace GymSharp.Neural.Autodiff;

/// <summary>Operations on action values against plain loops in double, forwards and backwards.</summary>
public sealed class ActionValueTests
{
    private const int Rows = 5;

    private delegate Tensor Body(Tape tape, Tensor x);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(1, 7)]
    public void Gathered_blocks_are_the_ones_asked_for(int blocks, int width)
    {
        using ParameterSet set = Random(Rows, blocks * width, 1);
        using Tape tape = new(set);
        int[] chosen = [.. Enumerable.Range(0, Rows).Select(row => (row * 7) % blocks)];
        Tensor x = tape.Use(set.Parameters[0]);
        Tensor picked = x.GatherBlocks(chosen, width);
        for (int i = 0; i < Rows * width; i++)
        {
            int row = i / width;
            Assert.Equal(x.Values[(row * blocks * width) + (chosen[row] * width) + (i % width)], picked.Values[i]);
        }

        AssertGradient(set, (_, t) => t.GatherBlocks(chosen, width).Square().Sum());
        Assert.Throws<ArgumentException>(() => x.GatherBlocks(new int[Rows - 1], width));
        Assert.Throws<ArgumentException>(() => x.GatherBlocks([0, 0, 0, 0, blocks], width));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 51)]
    public void Dueling_adds_the_value_to_what_is_left_of_the_advantages(int actions, int width)
    {
        using ParameterSet set = Random(Rows, (1 + actions) * width, 2);
        using Tape tape = new(set);
        Tensor x = tape.Use(set.Parameters[0]);
        Tensor y = Split(x);
        for (int row = 0; row < Rows; row++)
        {
            for (int k = 0; k < width; k++)
            {
                ReadOnlySpan<float> numbers = x.Values.Slice(row * (1 + actions) * width, (1 + actions) * width);
                double mean = 0;
                for (int a = 0; a < actions; a++)
                {
                    mean += (double)numbers[((1 + a) * width) + k] / actions;
                }

                for (int a = 0; a < actions; a++)
                {
                    Assert.Equal(
                        numbers[k] + numbers[((1 + a) * width) + k] - mean,
                        y.Values[(row * actions * width) + (a * width) + k],
                        1e-5);
                }
            }
        }

        AssertGradient(set, (_, t) => Split(t).Square().Sum());

        Tensor Split(Tensor t) => t.Slice(0, width).Dueling(t.Slice(width, actions * width));
    }

    [Theory]
    [InlineData(1, 1, 1f)]
    [InlineData(10, 10, 1f)]
    [InlineData(25, 25, 0.5f)]
    [InlineData(33, 7, 2f)]
    public void The_quantile_loss_is_that_of_the_paper(int quantiles, int targets, float kappa)
    {
        using ParameterSet set = Random(Rows, quantiles, 3);
        float[] samples = Numbers(Rows * targets, 4);
        using Tape tape = new(set);
        Tensor theta = tape.Use(set.Parameters[0]);
        Tensor loss = theta.QuantileHuber(tape.Input(samples, new Shape(Rows, targets)), kappa);
        for (int row = 0; row < Rows; row++)
        {
            double expected = 0;
            for (int i = 0; i < quantiles; i++)
            {
                for (int j = 0; j < targets; j++)
                {
                    double u = (double)samples[(row * targets) + j] - theta.Values[(row * quantiles) + i];
                    double huber = Math.Abs(u) <= kappa ? u * u / 2 : kappa * (Math.Abs(u) - (kappa / 2));
                    double tau = ((2 * i) + 1) / (2.0 * quantiles);
                    expected += Math.Abs(tau - (u < 0 ? 1 : 0)) * huber / kappa / targets;
                }
            }

            Assert.Equal(expected, loss.Values[row], 1e-5 * Math.Max(1, expected));
        }

        AssertGradient(
            set,
            (t, x) => (x.QuantileHuber(t.Input(samples, new Shape(Rows, targets)), kappa) * t.Input([1, 2, 3, 4, 5])).Sum());
    }

    [Fact]
    public void Quantile_regression_finds_the_quantiles()
    {
        // The targets 1 to 9; the medians of their lower, middle and upper third minimise the loss for a small kappa.
        using ParameterSet set = Random(1, 3, 5);
        using Tape tape = new(set);
        for (int i = 0; i < 4000; i++)
        {
            tape.Clear();
            tape.Gradients.Clear();
            Tensor targets = tape.Input([1, 2, 3, 4, 5, 6, 7, 8, 9], new Shape(1, 9));
            tape.Backward(tape.Use(set.Parameters[0]).QuantileHuber(targets, 0.01f).Sum());
            for (int k = 0; k < 3; k++)
            {
                set.Values[k] -= 0.01f * tape.Gradients.Values[k];
            }

            set.MarkChanged();
        }

        Assert.Equal(2, set.Values[0], 0.05f);
        Assert.Equal(5, set.Values[1], 0.05f);
        Assert.Equal(8, set.Values[2], 0.05f);
    }

    // The slope of the loss along random directions, once from the tape and once from a finite difference.
    private static void AssertGradient(ParameterSet set, Body body)
    {
        using Tape tape = new(set);
        tape.Backward(body(tape, tape.Use(set.Parameters[0])));
        float[] start = set.Values.ToArray();
        for (int trial = 0; trial < 10; trial++)
        {
            float[] direction = Numbers(start.Length, 100 + (ulong)trial);
            double expected = 0;
            for (int i = 0; i < start.Length; i++)
            {
                expected += (double)direction[i] * tape.Gradients.Values[i];
            }

            const float Step = 1e-3f;
            double slope = (Loss(Step) - Loss(-Step)) / (2 * Step);
            Assert.Equal(expected, slope, 2e-2 * Math.Max(1, Math.Abs(expected)));

            double Loss(float distance)
            {
                for (int i = 0; i < start.Length; i++)
                {
                    set.Values[i] = start[i] + (distance * direction[i]);
                }

                set.MarkChanged();
                using Tape other = new(set);
                double loss = body(other, other.Use(set.Parameters[0])).Item;
                start.CopyTo(set.Values);
                return loss;
            }
        }
    }

    private static ParameterSet Random(int rows, int columns, ulong seed)
    {
        ParameterSet set = new();
        Parameter parameter = set.Add("x", new Shape(rows, columns));
        Numbers(rows * columns, seed).CopyTo(parameter.In(set));
        return set;
    }

    private static float[] Numbers(int count, ulong seed)
    {
        Rng rng = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)rng.Normal(0, 1.5))];
    }
}
