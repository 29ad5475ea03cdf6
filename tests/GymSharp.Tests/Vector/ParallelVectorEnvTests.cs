using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

public sealed class ParallelVectorEnvTests
{
    [Theory]
    [InlineData(AutoresetMode.NextStep)]
    [InlineData(AutoresetMode.SameStep)]
    [InlineData(AutoresetMode.Disabled)]
    public void Results_do_not_depend_on_the_number_of_workers(AutoresetMode mode)
    {
        string expected = Hash(mode, workers: 1);
        for (int workers = 2; workers <= 8; workers++)
        {
            Assert.Equal(expected, Hash(mode, workers));
        }
    }

    [Fact]
    public void Next_step_autoreset_ignores_the_action_after_an_end_and_pays_nothing()
    {
        using VectorEnv<float, int> envs = Make(4, AutoresetMode.NextStep);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 3);
        int resets = 0;
        for (int t = 0; t < 50; t++)
        {
            bool[] before = [.. Enumerable.Range(0, 4).Select(batch.DoneAt)];
            envs.Step([2, 2, 2, 2], batch);
            for (int i = 0; i < 4; i++)
            {
                if (before[i])
                {
                    resets++;
                    Assert.Equal(0, batch.Rewards[i]);
                    Assert.False(batch.DoneAt(i));
                    Assert.All(batch.ObservationAt(i).ToArray(), value => Assert.InRange(value, -1f, 1f));
                    Assert.Same(Info.Empty, envs.InfoAt(i));
                }
            }
        }

