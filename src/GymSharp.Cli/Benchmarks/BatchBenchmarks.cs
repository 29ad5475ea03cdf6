using GymSharp.Environments.ClassicControl;
using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Many environments at a time, side by side in SIMD lanes, on one core.</summary>
internal static class BatchBenchmarks
{
    private const int Envs = 1024;

    // As many as training uses, and worlds fill the cache.
    private const int Worlds = 32;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All(string? python)
    {
        yield return Batch("CartPole-v1", python, () => Rate(new CartPoleBatch(Envs)));
        yield return Batch("MountainCar-v0", python, () => Rate(new MountainCarBatch(Envs)));
        yield return Batch("MountainCarContinuous-v0", python, () => Rate(new ContinuousMountainCarBatch(Envs)));
        yield return Batch("Pendulum-v1", python, () => Rate(new PendulumBatch(Envs)));
        yield return Batch("Acrobot-v1", python, () => Rate(new AcrobotBatch(Envs)));
        foreach (string id in (string[])["LunarLander-v3", "BipedalWalker-v3"])
        {
            yield return Batch(id, python, () => ExactRate(id));
        }
    }

    // Against one environment of Gymnasium.
    private static (string Name, Func<BenchmarkResult> Run) Batch(string id, string? python, Func<double> rate) =>
        ($"batch/{id}", () => new($"batch/{id}", rate(), "steps/s", GymnasiumReference.Rate(id, python)));

    // The exact environments, in the batch that Gym.MakeVec makes by default.
    private static double ExactRate(string id)
    {
        using VectorEnv envs = Gym.MakeVec(id, Worlds);
        return envs.Accept(new BatchStepper());
    }

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
