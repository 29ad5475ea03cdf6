using GymSharp.Environments.MinAtar;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>What all games share: actions, sticky actions, reuse of memory, spaces.</summary>
public sealed class MinAtarEnvTests
{
    public static TheoryData<string> Games => MinAtarCases.Names;

    [Theory]
    [MemberData(nameof(Games))]
    public void An_action_outside_the_set_is_refused_and_changes_nothing(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game, new MinAtarOptions { UseMinimalActionSet = true });
        env.Reset(3);
        env.Step(0);
        byte[] before = env.SaveState();
        foreach (int action in new[] { -1, env.Actions.Count, int.MaxValue, int.MinValue })
        {
            InvalidActionException error = Assert.Throws<InvalidActionException>(() => env.Step(action));
            Assert.Contains($"0 to {env.Actions.Count - 1}", error.Message, StringComparison.Ordinal);
            Assert.Contains(game, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, env.SaveState());
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void Minimal_actions_play_as_the_full_actions_they_stand_for(string game)
    {
        MinAtarEnv minimal = MinAtarCases.Env(game, new MinAtarOptions { UseMinimalActionSet = true });
        MinAtarEnv full = MinAtarCases.Env(game);
        minimal.Reset(11);
        full.Reset(11);
        for (int step = 0; step < 500; step++)
        {
            int action = step * 7 % minimal.Actions.Count;
            Step<bool[]> left = minimal.Step(action);
            Step<bool[]> right = full.Step((int)minimal.Actions[action]);
            Assert.Equal(right.Observation, left.Observation);
            Assert.Equal((right.Reward, right.Terminated), (left.Reward, left.Terminated));
            if (left.Done)
            {
                Assert.Equal(full.Reset().Observation, minimal.Reset().Observation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void A_step_before_the_first_reset_is_refused(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        Assert.Throws<ResetNeededException>(() => env.Step(0));
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void Observations_belong_to_the_space_and_memory_that_fits_is_reused(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        bool[] first = env.Reset(5).Observation;
        Assert.True(env.ObservationSpace.Contains(first));
        bool[] kept = [.. first];
        Step<bool[]> own = env.Step(1);
        Assert.NotSame(first, own.Observation);
        Assert.Equal(kept, first);
        bool[] memory = Enumerable.Repeat(true, first.Length).ToArray();
        Step<bool[]> reused = env.Step(3, memory);
        Assert.Same(memory, reused.Observation);
        bool[] tooShort = new bool[first.Length - 1];
        Assert.NotSame(tooShort, env.Step(0, tooShort).Observation);
        Assert.DoesNotContain(true, tooShort);
        bool[] resetMemory = Enumerable.Repeat(true, first.Length).ToArray();
        Assert.Same(resetMemory, env.Reset(5, null, resetMemory).Observation);
        Assert.Equal(kept, resetMemory);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void A_step_into_given_memory_allocates_nothing(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        bool[] memory = env.Reset(1).Observation;
        PlayOn(100);
        Assert.Equal(0, Allocations.Of(() => PlayOn(5000)));

        void PlayOn(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                Play(env, memory, step);
            }
        }
    }

    [Fact]
    public void With_certainty_sticky_actions_repeat_the_first_action_for_ever()
    {
        MinAtarEnv env = MinAtarCases.Env("freeway", new MinAtarOptions { StickyActionProbability = 1 });
        env.Reset(0);
        for (int step = 0; step < 50; step++)
        {
            Step<bool[]> result = env.Step((int)MinAtarAction.Up);
            Assert.Equal([(4, 9)], MinAtarCases.Cells(env, result.Observation, "chicken"));
        }
    }

    [Fact]
    public void The_previous_action_outlives_a_reset()
    {
        ulong seed = 0;
        while (!RepeatsInFirstStep(seed))
        {
            seed++;
        }

        MinAtarEnv env = MinAtarCases.Env("breakout", new MinAtarOptions { StickyActionProbability = 0.5 });
        env.Reset(seed);
        for (int step = 0; step < 20; step++)
        {
            env.Step((int)MinAtarAction.Left);
        }

        env.Reset(seed);
        (int x, _) = MinAtarCases.Cells(env, env.Step((int)MinAtarAction.Right).Observation, "paddle").Single();
        Assert.Equal(3, x);
    }

    [Theory]
    [MemberData(nameof(Games))]
    public void After_the_end_nothing_happens_but_a_draw(string game)
    {
        MinAtarEnv env = MinAtarCases.Env(game);
        Step<bool[]> end = default;
        env.Reset(2);
        for (int step = 0; step < 20_000 && !end.Done; step++)
        {
            end = env.Step(step % 6);
        }

        Assert.True(end.Terminated);
        double expected = Peek(env, skip: 1);
        Step<bool[]> after = env.Step(5);
        Assert.Equal(end.Observation, after.Observation);
        Assert.Equal((0.0, true), (after.Reward, after.Terminated));
        Assert.Equal(expected, Peek(env, skip: 0));
    }

    [Fact]
    public void A_seed_beyond_32_bits_is_refused_and_changes_nothing()
    {
        MinAtarEnv env = MinAtarCases.Env("asterix");
        env.Reset(uint.MaxValue);
        byte[] before = env.SaveState();
        Assert.Throws<ArgumentOutOfRangeException>(() => env.Reset(1UL << 32));
        Assert.Equal(before, env.SaveState());
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_probability_outside_the_unit_interval_is_refused(double probability)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => MinAtarCases.Env("asterix", new MinAtarOptions { StickyActionProbability = probability }));
        Assert.Contains("between 0 and 1", error.Message, StringComparison.Ordinal);
    }

    private static void Play(MinAtarEnv env, bool[] memory, int step)
    {
        if (env.Step(step * 5 % 6, memory).Done)
        {
            env.Reset(null, null, memory);
        }
    }

    // The reset draws one side for the ball, then the step draws whether it repeats.
    private static bool RepeatsInFirstStep(ulong seed)
    {
        Randomness.LegacyRng rng = new(seed);
        rng.RandInt(2);
        return rng.Rand() < 0.5;
    }

    private static double Peek(MinAtarEnv env, int skip)
    {
        Randomness.LegacyRng copy = env.GameRng.Clone();
        for (int i = 0; i < skip; i++)
        {
            copy.Rand();
        }

        return copy.Rand();
    }
}