        Assert.True(resets > 10);
    }

    [Fact]
    public void Same_step_autoreset_keeps_the_true_last_observation()
    {
        using VectorEnv<float, int> batched = Make(1, AutoresetMode.SameStep);
        using WalkEnv alone = new();
        StepBatch<float> batch = batched.CreateBatch();
        batched.Reset(batch.Observations, seed: 8);
        float[] current = alone.Reset(8).Observation;
        for (int t = 0; t < 40; t++)
        {
            Step<float[]> step = alone.Step(2);
            batched.Step([2], batch);
            Assert.Equal(step.Reward, batch.Rewards[0]);
            Assert.Equal(step.Terminated, batch.Terminated[0]);
            Assert.Equal(step.Truncated, batch.Truncated[0]);
            if (step.Done)
            {
                Assert.Equal(step.Observation, batch.FinalObservationAt(0).ToArray());
                Assert.Same(step.Info, batched.FinalInfoAt(0));
                Assert.Equal(step.Observation, (float[])batched.BatchInfo().Get<object?[]>("final_obs")[0]!);
                current = alone.Reset().Observation;
            }
            else
            {
                Assert.Null(batched.FinalInfoAt(0));
                current = step.Observation;
            }

            Assert.Equal(current, batch.Observations);
        }
    }

    [Fact]
    public void A_mask_resets_the_chosen_environments_alone()
    {
        using VectorEnv<float, int> envs = Make(3, AutoresetMode.Disabled);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 1);
        envs.Step([0, 1, 2], batch);
        float[] before = [.. batch.Observations];
        float[] after = new float[9];

        envs.Reset(after, new VectorReset { Seed = 40, Mask = [false, true, false] });

        Assert.Equal(before[..3], after[..3]);
        Assert.Equal(before[6..], after[6..]);
        using WalkEnv alone = new();
        Assert.Equal(alone.Reset(41).Observation, after[3..6]);
    }

    [Fact]
    public void A_step_past_an_end_that_nobody_reset_is_refused_and_changes_nothing()
    {
        using VectorEnv<float, int> envs = Make(2, AutoresetMode.Disabled);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 1);
        do
        {
            envs.Step([1, 1], batch);
        }
        while (!batch.DoneAt(0) && !batch.DoneAt(1));

        byte[] before = envs.SaveState();
        ResetNeededException error = Assert.Throws<ResetNeededException>(() => envs.Step([1, 1], batch));

        Assert.Contains($"environment {(batch.DoneAt(0) ? 0 : 1)}", error.Message);
        Assert.Equal(before, envs.SaveState());
    }

    [Fact]
    public void A_list_of_seeds_seeds_each_environment()
    {
        using VectorEnv<float, int> envs = Make(3);
        (object observations, _) = envs.ResetValue([5, null, 7]);
        using WalkEnv alone = new();

        Assert.Equal(alone.Reset(5).Observation, ((float[])observations)[..3]);
        Assert.Equal(alone.Reset(7).Observation, ((float[])observations)[6..]);
    }

    [Fact]
    public void Reset_options_reach_every_environment()
    {
        using VectorEnv<float, int> envs = Make(4, workers: 2);
        float[] observations = new float[12];
        envs.Reset(observations, seed: 0, new ResetOptions { ["spread"] = 0.001 });
        Assert.All(observations, value => Assert.InRange(value, -0.001f, 0.001f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_failure_names_the_lowest_environment_and_leaves_the_batch_usable(int workers)
    {
        WalkEnv[] walks = [new(), new(), new() { FailAtStep = 2 }, new() { FailAtStep = 2 }];
        using VectorEnv<float, int> envs = ParallelVectorEnv.Create<float, int>(walks, workers: workers);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 0);
        envs.Step([1, 1, 1, 1], batch);

        VectorEnvException error = Assert.Throws<VectorEnvException>(() => envs.Step([1, 1, 1, 1], batch));

        Assert.Equal(2, error.Index);
        Assert.Equal("Environment 2 of 4 failed in Step: The walk stumbled.", error.Message);
        Assert.IsType<InvalidOperationException>(error.InnerException);
        Assert.Throws<ResetNeededException>(() => envs.Step([1, 1, 1, 1], batch));
        envs.Reset(batch.Observations, seed: 0);
        envs.Step([1, 1, 1, 1], batch);
        envs.Dispose();
        Assert.All(walks, walk => Assert.True(walk.IsDisposed));
    }

    [Fact]
    public void An_invalid_action_in_a_worker_surfaces_with_its_cause()
    {
        using VectorEnv<float, int> envs = Make(4, workers: 4);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations);
        VectorEnvException error = Assert.Throws<VectorEnvException>(() => envs.Step([1, 1, 1, 9], batch));
        Assert.Equal(3, error.Index);
        Assert.IsType<InvalidActionException>(error.InnerException);
    }

    [Fact]
    public void Wrong_sizes_are_refused_before_anything_is_stepped()
    {
        using VectorEnv<float, int> envs = Make(2);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 1);
        byte[] before = envs.SaveState();

        ArgumentException error = Assert.Throws<ArgumentException>(() => envs.Step([1], batch));
        Assert.StartsWith("The batch needs 2 actions (2 environments with 1 each), got 1.", error.Message);
        Assert.Throws<ArgumentException>(() => envs.Step([1, 1, 1], batch));
        Assert.Throws<ArgumentException>(() => envs.Step([1, 1], new StepBatch<float>(3, 3)));
        Assert.Throws<ArgumentException>(() => envs.StepValue(new long[] { 1 }));
        Assert.Throws<ArgumentException>(() => envs.Reset(new float[5]));
        Assert.Throws<ArgumentException>(() => envs.ResetValue(new ulong?[] { 1 }));
        Assert.Throws<ArgumentException>(() => envs.ResetValue(options: new ResetOptions { ["reset_mask"] = new[] { true } }));
        Assert.Throws<ArgumentException>(
            () => envs.ResetValue(options: new ResetOptions { ["reset_mask"] = new[] { false, false } }));
        Assert.Equal(before, envs.SaveState());
    }

    [Fact]
    public void A_step_before_the_first_reset_is_refused()
    {
        using VectorEnv<float, int> envs = Make(2);
        Assert.Throws<ResetNeededException>(() => envs.Step([1, 1], envs.CreateBatch()));
        Assert.Throws<ResetNeededException>(
            () => envs.Reset(new float[6], new VectorReset { Mask = [true, false] }));
    }

    [Theory]
    [InlineData(AutoresetMode.NextStep, 1)]
    [InlineData(AutoresetMode.SameStep, 3)]
    public void A_restored_batch_goes_on_exactly(AutoresetMode mode, int workers)
    {
        using VectorEnv<float, int> first = Make(5, mode, workers);
        using VectorEnv<float, int> second = Make(5, mode);
        StepBatch<float> batch = first.CreateBatch();
        first.Reset(batch.Observations, seed: 9);
        Play(first, batch, 17, null);

        // The number of workers is no part of the state.
        byte[] state = first.SaveState();
        second.RestoreState(state);

        using IncrementalHash expected = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using IncrementalHash actual = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Play(first, batch, 40, expected);
        Play(second, second.CreateBatch(), 40, actual);
        Assert.Equal(expected.GetHashAndReset(), actual.GetHashAndReset());
    }

    [Fact]
    public void State_of_another_size_or_damaged_state_is_refused_and_changes_nothing()
    {
        using VectorEnv<float, int> envs = Make(3);
        using VectorEnv<float, int> other = Make(2);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 4);
        other.Reset(new float[6], seed: 4);
        byte[] before = envs.SaveState();

        Assert.Throws<StateFormatException>(() => envs.RestoreState(other.SaveState()));
        Assert.Throws<StateFormatException>(() => envs.RestoreState(before.AsSpan(0, before.Length - 1)));
        Assert.Throws<StateFormatException>(() => envs.RestoreState([.. before, 0]));
        Assert.Equal(before, envs.SaveState());
    }

    [Fact]
    public void A_wrong_reset_option_surfaces_with_the_environment_that_refused_it()
    {
        using VectorEnv<float, int> envs = Make(4, workers: 2);
        VectorEnvException error = Assert.Throws<VectorEnvException>(
            () => envs.ResetValue(options: new ResetOptions { ["spread"] = "wide" }));
        Assert.Equal(0, error.Index);
        Assert.StartsWith("Environment 0 of 4 failed in Reset: The reset option 'spread' must be a number", error.Message);
    }

    [Fact]
    public void Environments_of_different_spaces_are_refused()
    {
        using WalkEnv walk = new();
        using OddEnv odd = new();
        ArgumentException error = Assert.Throws<ArgumentException>(() => ParallelVectorEnv.Create([walk, odd]));
        Assert.StartsWith("All environments of a batch need the same observation space.", error.Message);
        Assert.Throws<ArgumentException>(() => ParallelVectorEnv.Create([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelVectorEnv.Create([walk], workers: 0));
        error = Assert.Throws<ArgumentException>(() => ParallelVectorEnv.Create<double, int>([walk]));
        Assert.Contains("<float, int>", error.Message);
    }

    [Fact]
    public void Nothing_is_allocated_by_steps_of_any_worker()
    {
        using AllocationMeter meter = new();
        AllocationProbe<float[], int>[] probes =
            [.. Enumerable.Range(0, 6).Select(_ => new AllocationProbe<float[], int>(new WalkEnv(), meter))];
        using VectorEnv<float, int> envs = ParallelVectorEnv.Create<float, int>(probes, AutoresetMode.SameStep, workers: 3);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 2);
        int[] actions = [0, 1, 2, 0, 1, 2];
        Play(200);
        Assert.Equal(0, meter.Of(() => Play(2000)));

        void Play(int steps)
        {
            for (int t = 0; t < steps; t++)
            {
                envs.Step(actions, batch);
            }
        }
    }

    private static VectorEnv<float, int> Make(
        int numEnvs, AutoresetMode mode = AutoresetMode.NextStep, int workers = 1) =>
        ParallelVectorEnv.Create<float, int>(
            [.. Enumerable.Range(0, numEnvs).Select(_ => new WalkEnv())], mode, workers);

    private static string Hash(AutoresetMode mode, int workers)
    {
        using VectorEnv<float, int> envs = Make(7, mode, workers);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 11);
        Play(envs, batch, 300, hash);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Play(VectorEnv<float, int> envs, StepBatch<float> batch, int steps, IncrementalHash? hash)
    {
        int[] actions = new int[envs.NumEnvs];
        bool[] mask = new bool[envs.NumEnvs];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                actions[i] = ((t * 7) + (i * 3)) % 3;
            }

            envs.Step(actions, batch);
            Append(hash, batch.Observations);
            Append(hash, batch.Rewards);
            Append(hash, batch.Terminated);
            Append(hash, batch.Truncated);
            for (int i = 0; i < mask.Length; i++)
            {
                mask[i] = batch.DoneAt(i);
                if (mask[i])
                {
                    Append(hash, batch.FinalObservationAt(i));
                }
            }

            if (envs.AutoresetMode == AutoresetMode.Disabled && mask.Contains(true))
            {
                envs.Reset(batch.Observations, new VectorReset { Mask = mask });
                Append(hash, batch.Observations);
            }
        }
    }

    private static void Append<T>(IncrementalHash? hash, ReadOnlySpan<T> values)
        where T : unmanaged => hash?.AppendData(MemoryMarshal.AsBytes(values));

    private static void Append<T>(IncrementalHash? hash, T[] values)
        where T : unmanaged => Append<T>(hash, values.AsSpan());

    private sealed class OddEnv : Env<float[], int>
    {
        public override Space<float[]> ObservationSpace { get; } = new Box<float>(0f, 1f, 2);

        public override Space<int> ActionSpace { get; } = new Discrete(3);

        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
            (new float[2], Info.Empty);

        protected override Step<float[]> OnStep(int action, float[]? reuse) =>
            new(new float[2], 0, false, false, Info.Empty);

        protected override void SyncState(StateSync sync)
        {
        }
    }
}
