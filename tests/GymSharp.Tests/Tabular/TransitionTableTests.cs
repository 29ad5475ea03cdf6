using FsCheck;
using FsCheck.Fluent;
using GymSharp.Randomness;
using GymSharp.Tabular;

namespace GymSharp.Tests.Tabular;

public sealed class TransitionTableTests
{
    [Fact]
    public void Outcomes_come_back_in_order()
    {
        TransitionTable table = TwoStates(0.25);
        Assert.Equal((2, 1, 4), (table.StateCount, table.ActionCount, table.OutcomeCount));
        Assert.Equal([new(0.25, 0, -1, false), new(0.75, 1, 2, true)], table.Outcomes(0, 0).ToArray());
        Assert.Equal(table.Outcomes(1, 0)[1], table[3]);
        Assert.Equal([0.5, 0.5], table.InitialDistribution.ToArray());
    }

    [Fact]
    public void Draws_equal_cumsum_and_argmax() => Prop.ForAll(
        Gen.Choose(1, 100_000).ToArbitrary(),
        seed =>
        {
            Rng maker = new((ulong)seed);
            double[] weights = new double[1 + maker.Integers(0, 6)];
            maker.Random(weights);
            weights[0] = maker.Random() < 0.3 ? 0 : weights[0] + 0.01;
            weights[^1] += 0.01;
            double[] shares = [.. weights.Select(weight => weight / weights.Sum())];
            Transition[] outcomes = [.. shares.Select((share, i) => new Transition(share, i, 0, Terminated: false))];
            TransitionTable table = new(1, shares, (_, _) => outcomes);
            (Rng first, Rng second) = (new Rng((ulong)seed), new Rng((ulong)seed));
            for (int i = 0; i < 50; i++)
            {
                Assert.Equal(ArgMax(shares, second.Random()), table[table.Draw(0, 0, first)].NextState);
                Assert.Equal(ArgMax(shares, second.Random()), table.DrawInitial(first));
            }

            Assert.Equal(first.State, second.State);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_draw_beyond_a_sum_that_rounding_made_small_gives_the_first_outcome()
    {
        double almostHalf = 0.5 - 4e-10;
        TransitionTable table = new(
            1, [almostHalf, almostHalf], (_, _) => [new(almostHalf, 0, 0, false), new(almostHalf, 1, 0, false)]);
        RngState state = BeforeLargestNumber();
        Rng rng = new(0) { State = state };
        Assert.True(new Rng(0) { State = state }.Random() > 2 * almostHalf);
        Assert.Equal(0, table.Draw(0, 0, rng));
        rng.State = state;
        Assert.Equal(0, table.DrawInitial(rng));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1)]
    public void States_and_actions_that_do_not_exist_are_refused(int state, int action)
    {
        TransitionTable table = TwoStates(0.5);
        Rng rng = new(0);
        RngState before = rng.State;
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = table.Outcomes(state, action); });
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Draw(state, action, rng));
        Assert.Equal(before, rng.State);
    }

    [Fact]
    public void Tables_that_are_no_model_are_refused()
    {
        Transition sure = new(1, 0, 0, false);
        Assert.Throws<ArgumentException>(() => new TransitionTable(1, [], (_, _) => [sure]));
        Assert.Throws<ArgumentException>(() => new TransitionTable(1, [0.5, 0.4], (_, _) => [sure]));
        Assert.Throws<ArgumentException>(() => new TransitionTable(1, [1.5, -0.5], (_, _) => [sure]));
        Assert.Throws<ArgumentException>(() => new TransitionTable(1, [1], (_, _) => []));
        Assert.Throws<ArgumentException>(() => new TransitionTable(1, [1], (_, _) => [sure with { NextState = 1 }]));
        foreach (double share in (ReadOnlySpan<double>)[0.5, 1.5, -1, double.NaN])
        {
            Transition wrong = sure with { Probability = share };
            Assert.Throws<ArgumentException>(() => new TransitionTable(1, [1], (_, _) => [wrong]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new TransitionTable(0, [1], (_, _) => [sure]));
    }

    private static TransitionTable TwoStates(double share) => new(
        1, [0.5, 0.5], (_, _) => [new(share, 0, -1, false), new(1 - share, 1, 2, true)]);

    // The state from which a step of the generator (increment 1) leads to an output of 64 ones.
    private static RngState BeforeLargestNumber()
    {
        UInt128 multiplier = new(2549297995355413924, 4865540595714422341);
        UInt128 inverse = multiplier;
        for (int i = 0; i < 7; i++)
        {
            inverse *= 2 - (multiplier * inverse);
        }

        UInt128 before = unchecked((new UInt128(0, ulong.MaxValue) - 1) * inverse);
        return new RngState((ulong)(before >> 64), (ulong)before, 0, 1, HasUInt32: false, 0);
    }

    private static int ArgMax(double[] shares, double target)
    {
        double sum = 0;
        bool[] above = [.. shares.Select(share => (sum += share) > target)];
        return Math.Max(0, Array.IndexOf(above, true));
    }
}
