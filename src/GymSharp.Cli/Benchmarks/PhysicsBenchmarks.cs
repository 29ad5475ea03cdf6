namespace GymSharp.Cli.Benchmarks;

/// <summary>The rigid-body engine by itself.</summary>
internal static class PhysicsBenchmarks
{
    private const int StepsPerCall = 500;

    /// <summary>Steps per second of a lander in flight inside C++ Box2D 2.3: 11 to 12 µs a step.</summary>
    private const double Box2DRate = 1e6 / 11.5;

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        yield return ("physics/lander", () => new("physics/lander", Rate(new LanderWorld()), "steps/s", Box2DRate));
    }

    private static double Rate(LanderWorld lander) => Throughput.Measure(() =>
    {
        for (int i = 0; i < StepsPerCall; i++)
        {
            lander.Step();
        }

        return StepsPerCall;
    });
}
