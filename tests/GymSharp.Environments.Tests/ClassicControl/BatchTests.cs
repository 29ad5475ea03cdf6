using GymSharp.Environments.ClassicControl;
using GymSharp.Registration;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>What holds for the SIMD batches besides accuracy.</summary>
public sealed class BatchTests
{
    private static readonly int[] Widths = [512, 256, 128];

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        AcrobotDynamics acrobot = new(AcrobotParameters.Default);
        SameInEveryWidth(width => new CartPoleBatch(
            new BatchEngine<int, CartPoleTask>(new(true), 300, 50) { VectorBits = width }), random => random.Next(2));
        SameInEveryWidth(width => new MountainCarBatch(
            new BatchEngine<int, MountainCarTask>(new(0), 45, 60) { VectorBits = width }), random => random.Next(3));
        SameInEveryWidth(width => new AcrobotBatch(
            new BatchEngine<int, AcrobotTask>(new(acrobot), 29, 80) { VectorBits = width }), random => random.Next(3));
        SameInEveryWidth(width => new PendulumBatch(
            new BatchEngine<float, PendulumTask>(new(9.81), 13, 70) { VectorBits = width }),
            random => (5 * random.NextSingle()) - 2.5f);
        SameInEveryWidth(width => new ContinuousMountainCarBatch(
            new BatchEngine<float, ContinuousMountainCarTask>(new(0), 8, 90) { VectorBits = width }),
            random => (3 * random.NextSingle()) - 1.5f);
    }

    [Fact]
    public void An_environment_does_not_notice_how_many_others_there_are()
    {
        CartPoleBatch few = new(3);
        CartPoleBatch many = new(531);
        BatchMemory<int> fewMemory = new(few);
        BatchMemory<int> manyMemory = new(many);
        few.Reset(11, fewMemory.Observations);
        many.Reset(11, manyMemory.Observations);
        Random random = new(1);
        for (int t = 0; t < 200; t++)
        {
            Assert.Equal(fewMemory.Observations, manyMemory.Observations[..fewMemory.Observations.Length]);
            Assert.Equal(fewMemory.Terminated, manyMemory.Terminated[..3]);
            for (int i = 0; i < 531; i++)
            {
                manyMemory.Actions[i] = random.Next(2);
            }

            manyMemory.Actions.AsSpan(0, 3).CopyTo(fewMemory.Actions);
            fewMemory.Step(few);
            manyMemory.Step(many);
        }
    }

    [Fact]
    public void The_seed_decides_the_episodes()
    {
        CartPoleBatch batch = new(100);
        float[] first = new float[400];
        float[] again = new float[400];
        float[] other = new float[400];
        batch.Reset(5, first);
        batch.Reset(5, again);
        batch.Reset(6, other);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(400, first.Distinct().Count());
        Assert.All(first, value => Assert.InRange(value, -0.05f, 0.05f));
        Assert.InRange(first.Average(), -0.005f, 0.005f);
    }

    [Fact]
    public void Ended_episodes_are_flagged_kept_and_restarted()
    {
        const int NumEnvs = 37;
        CartPoleBatch batch = new(NumEnvs, maxEpisodeSteps: 12, suttonBartoReward: true);
        BatchMemory<int> memory = new(batch);
        batch.Reset(2, memory.Observations);
        int[] elapsed = new int[NumEnvs];
        int terminations = 0;
        for (int t = 0; t < 100; t++)
        {
            memory.FinalObservations.AsSpan().Fill(float.NaN);
            memory.Step(batch);
            for (int i = 0; i < NumEnvs; i++)
            {
                bool ended = memory.Terminated[i] || memory.Truncated[i];
                Assert.Equal(++elapsed[i] == 12, memory.Truncated[i]);
                Assert.Equal(memory.Terminated[i] ? -1 : 0, memory.Rewards[i]);
                Assert.Equal(!ended, float.IsNaN(memory.LastSeen(i, true)[0]));
                Assert.Equal(memory.Terminated[i], ended && Math.Abs(memory.LastSeen(i, true)[2]) > 0.2094);
                Assert.Equal((float)batch.StateColumn(2)[i], memory.Row(i)[2]);
                if (ended)
                {
                    Assert.InRange(memory.Row(i)[1], -0.05f, 0.05f);
                    elapsed[i] = 0;
                    terminations += memory.Terminated[i] ? 1 : 0;
                }
            }
        }

        Assert.True(terminations > 300, $"{terminations} poles fell.");
    }

    [Fact]
    public void Nothing_changes_when_the_input_is_refused()
    {
        CartPoleBatch batch = new(20);
        BatchMemory<int> memory = new(batch);
        Assert.Throws<ResetNeededException>(() => memory.Step(batch));
        batch.Reset(1, memory.Observations);
        byte[] before = batch.SaveState();

        memory.Actions[17] = 2;
        InvalidActionException error = Assert.Throws<InvalidActionException>(() => memory.Step(batch));
        Assert.Contains("2 of environment 17 is not in Discrete(2)", error.Message, StringComparison.Ordinal);
        memory.Actions[17] = -1;
        Assert.Throws<InvalidActionException>(() => memory.Step(batch));
        memory.Actions[17] = 0;
        ArgumentException length = Assert.Throws<ArgumentException>(
            () => batch.Step(memory.Actions, new float[79], memory.Rewards, memory.Terminated, memory.Truncated));
        Assert.Contains("'observations' has 79 elements; this batch needs 80", length.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => batch.Reset(1, new float[10]));
        Assert.Equal(before, batch.SaveState());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartPoleBatch(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CartPoleBatch(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.StateColumn(4));
    }

    [Fact]
    public void A_throttle_or_torque_that_is_not_a_number_is_refused()
    {
        PendulumBatch batch = new(70);
        BatchMemory<float> memory = new(batch);
        batch.Reset(1, memory.Observations);
        foreach (int at in new[] { 0, 33, 69 })
        {
            memory.Actions.AsSpan().Clear();
            memory.Actions[at] = float.NaN;
            InvalidActionException error = Assert.Throws<InvalidActionException>(() => memory.Step(batch));
            Assert.Contains($"environment {at} is NaN", error.Message, StringComparison.Ordinal);
        }

        memory.Actions.AsSpan().Fill(float.PositiveInfinity);
        memory.Step(batch);
        Assert.All(memory.Observations, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_saved_batch_goes_on_as_it_would_have()
    {
        PendulumBatch batch = new(21, 30);
        BatchMemory<float> memory = new(batch);
        batch.Reset(4, memory.Observations);
        RunPendulums(batch, memory, 17);
        byte[] saved = batch.SaveState();
        RunPendulums(batch, memory, 40);
        byte[] expected = batch.SaveState();

        PendulumBatch other = new(21, 30);
        other.RestoreState(saved);
        RunPendulums(other, memory, 40);
        Assert.Equal(expected, other.SaveState());
        Assert.Throws<StateFormatException>(() => other.RestoreState(saved.AsSpan(0, 50)));
        Assert.Equal(expected, other.SaveState());
        Assert.Throws<StateFormatException>(() => new PendulumBatch(22, 30).RestoreState(saved));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        CartPoleBatch batch = new(100);
        BatchMemory<int> memory = new(batch);
        batch.Reset(4, memory.Observations);
        memory.Step(batch);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                memory.Step(batch);
            }
        }));
    }

    [Theory]
    [InlineData("CartPole-v0", 200)]
    [InlineData("CartPole-v1", 500)]
    [InlineData("MountainCar-v0", 200)]
    [InlineData("MountainCarContinuous-v0", 999)]
    [InlineData("Pendulum-v1", 200)]
    [InlineData("Acrobot-v1", 500)]
    public void Each_id_has_a_batch_with_its_spaces_and_time_limit(string id, int limit)
    {
        Assert.True(Gym.Registry.TryGet(id, out EnvSpec? spec));
        BatchedEnv batch = spec.CreateBatched!(new EnvArguments(), 5);
        using Env env = spec.Create(new EnvArguments());
        Assert.Equal(5, batch.NumEnvs);
        Assert.Equal(limit, batch.MaxEpisodeSteps);
        Assert.Equal(env.ObservationSpace.ToString(), batch.SingleObservationSpace.ToString());
        Assert.Equal(env.ActionSpace.ToString(), batch.SingleActionSpace.ToString());
        float[] observations = new float[5 * batch.ObservationLength];
        batch.Reset(0, observations);
        Assert.All(observations.Chunk(batch.ObservationLength), row => Assert.True(batch.SingleObservationSpace.Contains(row)));
    }

    private static void RunPendulums(PendulumBatch batch, BatchMemory<float> memory, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            memory.Actions.AsSpan().Fill((t % 5) - 2);
            memory.Step(batch);
        }
    }

    private static void SameInEveryWidth<TAction>(Func<int, BatchedEnv<TAction>> make, Func<Random, TAction> draw)
        where TAction : unmanaged
    {
        BatchedEnv<TAction>[] batches = [.. Widths.Select(make)];
        BatchMemory<TAction>[] memories = [.. batches.Select(batch => new BatchMemory<TAction>(batch))];
        for (int w = 0; w < Widths.Length; w++)
        {
            batches[w].Reset(9, memories[w].Observations);
        }

        Random random = new(3);
        for (int t = 0; t < 200; t++)
        {
            for (int i = 0; i < memories[0].Actions.Length; i++)
            {
                memories[0].Actions[i] = draw(random);
            }

            memories[0].Step(batches[0]);
            for (int w = 1; w < Widths.Length; w++)
            {
                memories[0].Actions.CopyTo(memories[w].Actions, 0);
                memories[w].Step(batches[w]);
                Assert.Equal(memories[0].Observations, memories[w].Observations);
                Assert.Equal(memories[0].FinalObservations, memories[w].FinalObservations);
                Assert.Equal(memories[0].Rewards, memories[w].Rewards);
                Assert.Equal(memories[0].Terminated, memories[w].Terminated);
                Assert.Equal(memories[0].Truncated, memories[w].Truncated);
            }

            Assert.Equal(Bytes(batches[0]), Bytes(batches[1]));
            Assert.Equal(Bytes(batches[0]), Bytes(batches[2]));
        }
    }

    private static byte[] Bytes(BatchedEnv batch) => batch.SaveState();
}
