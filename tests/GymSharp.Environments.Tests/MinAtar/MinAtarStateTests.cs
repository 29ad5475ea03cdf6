using GymSharp.Environments.MinAtar;
using GymSharp.State;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Saving and restoring.</summary>
public sealed class MinAtarStateTests
{
    public static TheoryData<string> Games => MinAtarCases.Names;

    [Theory]
    [MemberData(nameof(Games))]
    public void A_restored_environment_goes_on_as_the_saved_one(string game)
    {
        MinAtarEnv original = MinAtarCases.Env(game);
        MinAtarEnv restored = MinAtarCases.Env(game);
        original.Reset(21);
        for (int step = 0; step < 3000; step++)
        {
            if (step % 97 == 0)
            {
                restored.RestoreState(original.SaveState());
            }

            int action = step * 11 % 6;
            Step<bool[]> left = original.Step(action);
            Step<bool[]> right = restored.Step(action);
            Assert.Equal(left.Observation, right.Observation);
            Assert.Equal((left.Reward, left.Terminated), (right.Reward, right.Terminated));
            Assert.Equal(original.Game.DifficultyRamp, restored.Game.DifficultyRamp);
            if (left.Done)
            {
                Assert.Equal(original.Reset().Observation, restored.Reset().Observation);
            }
        }

        Assert.Equal(original.SaveState(), restored.SaveState());
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void An_environment_that_was_never_reset_can_be_saved_and_restored(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        byte[] fresh = env.SaveState();
        env.Reset(1);
        env.RestoreState(fresh);
        Assert.Throws<ResetNeededException>(() => env.Step(0));
        Assert.Equal(fresh, env.SaveState());
    }

    [Fact]
    public void The_state_of_another_game_is_refused_and_changes_nothing()
    {
        MinAtarEnv breakout = MinAtarCases.Env("breakout");
        MinAtarEnv asterix = MinAtarCases.Env("asterix");
        breakout.Reset(1);
        asterix.Reset(1);
        byte[] before = asterix.SaveState();
        Assert.Throws<StateFormatException>(() => asterix.RestoreState(breakout.SaveState()));
        Assert.Equal(before, asterix.SaveState());
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void A_damaged_state_is_refused_or_can_be_played(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        env.Reset(8);
        for (int step = 0; step < 60 && !env.Step(step % 6).Done; step++)
        {
        }

        byte[] good = env.SaveState();
        Randomness.LegacyRng rng = new(99);
        int refused = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] damaged = [.. good];

            // The state of the game stands at the end, behind the two generators.
            damaged[good.Length - 1 - rng.RandInt(120)] = (byte)rng.RandInt(256);
            refused += TryPlay(env, damaged, good) ? 0 : 1;
        }

        Assert.True(refused > 0, "no damage was noticed");
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void A_state_cut_short_is_refused(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        env.Reset(8);
        byte[] good = env.SaveState();
        for (int length = 0; length < good.Length; length += 13)
        {
            Assert.Throws<StateFormatException>(() => env.RestoreState(good.AsSpan(0, length)));
        }

        Assert.Equal(good, env.SaveState());
    }

    private static bool TryPlay(MinAtarEnv env, byte[] damaged, byte[] good)
    {
        env.RestoreState(good);
        try
        {
            env.RestoreState(damaged);
        }
        catch (StateFormatException)
        {
            Assert.Equal(good, env.SaveState());
            return false;
        }

        for (int step = 0; step < 60; step++)
        {
            env.Step(step % 6);
        }

        return true;
    }
}
