using GymSharp.Environments.ClassicControl;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Float32 arithmetic gives what doubles rounded after every operation give.</summary>
public sealed class SinglePrecisionTests
{
    [Fact]
    public void The_rough_cosine_keeps_within_its_bound()
    {
        const int Count = 1_000_000;
        double largest = 0;
        for (int i = 0; i <= Count; i++)
        {
            double angle = RoughCosine.LargestAngle * i / Count;
            largest = Math.Max(largest, Math.Abs(RoughCosine.Of(angle) - Math.Cos(angle)));
            Assert.Equal(RoughCosine.Of(angle), RoughCosine.Of(-angle));
        }

        // The bound is ten times what was found; an error near it would mean that a coefficient is wrong.
        Assert.InRange(largest, 1e-14, RoughCosine.LargestError / 5);
    }

    [Fact]
    public void A_multiple_of_the_cosine_is_the_rounded_product()
    {
        int library = 0;
        for (int i = 0; i < 3_000_000; i++)
        {
            float angle = 3.6f * ((2f * i / 3_000_000) - 1);
            Assert.Equal((float)(0.0025 * Math.Cos(angle)), ExactSingle.MultipleOfCos(0.0025, angle).Value);
            library += IsInDoubt(angle) ? 1 : 0;
        }

        // The C library had to be asked, and the answer was right then too.
        Assert.InRange(library, 1, 3_000);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(3.7f)]
    [InlineData(-1000f)]
    [InlineData(1e30f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_multiple_of_the_cosine_of_far_angles_is_the_C_librarys(float angle) =>
        Assert.Equal((float)(0.0025 * Math.Cos(angle)), ExactSingle.MultipleOfCos(0.0025, angle).Value);

    // Goals beside the largest speed: as plain Python has it, 0.07 lies below the float32 of the same name.
    [Theory]
    [InlineData(0)]
    [InlineData(0.03)]
    [InlineData(0.07)]
    [InlineData(0.0700000001)]
    [InlineData(0.08)]
    [InlineData(-0.07)]
    [InlineData(-0.0700000001)]
    public void A_car_with_a_throttle_moves_alike_in_floats_and_in_rounded_doubles(double goalVelocity)
    {
        Random random = new(1);
        int arrived = 0;
        for (int i = 0; i < 200_000; i++)
        {
            float position = (1.8f * random.NextSingle()) - 1.2f;
            float velocity = Math.Clamp(0.16f * (random.NextSingle() - 0.5f), -0.07f, 0.07f);
            float action = (2f * random.NextSingle()) - 1f;
            MountainCarState<ExactSingle> narrow = ContinuousMountainCarDynamics.Step<ExactSingle, bool>(
                new(position, velocity), action, isSingle: true, goalVelocity, out bool narrowOver);
            MountainCarState<Exact> wide = ContinuousMountainCarDynamics.Step<Exact, bool>(
                new((double)position, (double)velocity), (double)action, isSingle: true, goalVelocity, out bool over);
            Assert.Equal(wide.Position.Value, narrow.Position.Value);
            Assert.Equal(wide.Velocity.Value, narrow.Velocity.Value);
            Assert.Equal(over, narrowOver);
            arrived += over ? 1 : 0;
        }

        Assert.Equal(goalVelocity <= 0.07, arrived > 0);
    }

    // What the goal meant before it was put as a bound of -1, 0 or 1: two doubles are compared.
    [Theory]
    [InlineData(0.07, true)]
    [InlineData(0.0700000001, false)]
    [InlineData(-0.0700000001, true)]
    public void A_car_at_full_speed_is_compared_with_the_goal_in_double_precision(double goalVelocity, bool arrives)
    {
        ContinuousMountainCarDynamics.Step<ExactSingle, bool>(
            new(0.44f, 0.07f), 1f, isSingle: true, goalVelocity, out bool over);
        Assert.Equal(arrives, over);
    }

    private static bool IsInDoubt(float angle)
    {
        double near = 0.0025 * RoughCosine.Of(angle);
        double doubt = 0.0025 * RoughCosine.LargestError;
        return (float)(near - doubt) != (float)(near + doubt);
    }
}
