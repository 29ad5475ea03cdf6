using GymSharp.Learning;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// Whole training runs with the zoo's options on all cores, in environment steps per second; the reference is
/// Stable-Baselines3 2.9 on PyTorch 1.13, as recorded.
/// </summary>
internal static class TrainingBenchmarks
{
    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        yield return ("train/ppo-CartPole-v1", () => Measure("ppo", 5_500));
        yield return ("train/dqn-CartPole-v1", () => Measure("dqn", 1_300));
    }

    private static BenchmarkResult Measure(string algorithm, double reference)
    {
        // A plan so long that schedules stay where they begin.
        RunPlan plan = RunPlan.Start(
            new TrainingRequest { Algorithm = algorithm, Environment = "CartPole-v1", Steps = 1_000_000_000 },
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
