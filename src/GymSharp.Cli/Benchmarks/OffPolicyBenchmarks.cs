using GymSharp.Learning;
using GymSharp.Learning.OffPolicy;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Updates of actors and critics of 256×256 from 256 transitions of BipedalWalker-v3: in updates per second on all
/// cores against Stable-Baselines3's in the same run where a Python has it, else against CleanRL's on PyTorch and a
/// GPU, from the 161 to 179 minutes that it publishes for a million steps of SAC and 70 to 95 of TD3, steps of the
/// environment included; and in operations per second against the peak of one
/// core in the same run. A multiply-add counts as two operations, and only the products of matrices count, zeros
/// included.
/// </summary>
internal static class OffPolicyBenchmarks
{
    private const string Environment = "BipedalWalker-v3";
    private const string OfPeak = "-of-peak";
    private const double Billion = 1e9;
    private const double Rows = 256;
    private const int Observation = 24;
    private const int Action = 4;
    private const int Hidden = 256;

    // Forwards the actor twice, the targets, the critics twice; backwards the critics for their weights, the critics
    // for the actions, and the actor for its weights.
    private static readonly double SacOperations =
        (2 * Forward(Observation, 2 * Action)) + (3 * 2 * Forward(Observation + Action, 1))
        + (2 * Learn(Observation + Action, 1)) + (2 * Forward(Observation + Action, 1))
        + Learn(Observation, 2 * Action);

    // The target actor, the targets and the critics; every second update, the actor and the first critic.
    private static readonly double Td3Operations =
        Forward(Observation, Action) + (2 * 2 * Forward(Observation + Action, 1))
        + (2 * Learn(Observation + Action, 1))
        + (0.5 * (Forward(Observation, Action) + Learn(Observation, Action)))
        + (0.5 * 2 * Forward(Observation + Action, 1));

    /// <summary>What there is to measure.</summary>
    /// <param name="python">A Python program that has Stable-Baselines3, or null for the published figures.</param>
    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All(string? python)
    {
        foreach ((string algorithm, double operations, double published) in
            ((string, double, double)[])[("sac", SacOperations, 98), ("td3", Td3Operations, 202)])
        {
            yield return (Name(algorithm), () => Rate(algorithm, published, python));
            yield return (Name(algorithm) + OfPeak, () => Share(algorithm, operations));
        }
    }

    private static string Name(string algorithm) => $"update/{algorithm}-{Environment}";

    private static double Forward(int inputs, int outputs) =>
        2 * Rows * ((inputs * Hidden) + (Hidden * Hidden) + (Hidden * outputs));

    // The gradients of all weights, and of all inputs but those of the first layer.
    private static double Learn(int inputs, int outputs) =>
        (2 * Forward(inputs, outputs)) - (2 * Rows * inputs * Hidden);

    private static BenchmarkResult Rate(string algorithm, double published, string? python)
    {
        double reference = python is null
            ? published
            : StableBaselines3Reference.UpdateRate(python, algorithm, Observation, Action, Hidden, (int)Rows);
        using ILearner learner = Prepared(algorithm, System.Environment.ProcessorCount);
        Action update = UpdateOf(learner);
        return new(Name(algorithm), Throughput.Measure(() => One(update)), "updates/s", reference);
    }

    private static BenchmarkResult Share(string algorithm, double operations)
    {
        using ILearner learner = Prepared(algorithm, threads: 1);
        Action update = UpdateOf(learner);
        (double rate, double peak) = Throughput.MeasureBeside(() => One(update), FmaPeak.Burst);
        return new(Name(algorithm) + OfPeak, rate * operations / Billion, "GFLOP/s", peak / Billion);
    }

    private static long One(Action update)
    {
        update();
        return 1;
    }

    private static Action UpdateOf(ILearner learner) => learner switch
    {
        Sac sac => sac.Update,
        Td3 td3 => td3.Update,
        _ => throw new ArgumentException($"There is no update to measure in {learner}.", nameof(learner)),
    };

    // A learner that remembers some random steps.
    private static ILearner Prepared(string algorithm, int threads)
    {
        RunPlan plan = RunPlan.Start(
            new TrainingRequest
            {
                Algorithm = algorithm,
                Environment = Environment,
                Steps = 1_000_000,
                Options = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["hidden"] = $"{Hidden},{Hidden}",
                    ["learning_rate"] = 3e-4,
                    ["batch_size"] = (long)Rows,
                    ["learning_starts"] = 5_000L,
                    ["train_freq"] = 1L,
                    ["gradient_steps"] = 1L,
                    ["use_sde"] = false,
                }.Where(option => algorithm == "sac" || option.Key != "use_sde").ToDictionary(),
            },
            TimeProvider.System);
        ILearner learner = plan.CreateLearner(threads);
        _ = learner.Learn().First(report => report.Steps >= 4_000);
        return learner;
    }
}
