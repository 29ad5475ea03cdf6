namespace GymSharp.Cli.Benchmarks;

/// <summary>One environment as <c>Gym.Make</c> gives it, against Gymnasium 1.4 and the bare environment.</summary>
internal static class SingleEnvBenchmarks
{
    private const int StepsPerCall = 2_000;

    // Steps per second of Gymnasium 1.4 through gym.make, single thread, 2-core AMD EPYC with AVX-512; the middle of
    // the range where several runs were recorded.
    private static readonly (string Id, double Gymnasium)[] References =
    [
        ("CartPole-v1", 128_000),
        ("MountainCar-v0", 54_000),
        ("MountainCarContinuous-v0", 54_000),
        ("Pendulum-v1", 45_000),
        ("Acrobot-v1", 21_000),
        ("Taxi-v4", 132_000),
        ("FrozenLake-v1", 182_000),
        ("CliffWalking-v1", 236_000),
        ("Blackjack-v1", 27_000),
    ];

    public static IEnumerable<(string Name, Func<BenchmarkResult> Run)> All()
    {
        foreach ((string id, double gymnasium) in References)
        {
            yield return ($"make/{id}", () => new($"make/{id}", Rate(id, bare: false), "steps/s", gymnasium));
        }

        foreach ((string id, _) in References)
        {
            yield return (
                $"pipeline/{id}",
                () => new($"pipeline/{id}", Rate(id, bare: false), "steps/s", Rate(id, bare: true)));
        }
    }

    private static double Rate(string id, bool bare)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        using Env env = Gym.Make(id);
        return (bare ? env.Unwrapped : env).Accept(new Stepper());
    }

    private sealed class Stepper : IEnvVisitor<double>
    {
        public double Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            env.ActionSpace.Seed(1);
            TAction[] actions = new TAction[StepsPerCall];
            for (int i = 0; i < actions.Length; i++)
            {
                actions[i] = env.ActionSpace.Sample();
            }

            env.Reset(1);
            int sinceReset = 0;
            return Throughput.Measure(() =>
            {
                foreach (TAction action in actions)
                {
                    // The bare environment has no time limit; this keeps both in the same states.
                    if (env.Step(action).Done || ++sinceReset == 200)
                    {
                        env.Reset();
                        sinceReset = 0;
                    }
                }

                return actions.Length;
            });
        }
    }
}
