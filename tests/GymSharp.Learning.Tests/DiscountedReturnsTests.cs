using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Learning;

public sealed class DiscountedReturnsTests
{
    [Fact]
    public void Returns_of_a_hand_worked_episode()
    {
        // G_2 = 4, G_1 = 2 + 0.5 * 4 = 4, G_0 = 1 + 0.5 * 4 = 3.
        Assert.Equal([3.0, 4.0, 4.0], DiscountedReturns.Compute([1, 2, 4], 0.5));
    }

    [Fact]
    public void A_truncated_episode_bootstraps() =>
        Assert.Equal([1 + (0.5 * (2 + (0.5 * 8))), 2 + (0.5 * 8)], DiscountedReturns.Compute([1, 2], 0.5, bootstrap: 8));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_discount_outside_0_to_1_is_refused(double discount)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => DiscountedReturns.Compute([1], discount));
        Assert.Contains("between 0 and 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_discount_the_first_return_is_the_sum() =>
        Prop.ForAll<int[]>(rewards =>
        {
            double[] values = [.. rewards.Select(reward => (double)(reward % 1000))];
            double[] returns = DiscountedReturns.Compute(values, 1);
            return returns.Length == values.Length && (values.Length == 0 || returns[0] == values.Sum());
        }).QuickCheckThrowOnFailure();
}
