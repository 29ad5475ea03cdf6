using BenchmarkDotNet.Attributes;

namespace GymSharp.Benchmarks;

/// <summary>One step of each environment through its default wrappers. Ten thousand steps per operation.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private const int Steps = 10_000;
    private Func<bool, int> run = static _ => 0;
    private Env? env;

    [Params(
        "CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1", "Acrobot-v1",
        "Taxi-v4", "FrozenLake-v1", "CliffWalking-v1", "Blackjack-v1", "MinAtar/Breakout-v1")]
    public string Id { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        env = Gym.Make(Id);
        run = env.Accept(new Binder());
    }

    [GlobalCleanup]
    public void Cleanup() => env?.Dispose();

    /// <summary>As a beginner writes it: each step returns a new observation.</summary>
    [Benchmark(OperationsPerInvoke = Steps, Baseline = true)]
    public int Step() => run(false);

    /// <summary>As vector environments do it: the observation is written into the last one. Allocates nothing.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public int StepIntoOwnMemory() => run(true);

    private sealed class Binder : IEnvVisitor<Func<bool, int>>
    {
        public Func<bool, int> Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            env.ActionSpace.Seed(1);
            TAction[] actions = new TAction[Steps];
            for (int i = 0; i < actions.Length; i++)
            {
                actions[i] = env.ActionSpace.Sample();
            }

            (TObservation memory, _) = env.Reset(1);
            return reuse => Play(env, actions, ref memory, reuse);
        }

        private static int Play<TObservation, TAction>(
            Env<TObservation, TAction> env, TAction[] actions, ref TObservation memory, bool reuse)
            where TObservation : notnull
            where TAction : notnull
        {
            int episodes = 0;
            foreach (TAction action in actions)
            {
                Step<TObservation> step = reuse ? env.Step(action, memory) : env.Step(action);
                memory = step.Observation;
                if (step.Done)
                {
                    (memory, _) = reuse ? env.Reset(null, null, memory) : env.Reset();
                    episodes++;
                }
            }

            return episodes;
        }
    }
}
