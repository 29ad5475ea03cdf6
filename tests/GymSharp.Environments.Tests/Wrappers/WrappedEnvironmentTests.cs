using System.Text.Json.Nodes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Environments.Vector;
using GymSharp.Golden;
using GymSharp.Registration;
using GymSharp.Tests.Wrappers;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Wrappers;

/// <summary>Wrappers around the registered environments give the recorded numbers from the seeds alone.</summary>
public sealed class WrappedEnvironmentTests
{
    // MountainCarContinuous was recorded below its wrapper under NumPy 1's rules, which move it differently; the wrapper
    // itself is replayed with a scripted environment elsewhere.
    public static TheoryData<string> Recordings() => [.. GoldenData.Names("wrappers").Where(name =>
        name != "wrappers/extras" && GoldenData.Load(name) is { } recording
        && recording["base"]!["kind"]!.GetValue<string>() == "make" && recording["args"]!["func"] is null
        && recording["base"]!["env_id"]!.GetValue<string>() != "MountainCarContinuous-v0"
        && recording["args"]!["update_running_mean_off_before_step"] is null)];

    public static TheoryData<string> Specs() => [.. GoldenData.Load("envs/specs").AsArray()
        .Select(spec => spec!["id"]!.GetValue<string>())
        .Where(id => Gym.Registry.TryGet(id, out EnvSpec? spec) && spec!.Needs() is null)];

    [Fact]
    public void There_are_recordings_and_specs()
    {
        Assert.True(Recordings().Count >= 40);
        Assert.True(Specs().Count >= 12);
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void Default_wrappers_are_the_recorded_ones(string id)
    {
        JsonNode spec = GoldenData.Load("envs/specs").AsArray().Single(entry => entry!["id"]!.GetValue<string>() == id)!;
        using Env env = Gym.Make(id);
        Assert.Equal(spec["wrappers"]!.GetValue<string>(), env.ToString());
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Seeds_give_the_recorded_numbers(string name)
    {
        JsonNode recording = GoldenData.Load(name);
        foreach (JsonNode? run in recording["runs"]!.AsArray())
        {
            using Env env = Wrap(recording);
            int index = 0;
            foreach (JsonNode? recorded in run!["events"]!.AsArray())
            {
                Play(env, recording, run, recorded!, index++);
            }
        }
    }

    private static Env Wrap(JsonNode recording)
    {
        string id = recording["base"]!["env_id"]!.GetValue<string>();
        int? limit = recording["base"]!["kwargs"]?["max_episode_steps"]?.GetValue<int>();
        EnvArguments arguments = [];
        foreach (KeyValuePair<string, JsonNode?> argument in recording["args"]!.AsObject())
        {
            if (argument.Key != "note")
            {
                arguments[argument.Key] = GoldenArgument.Read(argument.Value);
            }
        }

        // Recordings made under NumPy 2's rules stand where they differ in anything but the pendulum.
        bool isPromoted = id == "Pendulum-v1" && recording["wrapper"]!.GetValue<string>() != "DiscretizeAction";
        EnvSpec spec = Gym.Registry.Find(id);
        EnvSpec made = isPromoted
            ? new EnvSpec(id, _ => new PromotedPendulum(new PendulumEnv())) { MaxEpisodeSteps = spec.MaxEpisodeSteps }
            : spec;
        Env env = Gym.Make(made, new MakeOptions { MaxEpisodeSteps = limit });
        return WrapperFactory.Apply(env, recording["wrapper"]!.GetValue<string>(), arguments);
    }

    private static void Play(Env env, JsonNode recording, JsonNode run, JsonNode recorded, int index)
    {
        if (recorded["kind"]!.GetValue<string>() == "reset")
        {
            (object observation, Info info) = env.ResetValue(index == 0 ? run["seed"]!.GetValue<ulong>() : null);
            GoldenSpace.AssertEqual(recorded["obs"]!, observation, $"event {index}");
            GoldenSpace.AssertInfo(recorded["info"]!.AsObject(), info, $"event {index}");
            if (index == 0)
            {
                env.ActionSpace.Seed(run["action_seed"]!.GetValue<ulong>());
            }

            return;
        }

        object action = env.ActionSpace.SampleValue();
        if (recording["wrapper"]!.GetValue<string>() == "ClipAction")
        {
            action = Array.ConvertAll((float[])action, static x => x * 3.0f);
        }

        GoldenSpace.AssertEqual(recorded["action"]!, action, $"event {index} action");
        Step<object> step = env.StepValue(action);
        GoldenSpace.AssertEqual(recorded["obs"]!, step.Observation, $"event {index}");
        Assert.Equal(GoldenData.Number(recorded["reward"]!), step.Reward);
        Assert.Equal(recorded["terminated"]!.GetValue<int>() == 1, step.Terminated);
        Assert.Equal(recorded["truncated"]!.GetValue<int>() == 1, step.Truncated);
        GoldenSpace.AssertInfo(recorded["info"]!.AsObject(), step.Info, $"event {index}");
    }
}
