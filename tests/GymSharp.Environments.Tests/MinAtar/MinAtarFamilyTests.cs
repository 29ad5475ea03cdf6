using GymSharp.Environments.MinAtar;
using GymSharp.Registration;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Making the games by id.</summary>
public sealed class MinAtarFamilyTests
{
    [Theory]
    [InlineData("MinAtar/Asterix-v0", "asterix", 6, 4)]
    [InlineData("MinAtar/Asterix-v1", "asterix", 5, 4)]
    [InlineData("MinAtar/Breakout-v0", "breakout", 6, 4)]
    [InlineData("MinAtar/Breakout-v1", "breakout", 3, 4)]
    [InlineData("MinAtar/Freeway-v0", "freeway", 6, 7)]
    [InlineData("MinAtar/Freeway-v1", "freeway", 3, 7)]
    [InlineData("MinAtar/Seaquest-v0", "seaquest", 6, 10)]
    [InlineData("MinAtar/Seaquest-v1", "seaquest", 6, 10)]
    [InlineData("MinAtar/SpaceInvaders-v0", "space_invaders", 6, 6)]
    [InlineData("MinAtar/SpaceInvaders-v1", "space_invaders", 4, 6)]
    public void Each_id_makes_its_game(string id, string game, int actions, int channels)
    {
        using Env<bool[], int> env = Make(id);
        MinAtarEnv inner = Assert.IsType<MinAtarEnv>(env.Unwrapped);
        Assert.Equal(game, inner.Game.Name);
        Assert.Equal($"Discrete({actions})", env.ActionSpace.ToString());
        Assert.Equal([10, 10, channels], env.ObservationSpace.Shape);
        Assert.Null(env.Spec!.MaxEpisodeSteps);
        env.Reset(0);
        Assert.False(env.Step(0).Truncated);
    }

    [Fact]
    public void Keyword_arguments_reach_the_game()
    {
        Dictionary<string, object?> arguments = new()
        {
            ["sticky_action_prob"] = 0.0,
            ["difficulty_ramping"] = false,
            ["use_minimal_action_set"] = true,
        };
        using Env<bool[], int> made = Make("MinAtar/Asterix-v0", arguments);
        MinAtarEnv direct = new(
            new Asterix(ramping: false),
            new MinAtarOptions { StickyActionProbability = 0, UseMinimalActionSet = true });
        Assert.Equal(direct.Reset(12).Observation, made.Reset(12).Observation);
        for (int step = 0; step < 2000; step++)
        {
            int action = step * 3 % 5;
            Step<bool[]> expected = direct.Step(action);
            Step<bool[]> actual = made.Step(action);
            Assert.Equal(expected.Observation, actual.Observation);
            Assert.Equal(expected.Reward, actual.Reward);
            if (expected.Done)
            {
                Assert.Equal(direct.Reset().Observation, made.Reset().Observation);
            }
        }
    }

    [Theory]
    [InlineData("sticky_action_probability", 0.5, "sticky_action_prob")]
    [InlineData("game", "breakaut", "breakout")]
    [InlineData("sticky_action_prob", 1.5, "between 0 and 1")]
    public void A_wrong_argument_is_refused_with_a_hint(string name, object value, string hint)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Make("MinAtar/Breakout-v1", new Dictionary<string, object?> { [name] = value }));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_provider_brings_the_games()
    {
        EnvRegistry registry = new();
        new EnvironmentProvider().Register(registry);
        Assert.Equal(10, registry.Specs.Count(spec => spec.Namespace == "MinAtar"));
    }

    private static Env<bool[], int> Make(string id, Dictionary<string, object?>? arguments = null)
    {
        EnvRegistry registry = new();
        MinAtarFamily.Register(registry);
        Assert.True(registry.TryGet(id, out EnvSpec? spec));
        MakeOptions options = new();
        return Assert.IsType<Env<bool[], int>>(
            Gym.Make(spec, arguments is null ? options : options with { Arguments = arguments }), exactMatch: false);
    }
}
