using GymSharp.Learning;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Whole training runs with the zoo's options on all cores, in environment steps per second; the reference is
/// Stable-Baselines3 2.9 on PyTorch 1.13, as recorded.
/// </summary>
internal static class TrainingBenchmarks
{
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

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        yield return ("train/ppo-CartPole-v1", () => Measure("ppo", 5_500, []));
        yield return ("train/dqn-CartPole-v1", () => Measure("dqn", 1_300, ZooDqn));
    }

    private static BenchmarkResult Measure(
        string algorithm, double reference, Dictionary<string, object?> options)
    {
        // A plan so long that schedules stay where they begin.
        RunPlan plan = RunPlan.Start(
            new TrainingRequest
            {
                Algorithm = algorithm, Environment = "CartPole-v1", Steps = 1_000_000_000, Options = options,
            },
            TimeProvider.System);
        using ILearner learner = plan.CreateLearner();
        using IEnumerator<LearningReport> reports = learner.Learn().GetEnumerator();
        long last = 0;
        while (last < 20_000)
        {
            reports.MoveNext();
            last = reports.Current.Steps;
        }

        double rate = Throughput.Measure(() =>
        {
            long before = last;
            reports.MoveNext();
            last = reports.Current.Steps;
            return last - before;
        });
        return new($"train/{algorithm}-CartPole-v1", rate, "steps/s", reference);
    }
}
