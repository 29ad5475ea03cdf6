using GymSharp.Environments.ClassicControl;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>What Gymnasium's class attributes do.</summary>
public sealed class AcrobotParametersTests
{
    [Fact]
    public void Equations_of_the_paper_lack_a_term_of_the_book()
    {
        using AcrobotEnv book = new();
        using AcrobotEnv nips = new(new AcrobotParameters { Equations = AcrobotEquations.Nips });
        Assert.Equal(book.Reset(1).Observation, nips.Reset(1).Observation);
        Assert.NotEqual(book.Step(2).Observation, nips.Step(2).Observation);
        book.Reset(1);
        book.Parameters = book.Parameters with { Equations = AcrobotEquations.Nips };
        nips.Reset(1);
        Assert.Equal(nips.Step(0).Observation, book.Step(0).Observation);
    }

    [Fact]
    public void Torque_noise_draws_one_number_per_step()
    {
        using AcrobotEnv env = new(new AcrobotParameters { TorqueNoiseMax = 0.5 });
        using AcrobotEnv still = new();
        env.Reset(1);
        still.Reset(1);
        env.Step(1);
        Assert.NotEqual(env.State, still.State);
        Assert.NotEqual(env.Rng.State, still.Rng.State);
        still.Rng.Random();
        Assert.Equal(env.Rng.State, still.Rng.State);
    }

    [Fact]
    public void Limits_bound_the_velocities_and_the_space()
    {
        using AcrobotEnv env = new(new AcrobotParameters { MaxVelocity1 = 0.01, MaxVelocity2 = 0.02, Torques = [-9, 0, 9] });
        env.Reset(1);
        double[] observation = [.. env.Step(2).Observation.Select(Math.Abs).Select(value => (double)value)];
        Assert.Equal((float)0.01, observation[4]);
        Assert.Equal((float)0.02, observation[5]);
        Assert.Contains("0.02", env.ObservationSpace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_torques_are_needed()
    {
        using AcrobotEnv env = new();
        AcrobotParameters before = env.Parameters;
        Assert.Throws<ArgumentException>(() => env.Parameters = new AcrobotParameters { Torques = [1, 2] });
        Assert.Same(before, env.Parameters);
    }

    [Fact]
    public void A_start_far_away_does_not_hang()
    {
        using AcrobotEnv env = new();
        foreach (double speed in new[] { 1e6, 1e12, 1e30 })
        {
            env.Reset(1, new ResetOptions { ["low"] = -speed, ["high"] = speed });
            Assert.False(env.Step(0).Truncated);
        }
    }
}
