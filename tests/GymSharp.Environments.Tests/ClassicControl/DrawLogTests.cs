using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Every call on the generator is made in the recorded order, and no other.</summary>
public sealed class DrawLogTests
{
    [Fact]
    public void Draws_are_those_recorded()
    {
        JsonNode[] logs =
        [
            .. GoldenData.Load("envs/draw_logs").AsArray()
                .Where(log => Recording.Tasks.Contains(log!["env_id"]!.GetValue<string>().Split('-')[0]))!,
        ];
        Assert.Equal(5, logs.Length);
        foreach (JsonNode log in logs)
        {
            using Env env = Recording.Make(log);
            ulong seed = log["seed"]!.GetValue<ulong>();
            Rng shadow = new(seed);
            env.ResetValue(seed);
            Follow(shadow, log["reset"]!, env);
            foreach (JsonNode? step in log["steps"]!.AsArray())
            {
                JsonNode action = step!["action"]!;
                Step<object> result = env.StepValue(
                    action is JsonArray ? Recording.Singles(action) : action.GetValue<int>());
                Follow(shadow, step["draws"]!, env);
                Assert.Equal(step["reset_after"] is not null, result.Done);
                if (result.Done)
                {
                    env.ResetValue();
                    Follow(shadow, step["reset_after"]!, env);
                }
            }
        }
    }

    // Makes the recorded calls on a second generator, which must then stand where the environment's does.
    private static void Follow(Rng shadow, JsonNode calls, Env env)
    {
        foreach (JsonNode? call in calls.AsArray())
        {
            Assert.Equal("uniform", call!["m"]!.GetValue<string>());
            double[] low = Recording.Doubles(call["kwargs"]!["low"]);
            double[] high = Recording.Doubles(call["kwargs"]!["high"]);
            double[] expected = Recording.Doubles(call["out"]);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], shadow.Uniform(low[i % low.Length], high[i % high.Length]));
            }
        }

        Assert.Equal(shadow.State, env.Rng.State);
    }
}
