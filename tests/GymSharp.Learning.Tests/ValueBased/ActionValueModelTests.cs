using FsCheck;
using FsCheck.Fluent;
using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.ValueBased;

public sealed class ActionValueModelTests
{
    private const double Least = -10;
    private const double Most = 10;

    [Fact]
    public void A_value_after_the_end_counts_only_where_the_episode_was_cut_off()
    {
        ExpectedValues model = new(ValueLoss.Huber);
        float[] target = new float[1];
        model.Target(reward: 2, discount: 0.9f, next: [10], target);
        Assert.Equal(11, target[0]);
        model.Target(reward: 2, discount: 0, next: [10], target);
        Assert.Equal(2, target[0]);
    }

    [Fact]
    public void The_best_action_has_the_largest_expected_return_and_is_the_first_of_equals()
    {
        float[] values = new float[3];
        Assert.Equal(1, new ExpectedValues(ValueLoss.Mse).Best([1, 3, 3], [], values));

        // What is forbidden is not the best, unless everything is.
        Assert.Equal(2, new ExpectedValues(ValueLoss.Mse).Best([1, 5, 3], [true, false, true], values));
        Assert.Equal(0, new ExpectedValues(ValueLoss.Mse).Best([1, 5, 3], [true, false, false], values));
        Assert.Equal(1, new ExpectedValues(ValueLoss.Mse).Best([1, 5, 3], [false, false, false], values));

        // Means 2, 2.5 and 1, whatever the largest quantile is.
        Assert.Equal(1, new QuantileValues(2, 1).Best([0, 4, 2, 3, -7, 9], [], values));
        Assert.Equal([2, 2.5f, 1], values);

        // Returns -10, 0 and 10: the first action is sure of 0, the second likes 10, the third cannot tell.
        float[] categorical = new float[3];
        Assert.Equal(1, new CategoricalValues(3, Least, Most).Best([-50, 50, -50, 0, 0, MathF.Log(2), 0, 0, 0], [], categorical));
        Assert.Equal(0, categorical[0], 1e-5f);
        Assert.Equal(2.5f, categorical[1], 1e-5f);
        Assert.Equal(0, categorical[2], 1e-5f);
    }

    [Theory]
    [InlineData(ValueLoss.Huber, 0.125f, 2.5f)]
    [InlineData(ValueLoss.Mse, 0.25f, 9f)]
    public void The_loss_of_a_value_is_that_of_its_error(ValueLoss loss, float ofHalf, float ofThree)
    {
        using ParameterSet set = new();
        set.Add("q", new Shape(2, 1)).In(set).Fill(1);
        using Tape tape = new(set);
        float[] errors = new float[2];
        Tensor losses = new ExpectedValues(loss).Loss(
            tape.Use(set.Parameters[0]), tape.Input([0.5f, 4], new Shape(2, 1)), errors);
        Assert.Equal([ofHalf, ofThree], losses.Values.ToArray());
        Assert.Equal([0.5f, 3], errors);
    }

