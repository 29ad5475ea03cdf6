using GymSharp.Learning.Options;
using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>
/// What every algorithm over batches of environments promises: neither threads, nor evaluations, nor an interruption
/// change what is learned.
/// </summary>
public sealed class DeepLearnerTests : IDisposable
{
    private const int Steps = 1500;

    // Small, so that every algorithm has learned something by the end; each takes those that it has.
    private static readonly Dictionary<string, object?> Small = new(StringComparer.Ordinal)
    {
        ["envs"] = 3L,
        ["steps_per_update"] = 64L,
        ["batch_size"] = 48L,
        ["hidden"] = new object?[] { 24L },
        ["population"] = 4L,
        ["epochs"] = 2L,
        ["learning_starts"] = 200L,
        ["buffer_size"] = 900L,
        ["train_frequency"] = 8L,
        ["train_freq"] = 8L,
        ["target_update_interval"] = 100L,
    };

    // What follows the names of algorithms that learn from goals reached later as well.
    private const string InHindsight = " in hindsight";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Algorithms =>
    [
        .. AlgorithmCatalog.All.Where(algorithm => algorithm.IsVector).Select(algorithm => algorithm.Name),
        "dqn" + InHindsight,
        "qr-dqn" + InHindsight,
        "c51" + InHindsight,
    ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Neither_threads_nor_evaluations_change_what_is_learned(string algorithm)
    {
        Train(Request(algorithm, "one") with { Threads = 1 });
        Train(Request(algorithm, "two") with { Threads = 2 });
        Train(Request(algorithm, "four") with { Threads = 4, EvaluateEvery = 400 });
        byte[] expected = State("one");
        Assert.Equal(expected, State("two"));
        Assert.Equal(expected, State("four"));
        Train(Request(algorithm, "other") with { Seed = 1 });
        Assert.NotEqual(expected, State("other"));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void An_interrupted_run_learns_what_an_undisturbed_one_learns(string algorithm)
    {
        Train(Request(algorithm, "whole"));
        using CancellationTokenSource stop = new();
        Train(Request(algorithm, "parts"), new Witness(stop, Steps / 2), stop.Token);
        Witness witness = new();
        Train(Request(algorithm, "parts") with { Resume = true, Options = new Dictionary<string, object?>() }, witness);
        Assert.InRange(witness.ResumedAt, 1, Steps - 1);
        Assert.Equal(State("whole"), State("parts"));
    }

    private TrainingRequest Request(string label, string name)
    {
        string algorithm = label.Replace(InHindsight, "", StringComparison.Ordinal);
        bool looksBack = label != algorithm;
        Dictionary<string, object?> given = new(Small, StringComparer.Ordinal)
        {
            ["data"] = Recording(),
            ["n_sampled_goal"] = looksBack ? 4L : 0L,
        };
        HashSet<string> known = [.. OptionBinder.Describe(AlgorithmCatalog.Find(algorithm).OptionsType).Select(option => option.Name)];
        return new()
        {
            Algorithm = algorithm,
            Environment = looksBack ? "BitFlipping-v0" : known.Contains("train_freq") ? "Pendulum-v1" : "CartPole-v1",
            Steps = Steps,
            Options = given.Where(option => known.Contains(option.Key)).ToDictionary(),
            EvaluationEpisodes = 2,
            RunDirectory = folder[name],
            Threads = 1,
            Video = false,
        };
    }

    // What behaviour cloning learns from: 92 steps, in two batches.
    private string Recording()
    {
        string path = folder["recording.jsonl"];
        File.WriteAllLines(path, Enumerable.Range(0, 97).Select(i => i % 24 == 0
            ? $"{{\"reset\": true, \"observation\": [0, {i / 100.0:0.00}, 0.1, 0]}}"
            : $"{{\"action\": {i % 2}, \"observation\": [0, {i / 100.0:0.00}, {-i / 500.0:0.000}, 0.5]}}"));
        return path;
    }

    private static TrainingSummary Train(
        TrainingRequest request, Witness? witness = null, CancellationToken cancellation = default) =>
        new TrainingRun(request, witness ?? new Witness(), TimeProvider.System).Execute(cancellation);

    private byte[] State(string name)
    {
        using ILearner learner = RunPlan.Load(folder[name]).LoadLearner(SavedAgent.Last, threads: 1);
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }
}
