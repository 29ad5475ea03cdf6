using FsCheck;
using FsCheck.Fluent;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

public sealed class SumTreeTests
{
    [Fact]
    public void It_finds_what_a_walk_along_the_weights_finds() => Prop.ForAll(Weights(), weights =>
    {
        SumTree tree = Make(weights);
        double total = weights.Sum();
        Assert.Equal(total, tree.Total, 9);
        for (int step = 0; step < 50; step++)
        {
            double point = total * step / 50;
            int index = 0;
            for (double end = weights[0]; point >= end; end += weights[index])
            {
                index++;
            }

            Assert.Equal(index, tree.Find(point));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_never_finds_a_weight_of_zero() => Prop.ForAll(Weights(), weights =>
    {
        SumTree tree = Make(weights);
        foreach (double point in (double[])[0, tree.Total, tree.Total * (1 + 1e-15), double.MaxValue])
        {
            Assert.True(tree[tree.Find(point)] > 0);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_changes_leave_no_rounding_error_behind()
    {
        SumTree tree = new(100);
        Randomness.Rng rng = new(0);
        for (int i = 0; i < 10_000; i++)
        {
            tree.Set((int)rng.Integers(0, 100), rng.Random() * 1e9);
        }

        for (int i = 0; i < 100; i++)
        {
            tree.Set(i, 0.25);
        }

        Assert.Equal(25, tree.Total);
    }

    [Fact]
    public void Its_state_is_its_weights() => Prop.ForAll(Weights(), weights =>
    {
        SumTree tree = Make(weights);
        StateSync writing = StateSync.ForWriting();
        tree.SyncState(writing, weights.Length);
        SumTree other = new(weights.Length + 3);
        other.Set(weights.Length + 1, 99);
        other.SyncState(StateSync.ForReading(writing.ToArray()), weights.Length);
        Assert.Equal(weights, Enumerable.Range(0, weights.Length).Select(i => other[i]));
        Assert.Equal(0, other[weights.Length + 1]);
        Assert.Equal(weights.Sum(), other.Total, 9);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_none_is_refused_before_anything_changes(double weight)
    {
        SumTree tree = Make([1, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Set(0, weight));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Set(2, 1));
        Assert.Equal(3, tree.Total);
    }

    private static Arbitrary<double[]> Weights() => Arb.From(
        from size in Gen.Choose(1, 40)
        from weights in Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (5, Gen.Choose(1, 1000))), size)
        where weights.Sum() > 0
        select weights.Select(weight => weight / 8.0).ToArray());

    private static SumTree Make(double[] weights)
    {
        SumTree tree = new(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            tree.Set(i, weights[i]);
        }

        return tree;
    }
}
