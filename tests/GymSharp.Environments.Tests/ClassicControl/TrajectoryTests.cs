using System.Text.Json.Nodes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Golden;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Every recorded trajectory is reproduced to the last bit.</summary>
public sealed class TrajectoryTests
{
    public static TheoryData<string> Recordings => [.. Recording.Names()];

    [Fact]
    public void There_are_recordings_of_every_task() => Assert.All(Recording.Tasks, task =>
        Assert.Contains(Recording.Names(), name => name.StartsWith($"envs/{task}-v", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Observations_rewards_ends_states_and_draws_are_Gymnasiums(string name)
    {
        JsonNode recording = GoldenData.Load(name);
        foreach (JsonNode? run in recording["runs"]!.AsArray())
        {
            using Env env = Recording.Make(recording);
            Replay(recording, run!, env);
        }
    }

    private static void Replay(JsonNode recording, JsonNode run, Env env)
    {
        ulong seed = run["seed"]!.GetValue<ulong>();
        JsonArray resets = run["resets"]!.AsArray();
        CheckReset(env, resets[0]!, seed);
        Recording.AssertRng(run["rng_after_reset"]!, env.Rng);
        env.ActionSpace.Seed(run["action_seed"]!.GetValue<ulong>());
        bool isUniform = recording["policy"]!.GetValue<string>() == "uniform";
        bool isDouble = run["python_types"]!["action"]![0]!.GetValue<string>() == "ndarray[float64][1]";
        int steps = recording["steps"]!.GetValue<int>();
        int limit = recording["max_episode_steps"]!.GetValue<int>();
        int nextReset = 1;
        int episodeStart = 0;
        for (int t = 0; t < steps; t++)
        {
            JsonNode recorded = run["action"]![t]!;
            if (isUniform)
            {
                Assert.Equal(Recording.Doubles(recorded), Doubles(env.ActionSpace.SampleValue()));
            }

            Step<object> step = isDouble
                ? StepDouble(env, Recording.Doubles(recorded)[0], t + 1 - episodeStart == limit)
                : env.StepValue(recorded is JsonArray ? Recording.Singles(recorded) : recorded.GetValue<int>());
            CheckStep(run, t, step, ((dynamic)env.Unwrapped).State);
            if (step.Done && t + 1 < steps)
            {
                JsonNode reset = resets[nextReset++]!;
                Assert.Equal(t + 1, reset["at_step"]!.GetValue<int>());
                CheckReset(env, reset, null);
                episodeStart = t + 1;
            }
        }

        Assert.Null(run["info"]);
        Assert.Equal(resets.Count, nextReset);
        Recording.AssertRng(run["rng_after_run"]!, env.Rng);
    }

    private static void CheckReset(Env env, JsonNode reset, ulong? seed)
    {
        (object observation, Info info) = env.ResetValue(seed, Recording.Options(reset["options"]));
        Assert.Equal(Recording.Singles(reset["obs"]), (float[])observation);
        Assert.Empty(info);
        Assert.Equal(Recording.Doubles(reset["state"]), (double[])((dynamic)env.Unwrapped).State);
    }

    private static void CheckStep(JsonNode run, int t, Step<object> step, double[] state)
    {
        Assert.Equal(Recording.Singles(run["obs"]![t]), (float[])step.Observation);
        Assert.Equal(GoldenData.Number(run["reward"]![t]!), step.Reward);
        Assert.Equal(run["terminated"]![t]!.GetValue<int>() == 1, step.Terminated);
        Assert.Equal(run["truncated"]![t]!.GetValue<int>() == 1, step.Truncated);
        Assert.Empty(step.Info);
        Assert.Equal(Recording.Doubles(run["state"]![t]), state);
    }

    // The wrappers take float32 actions, so the time limit is applied here.
    private static Step<object> StepDouble(Env env, double torque, bool isLast)
    {
        Step<float[]> step = ((PendulumEnv)env.Unwrapped).StepDouble(torque);
        return new(step.Observation, step.Reward, step.Terminated, isLast, step.Info);
    }

    private static double[] Doubles(object sample) => sample is float[] numbers
        ? [.. numbers.Select(number => (double)number)]
        : [(int)sample];
}
