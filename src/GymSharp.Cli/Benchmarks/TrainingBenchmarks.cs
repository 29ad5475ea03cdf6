using GymSharp.Learning;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Whole training runs with the zoo's options on all cores, in environment steps per second; the reference is
/// Stable-Baselines3, in the same run where a Python has it, else 2.9 on PyTorch 1.13 as recorded.
/// </summary>
internal static class TrainingBenchmarks
{
    private const string OfPeak = "-of-peak";

    // Of one environment step: one action, and half an update of 64 rows in four passes, counting multiply-adds as two.
    private const double DqnForward = 2.0 * ((4 * 256) + (256 * 256) + (256 * 2));
    private const double DqnBackward = 2.0 * ((4 * 256) + (2 * 256 * 256) + (2 * 256 * 2));
    private const double DqnOperations = DqnForward + (64 / 2 * ((2 * DqnForward) + DqnBackward));

    // Of one environment step: actor and critic once, and twenty times forwards and backwards.
    private const double PpoForward = 2.0 * ((2 * ((4 * 64) + (64 * 64))) + (64 * 2) + 64);
    private const double PpoBackward = 2.0 * ((2 * ((4 * 64) + (2 * 64 * 64))) + (2 * 64 * 2) + (2 * 64));
    private const double PpoOperations = PpoForward + (20 * (PpoForward + PpoBackward));

    private const double Billion = 1e9;

    // The zoo's λ; ours is 0.95, which takes as long.
    private static readonly Dictionary<string, object?> ZooPpo = new(StringComparer.Ordinal) { ["gae_lambda"] = 0.8 };

    // The zoo's options; ours are tuned further, to a smaller network. Few actions are random, as for most of a run.
    private static readonly Dictionary<string, object?> ZooDqn = new(StringComparer.Ordinal)
    {
        ["hidden"] = "256,256",
        ["learning_rate"] = 0.0023,
        ["batch_size"] = 64L,
        ["buffer_size"] = 100_000L,
        ["learning_starts"] = 1_000L,
        ["target_update_interval"] = 10L,
        ["train_frequency"] = 256L,
        ["gradient_steps"] = 128L,
        ["exploration_initial"] = 0.04,
        ["exploration_final"] = 0.04,
        ["double"] = false,
        ["n_step"] = 1L,
    };

    /// <summary>What there is to measure.</summary>
    /// <param name="python">A Python program that has Stable-Baselines3, or null for the recorded figures.</param>
    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All(string? python)
    {
        yield return (Name("ppo"), () => Rate("ppo", Reference("ppo", 5_500), ZooPpo));
        yield return (Name("dqn"), () => Rate("dqn", Reference("dqn", 1_300), ZooDqn));
        yield return (Name("ppo") + OfPeak, () => Operations("ppo", PpoOperations, ZooPpo));
        yield return (Name("dqn") + OfPeak, () => Operations("dqn", DqnOperations, ZooDqn));

        double Reference(string algorithm, double recorded) => python is null
            ? recorded
            : StableBaselines3Reference.TrainingRate(python, algorithm);
    }

    private static string Name(string algorithm) => $"train/{algorithm}-CartPole-v1";

    private static BenchmarkResult Rate(string algorithm, double reference, Dictionary<string, object?> options)
    {
        using Training training = new(algorithm, options);
        return new(Name(algorithm), Throughput.Measure(training.Advance), "steps/s", reference);
    }

    // The same in operations, beside the peak of all cores together: a share that other machines can be held to.
    private static BenchmarkResult Operations(
        string algorithm, double operations, Dictionary<string, object?> options)
    {
        using Training training = new(algorithm, options);
        (double rate, double peak) = Throughput.MeasureBeside(training.Advance, FmaPeak.BurstOfAllCores);
        return new(Name(algorithm) + OfPeak, rate * operations / Billion, "GFLOP/s", peak / Billion);
    }

    /// <summary>A run whose networks have seen some data.</summary>
    private sealed class Training : IDisposable
    {
        private const long WarmUp = 20_000;

        private readonly ILearner learner;
        private readonly IEnumerator<LearningReport> reports;
        private long steps;

        public Training(string algorithm, Dictionary<string, object?> options)
        {
            // A plan so long that schedules stay where they begin.
            RunPlan plan = RunPlan.Start(
                new TrainingRequest
                {
                    Algorithm = algorithm,
                    Environment = "CartPole-v1",
                    Steps = 1_000_000_000,
                    Options = options,
                },
                TimeProvider.System);
            learner = plan.CreateLearner();
            reports = learner.Learn().GetEnumerator();
            while (steps < WarmUp)
            {
                Advance();
            }
        }

        public long Advance()
        {
            long before = steps;
            reports.MoveNext();
            steps = reports.Current.Steps;
            return steps - before;
        }

        public void Dispose()
        {
            reports.Dispose();
            learner.Dispose();
        }
    }
}
