using GymSharp.Environments.ClassicControl;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Many environments at a time, in SIMD batches on one core.</summary>
internal static class BatchBenchmarks
{
    private const int Envs = 1024;

    // As in SingleEnvBenchmarks: one environment of Gymnasium 1.4.
    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        yield return Batch("batch/CartPole", 128_000, () => new CartPoleBatch(Envs));
        yield return Batch("batch/MountainCar", 54_000, () => new MountainCarBatch(Envs));
        yield return Batch("batch/MountainCarContinuous", 54_000, () => new ContinuousMountainCarBatch(Envs));
        yield return Batch("batch/Pendulum", 45_000, () => new PendulumBatch(Envs));
        yield return Batch("batch/Acrobot", 21_000, () => new AcrobotBatch(Envs));
    }

    private static (string Name, Func<BenchmarkResult> Run) Batch(
        string name, double gymnasium, Func<BatchedEnv> make) => (
            name,
            () => new(
                name,
                make() is BatchedEnv<int> discrete ? Rate(discrete) : Rate((BatchedEnv<float>)make()),
                "steps/s",
                gymnasium));

    private static double Rate<TAction>(BatchedEnv<TAction> batch)
        where TAction : unmanaged
    {
        batch.SingleActionSpace.Seed(1);
        TAction[][] actions = new TAction[16][];
        for (int i = 0; i < actions.Length; i++)
        {
            actions[i] = new TAction[Envs];
            for (int j = 0; j < Envs; j++)
            {
                object sample = batch.SingleActionSpace.SampleValue();
                actions[i][j] = sample is TAction[] one ? one[0] : (TAction)sample;
            }
        }

        float[] observations = new float[Envs * batch.ObservationLength];
        float[] rewards = new float[Envs];
        bool[] terminated = new bool[Envs];
        bool[] truncated = new bool[Envs];
        batch.Reset(1, observations);
        return Throughput.Measure(() =>
        {
            foreach (TAction[] row in actions)
            {
                batch.Step(row, observations, rewards, terminated, truncated);
            }

            return (long)actions.Length * Envs;
        });
    }
}
