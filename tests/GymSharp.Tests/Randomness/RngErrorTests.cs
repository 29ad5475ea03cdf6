using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

/// <summary>Bad arguments are refused with a message that says what was expected, and nothing is drawn.</summary>
public class RngErrorTests
{
    private readonly Rng rng = new(1);

    [Fact]
    public void Integer_bounds_in_the_wrong_order()
    {
        Refused<ArgumentOutOfRangeException>("low < high is needed", () => rng.Integers(5L, 5L));
        Refused<ArgumentOutOfRangeException>("low <= high is needed", () => rng.Integers(6L, 5L, endpoint: true));
        Refused<ArgumentOutOfRangeException>("low is 7", () => rng.Integers<byte>(7, 3));
        Refused<ArgumentOutOfRangeException>("low is 7", () => rng.Integers(7UL, 3UL));
        Refused<ArgumentOutOfRangeException>("low is 0", () => rng.Integers(0, -1));
        Refused<ArgumentOutOfRangeException>("low is 2", () => rng.Integers<int>([0, 2], [1, 2], new int[4]));
        Refused<ArgumentOutOfRangeException>("low is 1", () => rng.Integers(1L, 0L, new long[2]));
    }

    [Fact]
    public void Integer_types_that_are_none() =>
        Refused<NotSupportedException>("not as Double", () => rng.Integers(0.0, 1.0));

    [Fact]
    public void Lengths_that_do_not_fit()
    {
        Refused<ArgumentException>("as many of each", () => rng.Integers<int>([0], [1, 2], new int[4]));
        Refused<ArgumentException>("multiple of the number", () => rng.Integers<int>([0, 0], [1, 2], new int[3]));
        Refused<ArgumentException>("as many of each", () => rng.Uniform([0.0], [1.0, 2.0], new double[4]));
        Refused<ArgumentException>("multiple of the number", () => rng.Uniform([], [], new double[4]));
        Refused<ArgumentException>("rows of 3", () => rng.ShuffleRows<int>(new int[4], 3));
        Refused<ArgumentOutOfRangeException>("rowLength", () => rng.ShuffleRows<int>(new int[4], 0));
    }

    [Fact]
    public void Uniform_bounds_that_are_not_finite_or_in_the_wrong_order()
    {
        Refused<ArgumentException>("finite", () => rng.Uniform(0.0, double.PositiveInfinity));
        Refused<ArgumentException>("finite", () => rng.Uniform(double.NaN, 1.0));
        Refused<ArgumentException>("finite", () => rng.Uniform(-1e308, 1e308));
        Refused<ArgumentException>("low <= high", () => rng.Uniform(1.0, 0.0));
        Refused<ArgumentException>("low <= high", () => rng.Uniform(1.0, 0.0, new double[1]));
        Refused<ArgumentException>("low <= high", () => rng.Uniform([0.0, 1.0], [1.0, 0.0], new double[2]));
        Assert.Equal(2.0, rng.Uniform(2.0, 2.0));
    }

    [Fact]
    public void Parameters_of_distributions_out_of_range()
    {
        Refused<ArgumentOutOfRangeException>("positive", () => rng.Normal(0.0, -1.0));
        Refused<ArgumentOutOfRangeException>("positive", () => rng.Normal(0.0, -1.0, new double[2]));
        Refused<ArgumentOutOfRangeException>("positive", () => rng.Exponential(-0.5));
        Refused<ArgumentOutOfRangeException>("greater than 0", () => rng.Geometric(0.0));
        Refused<ArgumentOutOfRangeException>("greater than 0", () => rng.Geometric(double.NaN));
        Refused<ArgumentOutOfRangeException>("at most 1", () => rng.Geometric(1.5));
        Refused<ArgumentOutOfRangeException>(
            "Ziggurat or Inverse", () => rng.StandardExponential((ExponentialMethod)7));
        Assert.Equal(1, rng.Geometric(1.0));
    }

    [Fact]
    public void Choices_that_cannot_be_made()
    {
        Refused<ArgumentOutOfRangeException>("1 or more", () => rng.Choice(0));
        Refused<ArgumentException>("nothing to choose", () => rng.Choice(ReadOnlySpan<double>.Empty));
        Refused<ArgumentException>("sum is 0.9", () => rng.Choice([0.5, 0.4]));
        Refused<ArgumentException>("their sum is 1.0000000", () => rng.Choice([0.5, 0.50000002]));
        Assert.Equal(1, rng.Clone().Choice([0.0, 1.000000014]));
        Refused<ArgumentException>("negative", () => rng.Choice([1.5, -0.5]));
        Refused<ArgumentException>("not a number", () => rng.Choice([double.NaN, 1.0]));
        Refused<ArgumentException>("2 probabilities do not fit", () => rng.Choice(3, 1, true, [0.5, 0.5]));
        Refused<ArgumentException>("4 different indices", () => rng.Choice(3, 4, replace: false));
        Refused<ArgumentException>("only 1", () => rng.Choice(3, 2, replace: false, [1.0, 0.0, 0.0]));
        Refused<ArgumentOutOfRangeException>("size", () => rng.Choice(3, -1));
        Refused<ArgumentOutOfRangeException>("1 or more", () => rng.Choice(0, 1));
        Refused<ArgumentOutOfRangeException>("count", () => rng.Permutation(-1));
        Refused<ArgumentOutOfRangeException>("count", () => rng.Spawn(-1));
        Assert.Empty(rng.Choice(0, 0));
        Assert.Empty(rng.Permutation(0));
    }

    private void Refused<TException>(string words, Action call)
        where TException : Exception
    {
        RngState before = rng.State;
        Assert.Contains(words, Assert.Throws<TException>(call).Message, StringComparison.Ordinal);
        Assert.Equal(before, rng.State);
    }
}
