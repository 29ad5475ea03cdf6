using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>The exact vector environment on two threads, against one.</summary>
internal static class WorkerBenchmarks
{
    private const int Envs = 512;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        foreach (string id in (string[])["Acrobot-v1", "Pendulum-v1"])
        {
            string name = $"two-workers/{id}";
            yield return (name, () => new(name, Rate(id, 2), "steps/s", Rate(id, 1)));
        }
    }

    private static double Rate(string id, int workers)
    {
        MakeVecOptions options = new() { Mode = VectorizationMode.Parallel, Workers = workers };
        using VectorEnv envs = Gym.MakeVec(id, Envs, options);
        return envs.Accept(new BatchStepper());
    }
}
