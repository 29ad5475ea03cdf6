using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Registration;
using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

/// <summary>Replays one run of a recording with a wrapper around a scripted environment, and demands every number.</summary>
internal sealed class GoldenReplay(JsonNode recording, JsonNode run, ReplayMode mode)
{
    private static readonly Lazy<IReadOnlyDictionary<string, int?>> EpisodeLimits = new(ReadEpisodeLimits);
    private readonly JsonArray events = run["events"]!.AsArray();
    private readonly string wrapper = recording["wrapper"]!.GetValue<string>();
    private readonly List<(JsonNode Expected, object Observation)> handedOut = [];

    public void Play()
    {
        Env env = Wrap();
        Assert.Equal(recording["observation_space"]!["repr"]!.GetValue<string>(), env.ObservationSpace.ToString());
        Assert.Equal(recording["action_space"]!["repr"]!.GetValue<string>(), env.ActionSpace.ToString());
        Assert.StartsWith($"<{wrapper}<", env.ToString(), StringComparison.Ordinal);
        Space actions = env.ActionSpace;
        for (int i = 0; i < events.Count; i++)
        {
            if (mode == ReplayMode.RestoreOften && i % 7 == 3)
            {
                Env copy = Wrap();
                copy.RestoreState(env.SaveState());
                env = copy;
            }

            env = env.Accept(new EventPlayer(this, i, actions));
            Check(env, events[i]!, $"event {i}");
        }

        // What was handed out earlier must not have been written to by later steps.
        Assert.All(handedOut, pair => GoldenSpace.AssertEqual(pair.Expected, pair.Observation, "observation handed out earlier"));
        env.Dispose();
    }

    private static IReadOnlyDictionary<string, int?> ReadEpisodeLimits() => GoldenData.Load("envs/specs").AsArray()
        .ToDictionary(spec => spec!["id"]!.GetValue<string>(), spec => spec!["max_episode_steps"]?.GetValue<int>());

    private Env Wrap()
    {
        Env inner = Inner();
        JsonObject args = recording["args"]!.AsObject();
        if (args.TryGetPropertyValue("func", out JsonNode? function))
        {
            return Functions(inner, function!.GetValue<string>());
        }

        EnvArguments given = [];
        foreach (KeyValuePair<string, JsonNode?> arg in args)
        {
            if (arg.Key is not ("note" or "update_running_mean_off_before_step"))
            {
                given[arg.Key] = GoldenArgument.Read(arg.Value);
            }
        }

        return WrapperFactory.Apply(inner, wrapper, given);
    }

    private static Env Functions(Env inner, string function) => function switch
    {
        "o * 2 + 1" => ((Env<float[], int>)inner).TransformObservation(static o => Array.ConvertAll(o, x => (x * 2) + 1)),
        "a * 0.5 + 0.1" => ((Env<float[], float[]>)inner).TransformAction(static a => Array.ConvertAll(a, x => (x * 0.5f) + 0.1f)),
        "0.01 * r + 2" => ((Env<float[], int>)inner).TransformReward(static r => (0.01 * r) + 2),
        _ => throw new NotSupportedException(function),
    };

    private Env Inner()
    {
        JsonNode inner = recording["base"]!;
        JsonNode? kwargs = inner["kwargs"];
        if (inner["kind"]!.GetValue<string>() == "picture")
        {
            return new PictureEnv(
                [.. kwargs!["shape"]!.AsArray().Select(axis => axis!.GetValue<int>())],
                kwargs["smooth"]?.GetValue<bool>() ?? false,
                kwargs["ramp"]?.GetValue<bool>() ?? false);
        }

        // An int32 recording describes the inner space after the wrapper had changed its bounds in place.
        Space observations = wrapper == "DtypeObservation" && inner["env_id"]?.GetValue<string>() == "CartPole-v1"
            ? GoldenSpace.Read(GoldenData.Load("wrappers/TimeLimit_5")["inner_observation_space"]!)
            : GoldenSpace.Read(recording["inner_observation_space"]!);
        Space actions = GoldenSpace.Read(recording["inner_action_space"]!);
        return (observations, actions) switch
        {
            (Space<float[]> o, Space<int> a) => Scripted(o, a),
            (Space<float[]> o, Space<float[]> a) => Scripted(o, a),
            (Space<int> o, Space<int> a) => Scripted(o, a),
            (Space<object[]> o, Space<int> a) => Scripted(o, a),
            (Space<sbyte[]> o, Space<float[]> a) => Scripted(o, a),
            (Space<DictValue> o, Space<long[]> a) => Scripted(o, a),
            (Space<object[]> o, Space<long[]> a) => Scripted(o, a),
            _ => throw new NotSupportedException($"{observations}, {actions}"),
        };
    }

    private ScriptedEnv<TObservation, TAction> Scripted<TObservation, TAction>(
        Space<TObservation> observations, Space<TAction> actions)
        where TObservation : notnull
        where TAction : notnull
    {
        List<ScriptedResult> script = [];
        foreach (JsonNode? node in events)
        {
            JsonArray inner = node!["inner"]!.AsArray();
            foreach (JsonNode? result in inner)
            {
                script.Add(Result(observations, actions, result!, node["info"]!.AsObject()));
            }
        }

        string? id = recording["base"]!["env_id"]?.GetValue<string>();
        return new(observations, actions, script)
        {
            DrawsPerReset = id is null ? 0 : 1,
            DrawsPerStep = id == "FrozenLake-v1" ? 1 : 0,
            GivenSpec = id is null ? null : new EnvSpec(id, _ => throw new NotSupportedException()) { MaxEpisodeSteps = Limit(id) },
        };
    }

