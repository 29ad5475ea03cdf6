using FsCheck;
using FsCheck.Fluent;
using GymSharp.Learning.Advantages;

namespace GymSharp.Learning.PolicyGradient;

public sealed class GeneralizedAdvantageTests
{
    // Three steps, γ = 0.5, λ = 0.5, rewards 1, 2, 3, values 4, 6, 8; what follows is worth 10, what was cut off 12.
    // Worked by hand:               δ_t = r + γ V' − V                  A_t = δ_t + 0.25 A_{t+1}
    //   nothing ends:       t=2:  3 + 5 − 8 = 0                  0
    //                       t=1:  2 + 4 − 6 = 0                  0
    //                       t=0:  1 + 3 − 4 = 0                  0
    //   t=1 terminates:     t=1:  2 + 0 − 6 = −4                −4
    //                       t=0:  0                             −1
    //   t=1 is cut off:     t=1:  2 + 6 − 6 = 2                  2
    //                       t=0:  0                              0.5
    [Theory]
    [InlineData(false, false, 0, 0, 0)]
    [InlineData(true, false, -1, -4, 0)]
    [InlineData(false, true, 0.5, 2, 0)]
    [InlineData(true, true, -1, -4, 0)]
    public void Ends_in_the_second_of_three_steps(
        bool terminated, bool truncated, float first, float second, float third)
    {
        RolloutBuffer rollout = new(3, 1, new RolloutSamples(3, 1, 1, 1));
        ((ReadOnlySpan<float>)[1, 2, 3]).CopyTo(rollout.Rewards);
        ((ReadOnlySpan<float>)[4, 6, 8]).CopyTo(rollout.Samples.Values);
        rollout.Terminated[1] = terminated;
        rollout.Truncated[1] = truncated;
        rollout.FinalValues[1] = 12;
        rollout.NextValues[0] = 10;
        GeneralizedAdvantage.Compute(rollout, 0.5, 0.5);
        Assert.Equal([first, second, third], rollout.Samples.Advantages);
        Assert.Equal([first + 4, second + 6, third + 8], rollout.Samples.Returns);
    }

    [Fact]
    public void Environments_do_not_mix()
    {
        RolloutBuffer both = new(2, 2, new RolloutSamples(4, 1, 1, 1));
        ((ReadOnlySpan<float>)[1, 10, 2, 20]).CopyTo(both.Rewards);
        both.Terminated[3] = true;
        ((ReadOnlySpan<float>)[100, 200]).CopyTo(both.NextValues);
        GeneralizedAdvantage.Compute(both, 1, 1);
        Assert.Equal([103, 30, 102, 20], both.Samples.Advantages);
    }

    [Fact]
    public void With_lambda_1_returns_are_discounted_sums_whatever_the_critic_says()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyArray<short>>(),
            rewards =>
            {
                int steps = rewards.Get.Length;
                RolloutBuffer rollout = new(steps, 1, new RolloutSamples(steps, 1, 1, 1));
                double[] sums = DiscountedReturns.Compute(
                    Array.ConvertAll(rewards.Get, reward => reward / 100.0), 0.9, bootstrap: 7);
                for (int t = 0; t < steps; t++)
                {
                    rollout.Rewards[t] = rewards.Get[t] / 100f;
                    rollout.Samples.Values[t] = t % 5;
                }

                rollout.NextValues[0] = 7;
                GeneralizedAdvantage.Compute(rollout, 0.9, 1);
                for (int t = 0; t < steps; t++)
                {
                    Assert.Equal(sums[t], rollout.Samples.Returns[t], 1e-3);
                }
            }).QuickCheckThrowOnFailure();
    }
}
