using GymSharp.Cli.Output;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// How fast Gymnasium 1.4 is through <c>gymnasium.make</c>: measured in this run where a Python has it, so that both
/// stand on one machine, otherwise as it was recorded on another.
/// </summary>
internal static class GymnasiumReference
{
    // Steps per second, single thread, 2-core AMD EPYC with AVX-512; the middle of the range where several runs were
    // recorded. MountainCarContinuous was not among them: its figure was measured later, on a 2.5 GHz Xeon.
    private static readonly (string Id, double Rate)[] Recorded =
    [
        ("CartPole-v1", 128_000),
        ("MountainCar-v0", 54_000),
        ("MountainCarContinuous-v0", 168_000),
        ("Pendulum-v1", 45_000),
        ("Acrobot-v1", 21_000),
        ("Taxi-v4", 132_000),
        ("FrozenLake-v1", 182_000),
        ("CliffWalking-v1", 236_000),
        ("Blackjack-v1", 27_000),
        ("LunarLander-v3", 30_000),
        ("BipedalWalker-v3", 5_700),
        ("CarRacing-v3", 160),
    ];

    private const string Script = """
        import sys, time, warnings
        warnings.filterwarnings("ignore")
        import gymnasium
        env = gymnasium.make(sys.argv[1])
        env.action_space.seed(1)
        actions = [env.action_space.sample() for _ in range(500)]
        env.reset(seed=1)
        best = 0.0
        for _ in range(20):
            begun = time.perf_counter()
            for action in actions:
                _, _, terminated, truncated, _ = env.step(action)
                if terminated or truncated:
                    env.reset()
            best = max(best, len(actions) / (time.perf_counter() - begun))
        print(best)
        """;

    /// <summary>The environments that were recorded.</summary>
    public static IEnumerable<string> Ids => Recorded.Select(entry => entry.Id);

    /// <summary>Steps per second; the fastest of many short rounds where it is measured, as everything here.</summary>
    /// <param name="id">Id of the environment.</param>
    /// <param name="python">A Python program that has Gymnasium, or null for the recorded figure.</param>
    /// <exception cref="UsageException">It cannot be started, or has no Gymnasium.</exception>
    public static double Rate(string id, string? python) =>
        python is null
            ? Recorded.First(entry => entry.Id == id).Rate
            : new PythonProgram(python, "--gymnasium", "Gymnasium", "gymnasium").Measure(Script, id);
}