    private static ScriptedResult Result<TObservation, TAction>(
        Space<TObservation> observations, Space<TAction> actions, JsonNode result, JsonObject info)
        where TObservation : notnull
        where TAction : notnull
    {
        // The wrapper adds the episode's statistics; all other entries come from below.
        Info below = Info.Empty;
        foreach (KeyValuePair<string, JsonNode?> entry in info)
        {
            below = entry.Value is JsonObject ? below : below.With(entry.Key, GoldenData.Number(entry.Value!));
        }

        bool isReset = result["kind"]!.GetValue<string>() == "reset";
        return new(GoldenSpace.Value(observations, result["obs"]!))
        {
            IsReset = isReset,
            Action = isReset ? null : GoldenSpace.Value(actions, result["action"]!),
            Reward = isReset ? 0.0 : GoldenData.Number(result["reward"]!),
            Terminated = !isReset && result["terminated"]!.GetValue<int>() == 1,
            Truncated = !isReset && result["truncated"]!.GetValue<int>() == 1,
            Info = below,
        };
    }

    private int? Limit(string id)
    {
        int? given = recording["base"]!["kwargs"]?["max_episode_steps"]?.GetValue<int>();
        return given == -1 ? null : given ?? EpisodeLimits.Value[id];
    }

    private static void Check(Env env, JsonNode recorded, string where)
    {
        if (recorded["probe"] is { } probe)
        {
            GoldenProbe.Check(probe, env, where);
        }

        if (recorded["render"] is { } render)
        {
            GoldenSpace.AssertEqual(render, env.Render()!.Pixels, where + " render");
        }
    }

    /// <summary>Performs one event with the environment's own types.</summary>
    private sealed class EventPlayer(GoldenReplay replay, int index, Space actions) : IEnvVisitor<Env>
    {
        private readonly JsonNode recorded = replay.events[index]!;

        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            if (recorded["kind"]!.GetValue<string>() == "reset")
            {
                Reset(env);
            }
            else
            {
                Step(env);
            }

            return env;
        }

        private static TObservation? Memory<TObservation>(Space<TObservation> space)
            where TObservation : notnull => typeof(TObservation).IsArray && typeof(TObservation) != typeof(object[])
                ? (TObservation)(object)Array.CreateInstance(typeof(TObservation).GetElementType()!, ((Array)(object)space.Sample()).Length)
                : default;

        private void Reset<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            ulong? seed = index == 0 ? replay.Seed("seed") : null;
            TObservation? memory = replay.Mode == ReplayMode.ReuseMemory ? Memory(env.ObservationSpace) : default;
            (TObservation observation, Info info) = env.Reset(seed, null, memory);
            if (index == 0)
            {
                actions.Seed(replay.Seed("action_seed"));
            }

            replay.Expect(recorded, observation, info, index);
        }

        private void Step<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            TAction action = ((Space<TAction>)actions).Sample();
            if (replay.Wrapper == "ClipAction" && action is float[] vector)
            {
                action = (TAction)(object)Array.ConvertAll(vector, static x => x * 3.0f);
            }

            GoldenSpace.AssertEqual(recorded["action"]!, action, $"event {index} action");
            replay.FreezeStatistics(env, index);
            TObservation? memory = replay.Mode == ReplayMode.ReuseMemory ? Memory(env.ObservationSpace) : default;
            Step<TObservation> step = env.Step(action, memory);
            if (memory is not null && !typeof(TObservation).IsValueType && replay.Wrapper != "TransformObservation")
            {
                Assert.True(ReferenceEquals(memory, step.Observation), $"event {index}: memory was not reused");
            }

            Assert.Equal(GoldenData.Number(recorded["reward"]!), step.Reward);
            Assert.Equal(recorded["terminated"]!.GetValue<int>() == 1, step.Terminated);
            Assert.Equal(recorded["truncated"]!.GetValue<int>() == 1, step.Truncated);
            replay.Expect(recorded, step.Observation, step.Info, index);
        }
    }

    private ReplayMode Mode => mode;

    private string Wrapper => wrapper;

    private ulong Seed(string name) => run[name]!.GetValue<ulong>();

    private void Expect(JsonNode recorded, object observation, Info info, int index)
    {
        GoldenSpace.AssertEqual(recorded["obs"]!, observation, $"event {index} observation");
        GoldenSpace.AssertInfo(recorded["info"]!.AsObject(), info, $"event {index} info");
        handedOut.Add((recorded["obs"]!, observation));
    }

    private void FreezeStatistics(Env env, int index)
    {
        int steps = events.Take(index).Count(node => node!["kind"]!.GetValue<string>() == "step");
        if (recording["args"]!["update_running_mean_off_before_step"]?.GetValue<int>() == steps)
        {
            env.GetType().GetProperty("UpdateRunningMean")!.SetValue(env, false);
        }
    }
}
