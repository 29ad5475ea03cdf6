namespace GymSharp.Environments.ToyText.Tests;

public sealed class MisuseTests
{
    public static TheoryData<string> Names => ToyTextCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_actions_are_refused_before_anything_changes(string name)
    {
        using Env env = ToyTextCases.Create(name);
        env.ResetValue(0);
        byte[] before = env.SaveState();
        foreach (int action in (ReadOnlySpan<int>)[-1, 6, 100, int.MinValue, int.MaxValue])
        {
            InvalidActionException error = Assert.Throws<InvalidActionException>(() => env.StepValue(action));
            Assert.Contains($"{action} is not in {env.ActionSpace}", error.Message, StringComparison.Ordinal);
            Assert.Contains("Choose 0 (", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, env.SaveState());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_works_before_the_first_reset(string name)
    {
        using Env env = ToyTextCases.Create(name, RenderMode.RgbArray);
        Assert.Throws<ResetNeededException>(() => env.StepValue(0));
        Assert.Throws<ResetNeededException>(() => env.Render());
        env.ResetValue(0);
        Assert.NotNull(env.Render());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unknown_reset_options_are_ignored(string name)
    {
        using Env env = ToyTextCases.Create(name);
        object expected = env.ResetValue(4).Observation;
        Assert.Equal(expected, env.ResetValue(4, new ResetOptions { ["colour"] = "red" }).Observation);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_render_mode_nothing_is_drawn(string name)
    {
        using Env env = ToyTextCases.Create(name);
        env.ResetValue(0);
        Assert.Null(env.Render());
    }

    [Fact]
    public void A_step_on_a_table_allocates_nothing()
    {
        Env<int, int>[] environments =
        [
            new FrozenLakeEnv(),
            new CliffWalkingEnv(isSlippery: true),
            new TaxiEnv(isRainy: true, ficklePassenger: true),
        ];
        foreach (Env<int, int> env in environments)
        {
            env.Reset(0);
            Walk(env);
            Assert.Equal(0, Allocations.Of(() => Walk(env)));
        }
    }

    [Fact]
    public void Blackjack_writes_into_the_given_observation()
    {
        using BlackjackEnv env = new();
        (object[] observation, _) = env.Reset(0);
        Assert.Same(observation, env.Reset(1, null, observation).Observation);
        Assert.Same(observation, env.Step(1, observation).Observation);
        Assert.NotSame(observation, env.Step(1).Observation);
        Assert.Equal(3, env.Step(1, new object[2]).Observation.Length);
    }

    [Fact]
    public void Probabilities_are_checked_in_constructors()
    {
        Assert.Throws<ArgumentException>(() => new FrozenLakeEnv(successRate: -0.1));
        Assert.Throws<ArgumentException>(() => new TaxiEnv(rainyProbability: double.NaN));
        Assert.Throws<ArgumentException>(() => new TaxiEnv(fickleProbability: 1.1));
    }

    private static void Walk(Env<int, int> env)
    {
        for (int i = 0; i < 2000; i++)
        {
            env.Step(i & 3);
        }
    }
}
