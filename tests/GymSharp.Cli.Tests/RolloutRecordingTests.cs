using System.Text.Json;
using GymSharp.Cli.Running;
using GymSharp.Golden;

namespace GymSharp.Cli;

/// <summary>The recordings of Gymnasium's toy-text and classic-control tasks, reproduced through the command line.</summary>
public sealed class RolloutRecordingTests : Workplace
{
    private const int RunsPerRecording = 3;

    public static TheoryData<string, int> SampledRuns() => Runs(
        (recording, run) => recording.GetProperty("policy").GetString() == "uniform");

    // One run of each: in how the actions are read, the others are alike. The actions of one recording were float64; the
    // command line gives an environment float32 actions where those are what its space holds, and the rewards differ then.
    public static TheoryData<string, int> ReplayedRuns() => Runs((recording, run) =>
        recording.GetProperty("policy").GetString() != "uniform" && run == 0
        && !recording.GetProperty("runs")[run].GetProperty("python_types").GetProperty("action").ToString().Contains("float64"));

    [Theory]
    [MemberData(nameof(SampledRuns))]
    public void Sampled_actions_reproduce_the_recording(string name, int run)
    {
        using JsonDocument recording = GoldenData.Open(name);
        JsonElement expected = recording.RootElement.GetProperty("runs")[run];
        int steps = StepsWithFirstOptions(expected);
        List<string> arguments = Arguments(recording.RootElement, expected);
        arguments.AddRange(["--steps", $"{steps}"]);
        if (expected.GetProperty("action_seed").GetUInt64() != expected.GetProperty("seed").GetUInt64())
        {
            arguments.AddRange(["--action-seed", $"{expected.GetProperty("action_seed")}"]);
        }

        Compare(expected, steps, RunWith([.. arguments]).Succeeded().JsonLines);
    }

    [Theory]
    [MemberData(nameof(ReplayedRuns))]
    public void Recorded_actions_reproduce_the_recording(string name, int run)
    {
        using JsonDocument recording = GoldenData.Open(name);
        JsonElement expected = recording.RootElement.GetProperty("runs")[run];
        int steps = StepsWithFirstOptions(expected);
        List<string> arguments = Arguments(recording.RootElement, expected);
        string file = Write("actions.json", $"[{string.Join(',', expected.GetProperty("action").EnumerateArray().Take(steps))}]");
        arguments.AddRange(["--actions", file]);
        Compare(expected, steps, RunWith([.. arguments]).Succeeded().JsonLines);
    }

    private static TheoryData<string, int> Runs(Func<JsonElement, int, bool> chosen)
    {
        TheoryData<string, int> runs = [];
        foreach (string name in GoldenData.Names("envs"))
        {
            using JsonDocument recording = GoldenData.Open(name);
            if (recording.RootElement.ValueKind != JsonValueKind.Object || !recording.RootElement.TryGetProperty("policy", out _))
            {
                continue;
            }

            Assert.Equal(RunsPerRecording, recording.RootElement.GetProperty("runs").GetArrayLength());
            for (int run = 0; run < RunsPerRecording; run++)
            {
                if (chosen(recording.RootElement, run))
                {
                    runs.Add(name, run);
                }
            }
        }

        return runs;
    }

    private static List<string> Arguments(JsonElement recording, JsonElement run)
    {
        List<string> arguments = ["rollout", recording.GetProperty("env_id").GetString()!, "--seed", $"{run.GetProperty("seed")}"];
        foreach (JsonProperty argument in recording.GetProperty("kwargs").EnumerateObject())
        {
            arguments.AddRange(["--set", $"{argument.Name}={argument.Value.GetRawText()}"]);
        }

        JsonElement options = run.GetProperty("resets")[0].GetProperty("options");
        if (options.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty option in options.EnumerateObject())
            {
                arguments.AddRange(["--reset", $"{option.Name}={option.Value.GetRawText()}"]);
            }
        }

        return arguments;
    }

    // The command line gives every reset the same options; some recordings change them from one to the next.
    private static int StepsWithFirstOptions(JsonElement run)
    {
        JsonElement[] resets = [.. run.GetProperty("resets").EnumerateArray()];
        string first = Options(resets[0]);
        JsonElement other = resets.FirstOrDefault(reset => Options(reset) != first);
        return other.ValueKind == JsonValueKind.Undefined
            ? run.GetProperty("action").GetArrayLength()
            : other.GetProperty("at_step").GetInt32();
    }

    private static string Options(JsonElement reset)
    {
        string text = reset.GetProperty("options").GetRawText();
        return text == "null" ? "{}" : text;
    }

    private static void Compare(JsonElement run, int steps, JsonElement[] lines)
    {
        JsonElement[] resets = [.. run.GetProperty("resets").EnumerateArray()
            .Where(reset => reset.GetProperty("at_step").GetInt32() is int at && (at == 0 || at < steps))];
        int step = 0;
        int reset = 0;
        foreach (JsonElement line in lines)
        {
            if (line.TryGetProperty("reset", out JsonElement flag))
            {
                Assert.True(flag.GetBoolean());
                Assert.Equal(resets[reset].GetProperty("at_step").GetInt32(), step);
                Assert.Equal(reset == 0 ? run.GetProperty("seed").GetRawText() : "null", line.GetProperty("seed").GetRawText());
                Same(resets[reset].GetProperty("obs"), line.GetProperty("observation"), $"observation of reset {reset}");
                Same(resets[reset].GetProperty("info"), line.GetProperty("info"), $"info of reset {reset}");
                reset++;
            }
            else
            {
                CompareStep(run, step++, line);
            }
        }

        Assert.Equal(steps, step);
        Assert.Equal(resets.Length, reset);
    }

    private static void CompareStep(JsonElement run, int step, JsonElement line)
    {
        Assert.Equal(
            ["action", "observation", "reward", "terminated", "truncated", "info"],
            line.EnumerateObject().Select(member => member.Name));
        Same(run.GetProperty("action")[step], line.GetProperty("action"), $"action {step}");
        Same(run.GetProperty("obs")[step], line.GetProperty("observation"), $"observation {step}");
        Same(run.GetProperty("reward")[step], line.GetProperty("reward"), $"reward {step}");
        Same(run.GetProperty("terminated")[step], line.GetProperty("terminated"), $"terminated {step}");
        Same(run.GetProperty("truncated")[step], line.GetProperty("truncated"), $"truncated {step}");
        JsonElement infos = run.GetProperty("info");
        if (infos.ValueKind == JsonValueKind.Array)
        {
            Same(infos[step], line.GetProperty("info"), $"info {step}");
        }
        else
        {
            Assert.Equal("{}", line.GetProperty("info").GetRawText());
        }
    }

    private static void Same(JsonElement expected, JsonElement actual, string what) => Assert.True(
        Leaves.Of(expected).SequenceEqual(Leaves.Of(actual)), $"{what}: expected {expected.GetRawText()}, got {actual.GetRawText()}");
}
