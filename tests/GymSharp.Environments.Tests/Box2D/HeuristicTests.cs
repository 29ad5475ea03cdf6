using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>The built-in controllers choose the recorded actions, and episodes return what was recorded.</summary>
public sealed class HeuristicTests
{
    [Theory]
    [InlineData("LunarLander_heuristic")]
    [InlineData("LunarLander_wind_heuristic")]
    [InlineData("LunarLander_continuous_heuristic")]
    [InlineData("BipedalWalker_heuristic")]
    [InlineData("BipedalWalkerHardcore_heuristic")]
    public void Controllers_choose_the_recorded_actions(string name)
    {
        using JsonDocument document = GoldenData.Open("box2d/" + name);
        foreach (JsonElement run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            bool isWalker = name.StartsWith("Bipedal", StringComparison.Ordinal);
            BipedalWalkerHeuristic walker = new();
            float[] observation = Box2DRecording.Singles(run.GetProperty("reset_obs"));
            int step = 0;
            foreach (JsonElement action in run.GetProperty("action").EnumerateArray())
            {
                // The walker's first action is all zeros.
                double[] chosen = isWalker
                    ? step == 0 ? new double[4] : walker.Choose(observation)
                    : Lander(observation, action.ValueKind == JsonValueKind.Array);
                double[] expected = action.ValueKind == JsonValueKind.Array
                    ? Box2DRecording.Doubles(action)
                    : [action.GetDouble()];
                Box2DRecording.AssertSame(expected, chosen, $"{name}, action {step}");
                observation = Box2DRecording.Singles(run.GetProperty("obs")[step++]);
            }
        }
    }

    [Fact]
    public void Episodes_return_what_the_statistics_have()
    {
        using JsonDocument document = GoldenData.Open("box2d/stats");
        int checkedEntries = 0;
        foreach (JsonElement entry in document.RootElement.EnumerateArray())
        {
            using Env env = Box2DRecording.Make(entry);
            bool isRandom = entry.GetProperty("policy").GetString() == "random";
            int episodes = env is BipedalWalkerEnv ? 2 : 30;
            if (env is CarRacingEnv)
            {
                continue;
            }

            for (int i = 0; i < episodes; i++)
            {
                (double total, int length) = Play(env, (ulong)i, isRandom, env is BipedalWalkerEnv { } ? Limit(entry) : 1000);
                string where = $"{entry.GetProperty("env_id")} {entry.GetProperty("kwargs")} {i}, random: {isRandom}";
                Assert.True(entry.GetProperty("returns")[i].GetDouble() == total, $"{where}: {total:R}");
                Assert.True(entry.GetProperty("lengths")[i].GetInt32() == length, $"{where}: {length} steps");
            }

            checkedEntries++;
        }

        Assert.Equal(11, checkedEntries);
    }

    private static int Limit(JsonElement entry) =>
        entry.GetProperty("env_id").GetString()!.Contains("Hardcore", StringComparison.Ordinal) ? 2000 : 1600;

    private static double[] Lander(float[] observation, bool continuous)
    {
        if (!continuous)
        {
            return [LunarLanderHeuristic.Choose(observation)];
        }

        (double main, double side) = LunarLanderHeuristic.Throttle(observation);
        return [main, side];
    }

    private static (double Return, int Length) Play(Env env, ulong seed, bool isRandom, int limit)
    {
        env.ActionSpace.Seed(seed);
        float[] observation = (float[])env.ResetValue(seed).Observation;
        BipedalWalkerHeuristic walker = new();
        double total = 0;
        for (int i = 0; i < limit; i++)
        {
            Step<float[]> step = env switch
            {
                LunarLanderEnv lander => lander.Step(
                    isRandom ? lander.ActionSpace.Sample() : LunarLanderHeuristic.Choose(observation)),
                LunarLanderContinuousEnv lander => Throttle(lander, observation, isRandom),
                BipedalWalkerEnv biped => biped.StepDouble(
                    isRandom ? Array.ConvertAll(biped.ActionSpace.Sample(), part => (double)part)
                    : i == 0 ? new double[4]
                    : walker.Choose(observation)),
                _ => throw new ArgumentException("Not a task with such observations.", nameof(env)),
            };
            total += step.Reward;
            observation = step.Observation;
            if (step.Terminated)
            {
                return (total, i + 1);
            }
        }

        return (total, limit);
    }

    private static Step<float[]> Throttle(LunarLanderContinuousEnv lander, float[] observation, bool isRandom)
    {
        if (isRandom)
        {
            return lander.Step(lander.ActionSpace.Sample());
        }

        (double main, double side) = LunarLanderHeuristic.Throttle(observation);
        return lander.StepDouble(main, side);
    }
}
