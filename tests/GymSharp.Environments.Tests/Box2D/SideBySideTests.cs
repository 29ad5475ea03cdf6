using System.Runtime.InteropServices;
using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>A batch, whose worlds go side by side, gives what separate environments give.</summary>
public sealed class SideBySideTests
{
    public static TheoryData<string, AutoresetMode, int> Batches
    {
        get
        {
            TheoryData<string, AutoresetMode, int> data = [];
            foreach (string id in (string[])
                ["LunarLander-v3", "LunarLanderContinuous-v3", "BipedalWalker-v3", "BipedalWalkerHardcore-v3"])
            {
                foreach (AutoresetMode mode in Enum.GetValues<AutoresetMode>())
                {
                    data.Add(id, mode, 1);
                }

                data.Add(id, AutoresetMode.SameStep, 2);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Random_play_is_that_of_separate_environments(string id, AutoresetMode mode, int workers)
    {
        int steps = id.StartsWith("Lunar", StringComparison.Ordinal) ? 400 : 150;
        using VectorEnv batch = Make(id, 20, mode, workers);
        batch.Accept(new Comparison(steps, heuristic: false, mode));
    }

    [Theory]
    [InlineData("LunarLander-v3")]
    [InlineData("LunarLanderContinuous-v3")]
    [InlineData("BipedalWalker-v3")]
    public void Skilled_play_is_that_of_separate_environments(string id)
    {
        using VectorEnv batch = Make(id, 18, AutoresetMode.SameStep, 1);
        batch.Accept(new Comparison(350, heuristic: true, AutoresetMode.SameStep));
    }

    [Fact]
    public void Wind_blows_in_a_batch_as_by_itself()
    {
        MakeOptions wind = MakeOptions.FromKeywords(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["enable_wind"] = true, ["gravity"] = -5.0 });
        using VectorEnv batch = Make("LunarLander-v3", 8, AutoresetMode.NextStep, 1, wind);
        batch.Accept(new Comparison(300, heuristic: true, AutoresetMode.NextStep, wind));
    }

    [Theory]
    [InlineData("LunarLander-v3")]
    [InlineData("BipedalWalker-v3")]
    public void A_restored_batch_goes_on_as_the_saved_one(string id)
    {
        using VectorEnv first = Make(id, 6, AutoresetMode.SameStep, 1);
        using VectorEnv second = Make(id, 6, AutoresetMode.SameStep, 1);
        Assert.True(first.Accept(new Restoring(second)));
    }

    [Fact]
    public void Steps_of_a_batch_allocate_nothing_between_ends()
    {
        using VectorEnv<float, int> batch = (VectorEnv<float, int>)Make("LunarLander-v3", 20, AutoresetMode.Disabled, 1);
        StepBatch<float> results = batch.CreateBatch();
        int[] actions = new int[20];

        // Once before it counts, so that all memory has grown by then.
        Start();
        Fly();
        long least = long.MaxValue;
        for (int window = 0; window < 5 && least > 0; window++)
        {
            Start();
            least = Math.Min(least, Allocations.Of(Fly, windows: 1));
        }

        Assert.Equal(0, least);

        void Start() => batch.Reset(results.Observations, 1);

        void Fly()
        {
            for (int i = 0; i < 50; i++)
            {
                actions.AsSpan().Fill(i % 4);
                batch.Step(actions, results);
                Assert.False(results.Terminated.AsSpan().Contains(true));
            }
        }
    }

    [Fact]
    public void An_impossible_action_fails_as_in_separate_environments()
    {
        using VectorEnv<float, int> batch = (VectorEnv<float, int>)Make("LunarLander-v3", 4, AutoresetMode.SameStep, 1);
        StepBatch<float> results = batch.CreateBatch();
        batch.Reset(results.Observations, 3);
        VectorEnvException error =
            Assert.Throws<VectorEnvException>(() => batch.Step([0, 0, 9, 0], results));
        Assert.IsType<InvalidActionException>(error.InnerException);

        // What was done ahead of the failure is forgotten by the reset.
        batch.Reset(results.Observations, 3);
        batch.Step([1, 2, 3, 0], results);
        using VectorEnv<float, int> fresh = (VectorEnv<float, int>)Make("LunarLander-v3", 4, AutoresetMode.SameStep, 1);
        StepBatch<float> expected = fresh.CreateBatch();
        fresh.Reset(expected.Observations, 3);
        fresh.Step([1, 2, 3, 0], expected);
        Assert.Equal(expected.Observations, results.Observations);
        Assert.Equal(expected.Rewards, results.Rewards);
    }

    private static VectorEnv Make(
        string id, int count, AutoresetMode mode, int workers, MakeOptions? make = null) =>
        Gym.MakeVec(id, count, new MakeVecOptions
        {
            Mode = workers == 1 ? VectorizationMode.Sync : VectorizationMode.Parallel,
            Workers = workers == 1 ? null : workers,
            Autoreset = mode,
            Make = make ?? new MakeOptions(),
        });

    /// <summary>Steps a batch and batches of one environment each, which have nothing to go together with.</summary>
    private sealed class Comparison(int steps, bool heuristic, AutoresetMode mode, MakeOptions? make = null)
        : IVectorEnvVisitor<bool>
    {
        private const ulong Seed = 11;

        public bool Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> batch)
            where TObservation : notnull
            where TAction : notnull
        {
            int count = batch.NumEnvs;
            int size = batch.ActionSize;
            VectorEnv<TObservation, TAction>[] singles = [.. Enumerable.Range(0, count).Select(
                _ => (VectorEnv<TObservation, TAction>)Make(batch.Spec!.Id, 1, mode, 1, make))];
            StepBatch<TObservation> results = batch.CreateBatch();
            StepBatch<TObservation>[] expected = [.. singles.Select(single => single.CreateBatch())];
            batch.Reset(results.Observations, Seed);
            for (int i = 0; i < count; i++)
            {
                singles[i].Reset(expected[i].Observations, Seed + (ulong)i);
            }

            ActionChooser<TObservation, TAction> chooser = new(batch, heuristic);
            TAction[] actions = new TAction[count * size];
            int ends = 0;
            for (int step = 0; step < steps; step++)
            {
                chooser.Choose(results.Observations, actions);
                batch.Step(actions, results);
                for (int i = 0; i < count; i++)
                {
                    singles[i].Step(actions.AsSpan(i * size, size), expected[i]);
                    AssertSame(expected[i], results, i, $"environment {i}, step {step}");
                }

                ends += ResetEnded(batch, results, singles, expected);
            }

            Array.ForEach(singles, single => single.Dispose());
            Assert.True(ends > 0 || steps < 200, "no episode ended");
            return true;
        }

        private static void AssertSame<T>(StepBatch<T> expected, StepBatch<T> actual, int index, string where)
            where T : notnull
        {
            Assert.True(
                Bits(expected.Observations).SequenceEqual(Bits(actual.ObservationAt(index))), $"{where}: observation");
            Assert.True(expected.Rewards[0].Equals(actual.Rewards[index]), $"{where}: reward");
            Assert.True(expected.Terminated[0] == actual.Terminated[index], $"{where}: terminated");
            Assert.True(expected.Truncated[0] == actual.Truncated[index], $"{where}: truncated");
            if (expected.DoneAt(0))
            {
                Assert.True(
                    Bits(expected.FinalObservations).SequenceEqual(Bits(actual.FinalObservationAt(index))),
                    $"{where}: final observation");
            }
        }

        private static ReadOnlySpan<byte> Bits<T>(Span<T> values)
            where T : notnull => MemoryMarshal.AsBytes(((float[])(object)values.ToArray()).AsSpan());

        private int ResetEnded<TObservation, TAction>(
            VectorEnv<TObservation, TAction> batch, StepBatch<TObservation> results,
            VectorEnv<TObservation, TAction>[] singles, StepBatch<TObservation>[] expected)
            where TObservation : notnull
            where TAction : notnull
        {
            bool[] ended = [.. Enumerable.Range(0, batch.NumEnvs).Select(results.DoneAt)];
            if (mode != AutoresetMode.Disabled || !ended.Contains(true))
            {
                return ended.Count(end => end);
            }

            batch.Reset(results.Observations, new VectorReset { Mask = ended });
            for (int i = 0; i < ended.Length; i++)
            {
                if (ended[i])
                {
                    singles[i].Reset(expected[i].Observations);
                    Assert.Equal(expected[i].Observations, results.ObservationAt(i).ToArray());
                }
            }

            return ended.Count(end => end);
        }
    }

    private sealed class Restoring(VectorEnv other) : IVectorEnvVisitor<bool>
    {
        public bool Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> batch)
            where TObservation : notnull
            where TAction : notnull
        {
            var second = (VectorEnv<TObservation, TAction>)other;
            ActionChooser<TObservation, TAction> chooser = new(batch, heuristic: false);
            TAction[] actions = new TAction[batch.NumEnvs * batch.ActionSize];
            StepBatch<TObservation> results = batch.CreateBatch();
            StepBatch<TObservation> restored = batch.CreateBatch();
            batch.Reset(results.Observations, 4);
            for (int i = 0; i < 120; i++)
            {
                if (i == 60)
                {
                    second.RestoreState(batch.SaveState());
                }

                chooser.Choose(results.Observations, actions);
                batch.Step(actions, results);
                if (i >= 60)
                {
                    second.Step(actions, restored);
                    Assert.Equal(results.Observations, restored.Observations);
                    Assert.Equal(results.Rewards, restored.Rewards);
                }
            }

            return true;
        }
    }
}
