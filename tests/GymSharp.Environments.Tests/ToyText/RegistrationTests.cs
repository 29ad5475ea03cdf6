using System.Text.Json;
using GymSharp.Golden;
using GymSharp.Registration;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Registered_facts_equal_the_recorded_ones()
    {
        using JsonDocument document = GoldenData.Open("envs/specs");
        Dictionary<string, JsonElement> recorded = document.RootElement.EnumerateArray()
            .ToDictionary(spec => spec.GetProperty("id").GetString()!, StringComparer.Ordinal);
        foreach (string id in ToyTextGolden.Ids)
        {
            Assert.True(Gym.Registry.TryGet(id, out EnvSpec? spec), $"{id} is not registered.");
            AssertSpec(recorded[id], spec);
            using Env env = Gym.Make(id);
            AssertEnv(recorded[id], env);
        }
    }

    [Theory]
    [InlineData("FrozenLake-v1", "map_name", "5x5", "4x4, 8x8")]
    [InlineData("FrozenLake-v1", "success_rate", 1.5, "success_rate")]
    [InlineData("FrozenLake-v1", "success_rate", double.NaN, "success_rate")]
    [InlineData("FrozenLake-v1", "is_slippery", "no", "is_slippery")]
    [InlineData("FrozenLake-v1", "reward_schedule", "high", "reward_schedule")]
    [InlineData("CliffWalking-v1", "is_slippery", 3, "is_slippery")]
    [InlineData("Taxi-v4", "rainy_probability", -0.1, "rainy_probability")]
    [InlineData("Taxi-v4", "fickle_probability", 2, "fickle_probability")]
    [InlineData("Taxi-v4", "is_rainey", true, "is_rainy")]
    [InlineData("Blackjack-v1", "natural", 1.5, "natural")]
    [InlineData("Blackjack-v1", "saab", true, "sab")]
    public void Wrong_arguments_are_refused_with_a_hint(string id, string name, object value, string hint)
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { [name] = value } };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make(id, options));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("row 0 has 4", "SFFF", "FFG")]
    [InlineData("letter 'X'", "SFX", "FFG")]
    [InlineData("letter 's'", "sFF", "FFG")]
    [InlineData("no start", "FFF", "FFG")]
    [InlineData("is empty", "")]
    public void Wrong_maps_are_refused_with_a_reason(string reason, params string[] desc)
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { ["desc"] = desc } };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make("FrozenLake-v1", options));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_rows_or_of_another_type_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new FrozenLakeEnv([]));
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { ["desc"] = "SFFG" } };
        Assert.Throws<ArgumentException>(() => Gym.Make("FrozenLake-v1", options));
    }

    [Fact]
    public void Reward_schedules_have_three_finite_numbers()
    {
        Assert.Throws<ArgumentException>(() => new FrozenLakeEnv(rewardSchedule: [1, 0]));
        Assert.Throws<ArgumentException>(() => new FrozenLakeEnv(rewardSchedule: [1, 0, double.PositiveInfinity]));
    }

    [Fact]
    public void A_map_may_be_given_as_a_list_and_wins_over_the_name()
    {
        MakeOptions options = new()
        {
            Arguments = new Dictionary<string, object?> { ["desc"] = new List<string> { "SG" }, ["map_name"] = "5x5" },
        };
        using Env env = Gym.Make("FrozenLake-v1", options);
        Assert.Equal(["SG"], Assert.IsType<FrozenLakeEnv>(env.Unwrapped).Map);
    }

    [Fact]
    public void Without_map_and_name_the_lake_is_random()
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { ["map_name"] = null } };
        using Env env = Gym.Make("FrozenLake-v1", options);
        Assert.Equal("Discrete(64)", env.ObservationSpace.ToString());
    }

    [Fact]
    public void Blackjack_has_no_text_form() => Assert.Throws<ArgumentException>(
        () => Gym.Make("Blackjack-v1", new MakeOptions { RenderMode = RenderMode.Ansi }));

    private static void AssertSpec(JsonElement recorded, EnvSpec spec)
    {
        Assert.Equal(recorded.GetProperty("name").GetString(), spec.Name);
        Assert.Equal(recorded.GetProperty("version").GetInt32(), spec.Version);
        Assert.Equal(recorded.GetProperty("max_episode_steps").Deserialize<int?>(), spec.MaxEpisodeSteps);
        Assert.Equal(recorded.GetProperty("reward_threshold").Deserialize<double?>(), spec.RewardThreshold);
        Assert.Equal(recorded.GetProperty("nondeterministic").GetBoolean(), spec.Nondeterministic);
        Assert.Equal(recorded.GetProperty("order_enforce").GetBoolean(), spec.OrderEnforce);
        Assert.Equal(recorded.GetProperty("disable_env_checker").GetBoolean(), spec.DisableEnvChecker);
        Assert.Equal(
            recorded.GetProperty("kwargs").EnumerateObject().Select(property => $"{property.Name}={property.Value}"),
            spec.Arguments.Select(argument => $"{argument.Key}={argument.Value}"));
    }

    private static void AssertEnv(JsonElement recorded, Env env)
    {
        Assert.Equal(recorded.GetProperty("wrappers").GetString(), env.ToString());
        Assert.Equal(recorded.GetProperty("action_space_repr").GetString(), env.ActionSpace.ToString());
        Assert.Equal(recorded.GetProperty("observation_space_repr").GetString(), env.ObservationSpace.ToString());
        Assert.Equal(recorded.GetProperty("render_fps").GetInt32(), env.Metadata.RenderFps);
        Assert.Equal(
            recorded.GetProperty("render_modes").EnumerateArray().Select(mode => mode.GetString()),
            env.Metadata.RenderModes.Select(mode => mode switch
            {
                RenderMode.Human => "human",
                RenderMode.RgbArray => "rgb_array",
                _ => "ansi",
            }));
    }
}