    [Fact]
    public void The_projection_is_that_of_the_paper() => Prop.ForAll(Projections(), test =>
    {
        (int atoms, double reward, double discount, ulong seed) = test;
        CategoricalValues model = new(atoms, Least, Most);
        Rng rng = new(seed);
        float[] logits = [.. Enumerable.Range(0, atoms).Select(_ => (float)rng.Normal(0, 2))];
        float[] target = new float[atoms];
        model.Target((float)reward, (float)discount, logits, target);

        double[] expected = Project(Softmax(logits), (float)reward, (float)discount);
        for (int i = 0; i < atoms; i++)
        {
            Assert.Equal(expected[i], target[i], 2e-5);
        }

        Assert.Equal(1, target.Sum(value => (double)value), 1e-5);
        Assert.All(target, value => Assert.True(value >= 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_projection_keeps_the_mean_where_no_bound_is_in_the_way()
    {
        CategoricalValues model = new(51, Least, Most);
        float[] logits = [.. Enumerable.Range(0, 51).Select(i => -MathF.Abs(i - 20))];
        float[] target = new float[51];
        model.Target(1.23f, 0.5f, logits, target);
        double mean = Mean(Softmax(logits));
        Assert.Equal(1.23 + (0.5 * mean), Mean([.. target.Select(value => (double)value)]), 1e-5);
    }

    [Fact]
    public void The_loss_of_a_distribution_is_the_cross_entropy_and_its_priority_the_divergence()
    {
        using ParameterSet set = new();
        set.Add("logits", new Shape(2, 3)).In(set).Clear();
        set.Values[0] = MathF.Log(2);
        using Tape tape = new(set);
        float[] errors = new float[2];
        Tensor losses = new CategoricalValues(3, Least, Most).Loss(
            tape.Use(set.Parameters[0]), tape.Input([0.5f, 0.25f, 0.25f, 1, 0, 0], new Shape(2, 3)), errors);

        // The first row is already its target, 1/2 1/4 1/4: what is left of the cross-entropy is the target's entropy.
        Assert.Equal(0, errors[0], 1e-6f);
        Assert.Equal(1.5f * MathF.Log(2), losses.Values[0], 1e-6f);
        Assert.Equal(MathF.Log(3), losses.Values[1], 1e-6f);
        Assert.Equal(MathF.Log(3), errors[1], 1e-6f);
    }

    [Fact]
    public void The_error_of_quantiles_is_that_of_their_means()
    {
        using ParameterSet set = new();
        Parameter quantiles = set.Add("quantiles", new Shape(1, 2));
        ((ReadOnlySpan<float>)[1, 3]).CopyTo(quantiles.In(set));
        using Tape tape = new(set);
        float[] errors = new float[1];
        QuantileValues model = new(2, 1);
        float[] target = new float[2];
        model.Target(1, 0.5f, [2, 8], target);
        Assert.Equal([2, 5], target);
        Tensor losses = model.Loss(tape.Use(quantiles), tape.Input(target, new Shape(1, 2)), errors);
        Assert.Equal(1.5f, errors[0]);

        // τ 1/4: u = 1, 4 → (0.25 · 0.5 + 0.25 · 3.5) / 2; τ 3/4: u = -1, 2 → (0.25 · 0.5 + 0.75 · 1.5) / 2.
        Assert.Equal(0.5f + 0.625f, losses.Values[0], 1e-6f);
    }

    private static Arbitrary<(int Atoms, double Reward, double Discount, ulong Seed)> Projections() => Arb.From(
        from atoms in Gen.Choose(2, 60)
        from reward in Gen.OneOf(
            Gen.Choose(-150, 150).Select(tenths => tenths / 10.0), Gen.Elements(-10.0, 10.0, 0.0, 20.0, -20.0))
        from discount in Gen.Elements(0, 0.5, 0.9, 0.99, 1)
        from seed in Gen.Choose(0, int.MaxValue)
        select (atoms, reward, discount, (ulong)seed));

    // Algorithm 1 of Bellemare et al. (2017), in double, with the case that the paper leaves out: an atom that falls on
    // another one.
    private static double[] Project(double[] probabilities, double reward, double discount)
    {
        int count = probabilities.Length;
        double spacing = (Most - Least) / (count - 1);
        double[] projected = new double[count];
        for (int j = 0; j < count; j++)
        {
            double moved = Math.Clamp(reward + (discount * (Least + (j * spacing))), Least, Most);
            double b = (moved - Least) / spacing;
            int l = (int)Math.Floor(b);
            int u = (int)Math.Ceiling(b);
            if (l == u)
            {
                projected[Math.Min(l, count - 1)] += probabilities[j];
                continue;
            }

            projected[l] += probabilities[j] * (u - b);
            projected[Math.Min(u, count - 1)] += probabilities[j] * (b - l);
        }

        return projected;
    }

    private static double[] Softmax(float[] logits)
    {
        double sum = logits.Sum(logit => Math.Exp(logit));
        return [.. logits.Select(logit => Math.Exp(logit) / sum)];
    }

    private static double Mean(double[] probabilities)
    {
        double spacing = (Most - Least) / (probabilities.Length - 1);
        return probabilities.Select((probability, i) => probability * (Least + (i * spacing))).Sum();
    }
}
