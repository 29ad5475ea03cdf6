using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Registration;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Ids, spaces, limits and names are those that Gymnasium registers.</summary>
public sealed class SpecificationTests
{
    public static TheoryData<string> Ids =>
        ["CartPole-v0", "CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1", "Acrobot-v1"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Registration_is_Gymnasiums(string id)
    {
        JsonNode expected = GoldenData.Load("envs/specs").AsArray().Single(spec => spec!["id"]!.GetValue<string>() == id)!;
        List<string> warnings = [];
        using IDisposable capture = GymLog.Capture(warnings.Add);
        using Env env = Gym.Make(id);
        EnvSpec spec = env.Unwrapped.Spec!;
        Assert.Equal(expected["max_episode_steps"]!.GetValue<int>(), spec.MaxEpisodeSteps);
        Assert.Equal(expected["reward_threshold"]?.GetValue<double>(), spec.RewardThreshold);
        Assert.Equal(expected["action_space_repr"]!.GetValue<string>(), env.ActionSpace.ToString());
        Assert.Equal(expected["observation_space_repr"]!.GetValue<string>(), env.ObservationSpace.ToString());
        Assert.Equal(expected["wrappers"]!.GetValue<string>(), env.ToString());
        Assert.Equal(expected["render_fps"]!.GetValue<int>(), env.Metadata.RenderFps);
        Assert.Equal([RenderMode.Human, RenderMode.RgbArray], env.Metadata.RenderModes);
        Assert.Equal(expected["warnings"]!.AsArray().Select(node => node!.GetValue<string>()), warnings.Select(text => "WARN: " + text));
        Assert.False(spec.Nondeterministic);
        Assert.Empty(spec.Arguments);
    }

    [Fact]
    public void Unknown_arguments_are_refused_with_those_that_exist()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make(
            "CartPole-v1", new MakeOptions { Arguments = new Dictionary<string, object?> { ["sutton_bartho_reward"] = true } }));
        Assert.Contains("no argument 'sutton_bartho_reward'", error.Message, StringComparison.Ordinal);
        Assert.Contains("sutton_barto_reward", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CartPole-v1", "sutton_barto_reward")]
    [InlineData("MountainCar-v0", "goal_velocity")]
    [InlineData("MountainCarContinuous-v0", "goal_velocity")]
    [InlineData("Pendulum-v1", "g")]
    public void Arguments_of_a_wrong_type_are_refused(string id, string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Gym.Make(
            id, new MakeOptions { Arguments = new Dictionary<string, object?> { [name] = "much" } }));
        Assert.Contains($"'{name}' must be", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_limits_follow_the_options()
    {
        Assert.Equal(
            "<OrderEnforcing<PassiveEnvChecker<CartPoleEnv<CartPole-v1>>>>",
            Gym.Make("CartPole-v1", new MakeOptions { MaxEpisodeSteps = -1 }).ToString());
        using Env<float[], float[]> env = Gym.Make<float[], float[]>("Pendulum-v1", new MakeOptions { MaxEpisodeSteps = 7 });
        env.Reset(0);
        Assert.Equal(7, Enumerable.Range(1, 100).First(_ => env.Step([0]).Truncated));
    }
}
