using System.Text.Json.Nodes;
using GymSharp.Environments.ClassicControl;
using GymSharp.Golden;
using GymSharp.Registration;
using GymSharp.Vector;
using GymSharp.Vector.Wrappers;

namespace GymSharp.Environments.Vector;

/// <summary>One recording of <c>golden/vector</c>, and the batch it was made with.</summary>
internal sealed class VectorRecording(string name)
{
    private readonly JsonNode root = GoldenData.Load(name);

    public JsonNode Run => root["run"]!;

    public JsonNode this[string key] => root[key]!;

    public int NumEnvs => root["num_envs"]!.GetValue<int>();

    public int Steps => root["steps"]!.GetValue<int>();

    public bool IsDisabled => root["autoreset_mode"]!.GetValue<string>() == "disabled";

    /// <summary>The wrapper's name in the recording, or null.</summary>
    public string? WrapperName => root["wrapper"]?["name"]!.GetValue<string>();

    /// <summary>Makes the batch, with its wrapper.</summary>
    public VectorEnv Make(int workers = 1)
    {
        VectorEnv envs = Gym.MakeVec(Spec(), NumEnvs, Options(workers));
        return WrapperName is null ? envs : envs.Accept(new Wrapping(root["wrapper"]!));
    }

    /// <summary>Resets as recorded.</summary>
    public (object Observations, Info Info) Reset(VectorEnv envs)
    {
        ResetOptions? options = null;
        if (Run["reset"]!["options"] is JsonObject entries)
        {
            options = [];
            foreach (KeyValuePair<string, JsonNode?> entry in entries)
            {
                options.Add(entry.Key, entry.Value!.GetValue<double>());
            }
        }

        return Run["seed"] is JsonArray seeds
            ? envs.ResetValue([.. seeds.Select(seed => seed?.GetValue<ulong>())], options)
            : envs.ResetValue(Run["seed"]!.GetValue<ulong>(), options);
    }

    // NormalizeReward itself depends on the rules, so its recording was repeated under NumPy 2's; the others were not.
    private EnvSpec Spec()
    {
        EnvSpec spec = Gym.Registry.Find(root["env_id"]!.GetValue<string>());
        return spec.Name != "Pendulum" || WrapperName is null or "NormalizeReward"
            ? spec
            : new EnvSpec(spec.Id, _ => new PromotedPendulum(new PendulumEnv())) { MaxEpisodeSteps = spec.MaxEpisodeSteps };
    }

    private MakeVecOptions Options(int workers)
    {
        Dictionary<string, object?> arguments = [];
        int? limit = null;
        foreach (KeyValuePair<string, JsonNode?> entry in root["kwargs"]!.AsObject())
        {
            if (entry.Key == "max_episode_steps")
            {
                limit = entry.Value!.GetValue<int>();
            }
            else
            {
                arguments[entry.Key] = entry.Value!.GetValue<bool>();
            }
        }

        bool isNative = root["vectorization_mode"]!.GetValue<string>() == "vector_entry_point";
        return new MakeVecOptions
        {
            Mode = isNative ? VectorizationMode.Native
                : workers == 1 ? VectorizationMode.Sync : VectorizationMode.Parallel,
            Workers = workers == 1 || isNative ? null : workers,
            Autoreset = root["autoreset_mode"]!.GetValue<string>() switch
            {
                "next_step" => AutoresetMode.NextStep,
                "same_step" => AutoresetMode.SameStep,
                _ => AutoresetMode.Disabled,
            },
            Make = new MakeOptions { MaxEpisodeSteps = limit, Arguments = arguments },
        };
    }

    private sealed class Wrapping(JsonNode wrapper) : IVectorEnvVisitor<VectorEnv>
    {
        public VectorEnv Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
            where TObservation : notnull
            where TAction : notnull
        {
            double Number(string key, double fallback) => wrapper[key]?.GetValue<double>() ?? fallback;
            return wrapper["name"]!.GetValue<string>() switch
            {
                "ClipAction" => new ClipAction<TObservation, float>((VectorEnv<TObservation, float>)(object)envs),
                "RescaleAction" => new RescaleAction<TObservation, float>(
                    (VectorEnv<TObservation, float>)(object)envs, Number("min_action", 0), Number("max_action", 0)),
                "ClipReward" => new ClipReward<TObservation, TAction>(
                    envs, Number("min_reward", 0), Number("max_reward", 0)),
                "DictInfoToList" => new DictInfoToList<TObservation, TAction>(envs),
                "DictInfoToList(RecordEpisodeStatistics)" => new DictInfoToList<TObservation, TAction>(
                    new RecordEpisodeStatistics<TObservation, TAction>(envs)),
                "DtypeObservation" => new DtypeObservation<double, TAction, float>(
                    (VectorEnv<float, TAction>)(object)envs),
                "FlattenObservation" => new FlattenObservation<long, TAction, TObservation>(envs),
                "NormalizeObservation" => new NormalizeObservation<float, TAction>(
                    (VectorEnv<float, TAction>)(object)envs, Number("epsilon", 1e-8)),
                "NormalizeReward" => new NormalizeReward<TObservation, TAction>(
                    envs, Number("gamma", 0.99), Number("epsilon", 1e-8)),
                "RecordEpisodeStatistics" => new RecordEpisodeStatistics<TObservation, TAction>(envs),
                "RescaleObservation" => new RescaleObservation<float, TAction>(
                    (VectorEnv<float, TAction>)(object)envs, Number("min_obs", 0), Number("max_obs", 0)),
                string other => throw new NotSupportedException($"No wrapper '{other}'."),
            };
        }
    }
}
