using GymSharp.Vector;

namespace GymSharp.Environments.Vector;

/// <summary>Steps allocate nothing, resets included, on the calling thread and on every worker.</summary>
public sealed class AllocationTests
{
    private const int Steps = 10_000;
    private const int WarmUp = 1_000;

    [Theory]
    [InlineData("CartPole-v1", AutoresetMode.NextStep, 1)]
    [InlineData("CartPole-v1", AutoresetMode.SameStep, 1)]
    [InlineData("CartPole-v1", AutoresetMode.SameStep, 2)]
    [InlineData("FrozenLake-v1", AutoresetMode.NextStep, 1)]
    [InlineData("FrozenLake-v1", AutoresetMode.SameStep, 2)]
    [InlineData("Taxi-v4", AutoresetMode.SameStep, 1)]
    [InlineData("MountainCar-v0", AutoresetMode.SameStep, 1)]
    [InlineData("Acrobot-v1", AutoresetMode.NextStep, 1)]
    [InlineData("Pendulum-v1", AutoresetMode.NextStep, 1)]
    [InlineData("Pendulum-v1", AutoresetMode.SameStep, 2)]
    [InlineData("MountainCarContinuous-v0", AutoresetMode.SameStep, 1)]
    public void Separate_environments_allocate_nothing(string id, AutoresetMode autoreset, int workers)
    {
        using AllocationMeter meter = new();
        using VectorEnv envs = Gym.MakeVec(id, 4, new MakeVecOptions
        {
            Mode = workers == 1 ? VectorizationMode.Sync : VectorizationMode.Parallel,
            Workers = workers == 1 ? null : workers,
            Autoreset = autoreset,
            Wrappers = [env => env.Accept(new ProbeMaker(meter))],
        });
        Assert.Equal(0, envs.Accept(new Measurement(meter)));
    }

    [Theory]
    [InlineData(VectorizationMode.Native)]
    [InlineData(VectorizationMode.Simd)]
    public void Batches_of_their_own_allocate_nothing(VectorizationMode mode)
    {
        using VectorEnv envs = Gym.MakeVec("CartPole-v1", 9, new MakeVecOptions { Mode = mode });
        Assert.Equal(0, envs.Accept(new Measurement()));
    }

    [Fact]
    public void Wrappers_for_learning_allocate_nothing()
    {
        VectorEnv<float, int> cartPoles = Gym.MakeVec<float, int>(
            "CartPole-v1", 4, new MakeVecOptions { Mode = VectorizationMode.Sync, Autoreset = AutoresetMode.SameStep });
        using VectorEnv<float, int> envs = new GymSharp.Vector.Wrappers.NormalizeReward<float, int>(
            new GymSharp.Vector.Wrappers.NormalizeObservation<float, int>(
                new GymSharp.Vector.Wrappers.RecordEpisodeStatistics<float, int>(cartPoles)));
        Assert.Equal(0, envs.Accept(new Measurement()));
    }

    /// <summary>The bytes that the calling thread allocates in many steps, and those that a meter counts.</summary>
    private sealed class Measurement(AllocationMeter? meter = null) : IVectorEnvVisitor<long>
    {
        public long Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
            where TObservation : notnull
            where TAction : notnull
        {
            StepBatch<TObservation> batch = envs.CreateBatch();
            TAction[] actions = new TAction[envs.NumEnvs * envs.ActionSize];
            if (actions is int[] choices)
            {
                for (int i = 0; i < choices.Length; i++)
                {
                    choices[i] = i % 2;
                }
            }

            envs.Reset(batch.Observations, seed: 1);
            Play(WarmUp);
            return meter is null ? Allocations.Of(() => Play(Steps)) : meter.Of(() => Play(Steps));

            void Play(int steps)
            {
                for (int t = 0; t < steps; t++)
                {
                    envs.Step(actions, batch);
                }
            }
        }
    }

    private sealed class ProbeMaker(AllocationMeter meter) : IEnvVisitor<Env>
    {
        public Env Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new AllocationProbe<TObservation, TAction>(env, meter);
    }
}
