using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>Who steps which environment of a batch.</summary>
public sealed class WorkerTests
{
    private const int Envs = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_worker_that_is_kept_waiting_holds_up_one_environment_alone()
    {
        using CountdownEvent others = new(Envs - 1);
        bool wereDone = false;
        Step(rounds: 1, index =>
        {
            if (index == 0)
            {
                wereDone = others.Wait(Patience);
            }
            else
            {
                others.Signal();
            }
        });
        Assert.True(wereDone);
    }

    [Fact]
    public void Each_worker_has_environments_of_its_own_while_nobody_is_late()
    {
        // Two at a time, so neither worker gets ahead of the other.
        using Barrier both = new(2);
        int[] by = new int[Envs];
        Step(rounds: 3, index =>
        {
            by[index] = Environment.CurrentManagedThreadId;
            Assert.True(both.SignalAndWait(Patience));
        });
        Assert.Single(by[..(Envs / 2)].Distinct());
        Assert.Single(by[(Envs / 2)..].Distinct());
        Assert.NotEqual(by[0], by[Envs / 2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    public void Every_environment_is_stepped_once_a_round(int workers)
    {
        const int Rounds = 500;
        int[] steps = new int[Envs];
        Step(Rounds, index => Interlocked.Increment(ref steps[index]), workers);
        Assert.All(steps, count => Assert.Equal(Rounds, count));
    }

    private static void Step(int rounds, Action<int> work, int workers = 2)
    {
        Reporter[] reporters = [.. Enumerable.Range(0, Envs).Select(index => new Reporter(() => work(index)))];
        using VectorEnv<float, int> envs = ParallelVectorEnv.Create<float, int>(reporters, workers: workers);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, 1);
        for (int round = 0; round < rounds; round++)
        {
            envs.Step(new int[Envs], batch);
        }
    }

    private sealed class Reporter(Action work) : Env<float[], int>
    {
        public override Space<float[]> ObservationSpace { get; } = new Box<float>(-1f, 1f, 1);

        public override Space<int> ActionSpace { get; } = new Discrete(2);

        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
            (new float[1], Info.Empty);

        protected override Step<float[]> OnStep(int action, float[]? reuse)
        {
            work();
            return new(new float[1], 0, false, false, Info.Empty);
        }

        protected override void SyncState(StateSync sync)
        {
            // It has none.
        }
    }
}
