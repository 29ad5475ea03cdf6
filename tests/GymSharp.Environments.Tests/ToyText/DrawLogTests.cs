using System.Text.Json;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Environments.ToyText.Tests;

/// <summary>Compares what each call draws with the recorded calls on Gymnasium's generator.</summary>
public sealed class DrawLogTests
{
    [Fact]
    public void Each_call_draws_what_was_recorded()
    {
        using JsonDocument document = GoldenData.Open("envs/draw_logs");
        JsonElement[] logs = [.. document.RootElement.EnumerateArray()
            .Where(log => ToyTextGolden.Ids.Contains(log.GetProperty("env_id").GetString()))];
        Assert.NotEmpty(logs);
        foreach (JsonElement log in logs)
        {
            using Env env = ToyTextGolden.Make(log);
            ulong seed = log.GetProperty("seed").GetUInt64();
            Rng mirror = new(seed);
            env.ResetValue(seed);
            Redraw(mirror, log.GetProperty("reset"), env, "reset");
            int number = 0;
            foreach (JsonElement step in log.GetProperty("steps").EnumerateArray())
            {
                env.StepValue(step.GetProperty("action").GetInt32());
                Redraw(mirror, step.GetProperty("draws"), env, $"step {number}");
                if (step.TryGetProperty("reset_after", out JsonElement reset) && reset.ValueKind == JsonValueKind.Array)
                {
                    env.ResetValue();
                    Redraw(mirror, reset, env, $"reset after step {number}");
                }

                number++;
            }
        }
    }

    private static void Redraw(Rng mirror, JsonElement draws, Env env, string where)
    {
        foreach (JsonElement draw in draws.EnumerateArray())
        {
            JsonElement expected = draw.GetProperty("out");
            string method = draw.GetProperty("m").GetString()!;
            if (method == "random")
            {
                Assert.Equal(expected.GetDouble(), mirror.Random());
            }
            else
            {
                Assert.Equal("choice", method);
                JsonElement population = draw.GetProperty("args")[0];
                JsonElement chosen = population[(int)mirror.Choice(population.GetArrayLength())];
                Assert.Equal(expected.GetRawText(), chosen.GetRawText());
            }
        }

        Assert.True(mirror.State == env.Rng.State, $"{env}: {where} drew something else than recorded.");
    }
}
