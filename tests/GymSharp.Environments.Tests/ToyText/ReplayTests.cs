using System.Text.Json;
using GymSharp.Golden;

namespace GymSharp.Environments.ToyText.Tests;

/// <summary>Replays recorded trajectories of Gymnasium.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Trajectories => [.. ToyTextGolden.Trajectories()];

    [Fact]
    public void Every_task_of_the_family_has_a_recording() => Assert.All(
        ToyTextGolden.Ids, id => Assert.Contains($"envs/{id}", ToyTextGolden.Trajectories()));

    [Theory]
    [MemberData(nameof(Trajectories))]
    public void The_same_seed_and_actions_give_the_recorded_numbers(string name)
    {
        using JsonDocument document = GoldenData.Open(name);
        Assert.NotEmpty(document.RootElement.GetProperty("runs").EnumerateArray());
        foreach (JsonElement run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            using Env env = ToyTextGolden.Make(document.RootElement);
            Replay(env, run, document.RootElement.GetProperty("policy").GetString()!, name);
        }
    }

    private static void Replay(Env env, JsonElement run, string policy, string name)
    {
        Dictionary<int, JsonElement> resets =
            run.GetProperty("resets").EnumerateArray().ToDictionary(reset => reset.GetProperty("at_step").GetInt32());
        Info info = Reset(env, resets[0], run.GetProperty("seed").GetUInt64(), name);
        ToyTextGolden.AssertRng(run.GetProperty("rng_after_reset"), env.Rng.State, name + " after reset");
        env.ActionSpace.Seed(run.GetProperty("action_seed").GetUInt64());
        int steps = run.GetProperty("action").GetArrayLength();
        for (int i = 0; i < steps; i++)
        {
            int action = run.GetProperty("action")[i].GetInt32();
            object? mask = policy == "masked" ? info["action_mask"] : null;
            if (policy is "uniform" or "masked")
            {
                Assert.Equal(action, env.ActionSpace.SampleValue(mask));
            }

            Step<object> step = env.StepValue(action);
            AssertStep(run, i, step, $"{name}, step {i}");
            info = step.Done && resets.TryGetValue(i + 1, out JsonElement reset)
                ? Reset(env, reset, null, $"{name}, reset after step {i}")
                : step.Info;
        }

        ToyTextGolden.AssertRng(run.GetProperty("rng_after_run"), env.Rng.State, name + " at the end");
    }

    private static Info Reset(Env env, JsonElement recorded, ulong? seed, string where)
    {
        (object observation, Info info) = env.ResetValue(seed);
        ToyTextGolden.AssertObservation(recorded.GetProperty("obs"), observation, where);
        ToyTextGolden.AssertInfo(recorded.GetProperty("info"), info, where);
        return info;
    }

    private static void AssertStep(JsonElement run, int i, Step<object> step, string where)
    {
        ToyTextGolden.AssertObservation(run.GetProperty("obs")[i], step.Observation, where);
        Assert.Equal(run.GetProperty("reward")[i].GetDouble(), step.Reward);
        Assert.Equal(run.GetProperty("terminated")[i].GetInt32() == 1, step.Terminated);
        Assert.Equal(run.GetProperty("truncated")[i].GetInt32() == 1, step.Truncated);
        JsonElement infos = run.GetProperty("info");
        if (infos.ValueKind == JsonValueKind.Array)
        {
            ToyTextGolden.AssertInfo(infos[i], step.Info, where);
        }
        else
        {
            Assert.Empty(step.Info);
        }
    }
}
