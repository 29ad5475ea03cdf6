using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Vector;
using GymSharp.Vector.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>Every recorded run of a batch, number for number.</summary>
public sealed class RecordedBatchTests
{
    public static TheoryData<string> Recordings => [.. GoldenData.Names("vector")];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_batch_gives_the_recorded_numbers(string name) => Play(name, workers: 1);

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Three_workers_give_the_recorded_numbers(string name) => Play(name, workers: 3);

    private static void Play(string name, int workers)
    {
        using IDisposable silence = GymLog.Capture(_ => { });
        VectorRecording recording = new(name);
        using VectorEnv envs = recording.Make(workers);
        CheckSpaces(recording, envs, workers);

        JsonNode run = recording.Run;
        (object observations, Info info) = recording.Reset(envs);
        RecordedValue.Equal(run["reset"]!["obs"], observations, "reset obs");
        RecordedValue.Equal(run["reset"]!["info"], InfoOf(envs, info), "reset info");

        envs.ActionSpace.Seed(run["action_seed"]!.GetValue<ulong>());
        Queue<JsonNode?> maskedResets = new(run["masked_resets"]!.AsArray());
        for (int t = 0; t < recording.Steps; t++)
        {
            object actions = Scale(recording, envs.ActionSpace.SampleValue());
            RecordedValue.Equal(run["action"]![t], actions, $"action at {t}");
            VectorStep<object> step = envs.StepValue(actions);
            RecordedValue.Equal(run["obs"]![t], step.Observations, $"obs at {t}");
            RecordedValue.Equal(run["reward"]![t], step.Rewards, $"reward at {t}");
            RecordedValue.Equal(run["terminated"]![t], step.Terminated, $"terminated at {t}");
            RecordedValue.Equal(run["truncated"]![t], step.Truncated, $"truncated at {t}");
            RecordedValue.Equal(run["info"]?[t] ?? new JsonObject(), InfoOf(envs, step.Info), $"info at {t}");
            CheckProbe(run["probe"]?[t], envs, $"probe at {t}");
            CheckTypes(run["python_types"]!, step, actions);
            if (recording.IsDisabled && step.Terminated.Zip(step.Truncated).Any(pair => pair.First || pair.Second))
            {
                ResetEnded(maskedResets.Dequeue()!, envs, step, t);
            }
        }

        Assert.Empty(maskedResets);
    }

    private static void ResetEnded(JsonNode recorded, VectorEnv envs, VectorStep<object> step, int t)
    {
        bool[] mask = [.. step.Terminated.Zip(step.Truncated, (terminated, truncated) => terminated | truncated)];
        Assert.Equal(recorded["at_step"]!.GetValue<int>(), t + 1);
        RecordedValue.Equal(recorded["reset_mask"], mask, $"mask at {t}");
        (object observations, Info info) = envs.ResetValue(options: new ResetOptions { ["reset_mask"] = mask });
        RecordedValue.Equal(recorded["obs"], observations, $"masked reset at {t}");
        RecordedValue.Equal(recorded["info"], InfoOf(envs, info), $"info of the masked reset at {t}");
    }

    private static void CheckSpaces(VectorRecording recording, VectorEnv envs, int workers)
    {
        string repr = recording["repr"].GetValue<string>();
        Assert.Equal(workers == 1 ? repr : repr.Replace("SyncVectorEnv", "ParallelVectorEnv"), envs.ToString());
        RecordedValue.EqualSpace(recording["single_observation_space"], envs.SingleObservationSpace);
        RecordedValue.EqualSpace(recording["observation_space"], envs.ObservationSpace);
        RecordedValue.EqualSpace(recording["single_action_space"], envs.SingleActionSpace);
        RecordedValue.EqualSpace(recording["action_space"], envs.ActionSpace);
    }

    private static object InfoOf(VectorEnv envs, Info info) => envs switch
    {
        DictInfoToList<float, int> list => list.Infos(),
        DictInfoToList<int, int> list => list.Infos(),
        _ => info,
    };

    private static object Scale(VectorRecording recording, object actions) =>
        recording.WrapperName == "ClipAction" ? Array.ConvertAll((float[])actions, action => action * 3) : actions;

    private static void CheckTypes(JsonNode types, VectorStep<object> step, object actions)
    {
        Assert.Equal(RecordedValue.ElementOf(types["action"]!), RecordedValue.TypeName(actions));
        if (types["obs"] is JsonArray parts)
        {
            object[] arrays = (object[])step.Observations;
            for (int i = 0; i < arrays.Length; i++)
            {
                Assert.Equal(RecordedValue.ElementOf(parts[i]!), RecordedValue.TypeName(arrays[i]));
            }
        }
        else
        {
            Assert.Equal(RecordedValue.ElementOf(types["obs"]!), RecordedValue.TypeName(step.Observations));
        }
    }

    private static void CheckProbe(JsonNode? expected, VectorEnv envs, string where)
    {
        if (expected is null)
        {
            return;
        }

        Info actual = envs.Accept(new Probe());
        RecordedValue.Equal(expected, actual, where);
    }

    private sealed class Probe : IVectorEnvVisitor<Info>
    {
        public Info Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
            where TObservation : notnull
            where TAction : notnull => (object)envs switch
            {
                NormalizeReward<TObservation, TAction> wrapper => new Info(
                    new("mean", wrapper.Mean), new("var", wrapper.Variance), new("count", wrapper.Count)),
                NormalizeObservation<float, TAction> wrapper => new Info(
                    new("mean", wrapper.Mean), new("var", wrapper.Variance), new("count", wrapper.Count)),
                RecordEpisodeStatistics<TObservation, TAction> wrapper => new Info(
                    new("episode_returns", wrapper.EpisodeReturns.ToArray()),
                    new("episode_lengths", wrapper.EpisodeLengths.ToArray()),
                    new("episode_count", wrapper.EpisodeCount),
                    new("return_queue", wrapper.ReturnQueue.ToArray()),
                    new("length_queue", wrapper.LengthQueue.ToArray())),
                _ => throw new NotSupportedException($"{envs} has nothing to probe."),
            };
    }
}
