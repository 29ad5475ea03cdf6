using FsCheck;
using FsCheck.Fluent;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

public sealed class ReplayBufferTests
{
    private static readonly ReplayWindow OneStep = new(0.9);

    private enum Ending
    {
        None,
        Terminated,
        Truncated,
        Both,
    }

    [Fact]
    public void It_holds_what_a_list_of_the_last_transitions_holds() => Prop.ForAll(Cases(), test =>
    {
        (ReplayBuffer buffer, NaiveReplay model) = Fill(test);
        Assert.Equal(model.Count, buffer.Count);
        AssertSame(buffer, model, new ReplayWindow(0.5, test.Window));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_goes_on_from_a_checkpoint_as_if_undisturbed() => Prop.ForAll(Cases(), test =>
    {
        (ReplayBuffer buffer, NaiveReplay model) = Fill(test);
        StateSync writing = StateSync.ForWriting();
        buffer.SyncState(writing);

        // What the new buffer held before must not shine through.
        (ReplayBuffer restored, _) = Fill(test with { Endings = [.. test.Endings, .. test.Endings] });
        StateSync reading = StateSync.ForReading(writing.ToArray());
        restored.SyncState(reading);
        reading.ExpectEnd();
        AssertSame(restored, model, new ReplayWindow(0.5, test.Window));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_a_termination_ends_the_worth_of_what_follows()
    {
        ReplayBuffer buffer = new(new() { Capacity = 10, ObservationSize = 1 });
        TransitionBatch batch = new(1, 1);
        buffer.Start(0, [1]);
        int going = buffer.Add(0, [0], new StepOutcome(5), [2]);
        int truncated = buffer.Add(0, [0], new StepOutcome(6, Truncated: true), [3]);
        buffer.Start(0, [4]);
        int terminated = buffer.Add(0, [0], new StepOutcome(7, Terminated: true), [5]);
        buffer.Start(0, [6]);

        Assert.Equal((5f, 0.9f, 2f), Read(going, OneStep));
        Assert.Equal((6f, 0.9f, 3f), Read(truncated, OneStep));
        Assert.Equal((7f, 0f), (Read(terminated, OneStep).Reward, Read(terminated, OneStep).Discount));

        // Three steps from the first: 5 + 0.9 · 6, cut off there, and the value of the last observation at 0.9².
        Assert.Equal((10.4f, 0.81f, 3f), Read(going, new ReplayWindow(0.9, 3)));

        (float Reward, float Discount, float Next) Read(int slot, ReplayWindow window)
        {
            buffer.Read(slot, window, batch, 0);
            return (batch.Rewards[0], batch.Discounts[0], batch.NextObservations[0]);
        }
    }

    [Fact]
    public void A_window_stops_at_the_newest_transition()
    {
        ReplayBuffer buffer = new(new() { Capacity = 3, ObservationSize = 1 });
        TransitionBatch batch = new(1, 1);
        buffer.Start(0, [0]);
        int last = 0;
        for (int i = 1; i <= 6; i++)
        {
            last = buffer.Add(0, [0], new StepOutcome(i), [i]);
        }

        // Behind the newest lies the oldest; its reward must not be added.
        buffer.Read(last, new ReplayWindow(0.5, 3), batch, 0);
        Assert.Equal(6, batch.Rewards[0]);
        Assert.Equal(0.5f, batch.Discounts[0]);
        Assert.Equal(6, batch.NextObservations[0]);
    }

    [Fact]
    public void Every_transition_is_drawn_about_as_often()
    {
        ReplayBuffer buffer = new(new() { Capacity = 8, Envs = 2, ObservationSize = 1 });
        buffer.Start(0, [0]);
        buffer.Start(1, [100]);
        for (int i = 1; i <= 5; i++)
        {
            buffer.Add(0, [0], new StepOutcome(0), [i]);
            buffer.Add(1, [0], new StepOutcome(0, Truncated: i == 4), [100 + i]);
        }

        const int Draws = 70_000;
        TransitionBatch batch = new(Draws, 1);
        buffer.Sample(batch, OneStep, new Rng(0));
        Dictionary<float, int> counts = batch.Observations.ToArray().CountBy(value => value).ToDictionary();
        Assert.Equal(buffer.Count, counts.Count);
        double expected = (double)Draws / buffer.Count;
        double chiSquare = counts.Values.Sum(count => (count - expected) * (count - expected) / expected);

        // 99.9th percentile of χ² with 6 degrees of freedom.
        Assert.Equal(7, buffer.Count);
        Assert.InRange(chiSquare, 0, 22.46);
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(1f / 255)]
    public void Bytes_hold_pictures_exactly_and_refuse_anything_else(float scale)
    {
        ReplayBuffer buffer = new(new()
        {
            Capacity = 4,
            ObservationSize = 256,
            Storage = ObservationStorage.Byte,
            ByteScale = scale,
        });
        float[] picture = [.. Enumerable.Range(0, 256).Select(value => value * scale)];
        buffer.Start(0, picture);
        float[] inverse = [.. Enumerable.Reverse(picture)];
        int slot = buffer.Add(0, [3], new StepOutcome(1), inverse);
        TransitionBatch batch = new(1, 256);
        buffer.Read(slot, OneStep, batch, 0);
        Assert.Equal(picture, batch.Observations.ToArray());
        Assert.Equal(inverse, batch.NextObservations.ToArray());
        foreach (float wrong in (float[])[-1, 256, 0.3f, float.NaN, 1e30f])
        {
            picture[7] = wrong;
            ArgumentException error = Assert.Throws<ArgumentException>(() => buffer.Start(0, picture));
            Assert.Contains("number 7", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Adding_and_sampling_allocate_nothing()
    {
        ReplayBuffer buffer = new(new() { Capacity = 100, Envs = 2, ObservationSize = 3 });
        PrioritizedReplay priorities = new(buffer);
        TransitionBatch batch = new(16, 3);
        float[] errors = new float[16];
        Rng rng = new(1);
        Work(150);
        Assert.Equal(0, Allocations.Of(() => Work(500)));

        void Work(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                priorities.Add(i % 2, [1], new StepOutcome(1, Truncated: i % 7 == 0), [1, 2, i]);
                buffer.Sample(batch, OneStep, rng);
                priorities.Sample(batch, OneStep, 0.4, rng);
                priorities.Update(batch.Slots, errors);
            }
        }
    }

    [Fact]
    public void Wrong_sizes_are_refused_with_the_size_that_fits()
    {
        Assert.Contains(
            "two transitions",
            Assert.Throws<ArgumentException>(() => new ReplayBuffer(new() { Capacity = 5, Envs = 4, ObservationSize = 1 })).Message,
            StringComparison.Ordinal);
        string tooMuch = Assert.Throws<ArgumentException>(
            () => new ReplayBuffer(new() { Capacity = 1_000_000, ObservationSize = 1_000_000_000 })).Message;
        Assert.Contains("takes 4000004.0 GB of memory, this machine has ", tooMuch, StringComparison.Ordinal);
        Assert.Contains("Lower the buffer size to ", tooMuch, StringComparison.Ordinal);
        Assert.Contains(
            "Lower the buffer size to 1073741794 or less.",
            Assert.Throws<ArgumentException>(
                () => new ReplayBuffer(new() { Capacity = 2_000_000_000, ObservationSize = 1, ActionSize = 2 })).Message,
            StringComparison.Ordinal);
        ReplayBuffer buffer = new(new() { Capacity = 5, ObservationSize = 2 });
        Assert.Throws<ArgumentException>(() => buffer.Start(0, [1]));
        Assert.Throws<ArgumentException>(() => buffer.Add(0, [1, 2], new StepOutcome(0), [1, 2]));
        Assert.Throws<InvalidOperationException>(() => buffer.Sample(new TransitionBatch(1, 2), OneStep, new Rng(0)));
    }

    private static Arbitrary<Case> Cases() => Arb.From(
        from capacity in Gen.Choose(6, 24)
        from envs in Gen.Choose(1, 3)
        from window in Gen.Choose(1, 5)
        from page in Gen.Elements(1, 2, 5, 14, 1000)
        from endings in Gen.ArrayOf(Gen.Frequency(
            (8, Gen.Constant(Ending.None)),
            (1, Gen.Constant(Ending.Terminated)),
            (1, Gen.Constant(Ending.Truncated)),
            (1, Gen.Constant(Ending.Both))))
        select new Case(capacity, envs, window, page, [.. endings.Concat(endings).Concat(endings)]));

    // Observations are numbered, so that each transition is known by its number.
    private static (ReplayBuffer Buffer, NaiveReplay Model) Fill(Case test)
    {
        ReplayBuffer buffer = new(new()
        {
            Capacity = test.Capacity,
            Envs = test.Envs,
            ObservationSize = 2,
            PageLength = test.Page,
        });
        NaiveReplay model = new(test.Capacity, test.Envs);
        float[] current = new float[test.Envs];
        float number = 0;
        for (int env = 0; env < test.Envs; env++)
        {
            Start(env);
        }

        for (int i = 0; i < test.Endings.Length; i++)
        {
            int env = i % test.Envs;
            Ending ending = test.Endings[i];
            StepOutcome outcome = new(
                i + 1, ending is Ending.Terminated or Ending.Both, ending is Ending.Truncated or Ending.Both);
            float next = ++number;
            buffer.Add(env, [i], outcome, [next, -next]);
            model.Add(env, current[env], i, outcome, next);
            current[env] = next;
            if (ending != Ending.None)
            {
                Start(env);
            }
        }

        return (buffer, model);

        void Start(int env)
        {
            current[env] = ++number;
            buffer.Start(env, [number, -number]);
        }
    }

    private static void AssertSame(ReplayBuffer buffer, NaiveReplay model, ReplayWindow window)
    {
        TransitionBatch batch = new(1, 2);
        Dictionary<float, int> slots = [];
        for (int slot = 0; slot < buffer.Slots; slot++)
        {
            if (buffer.Holds(slot))
            {
                buffer.Read(slot, window, batch, 0);
                slots.Add(batch.Observations[0], slot);
            }
        }

        Assert.Equal(model.Count, slots.Count);
        foreach ((int env, NaiveReplay.Entry entry) in model.All)
        {
            buffer.Read(slots[entry.Observation], window, batch, 0);
            (float reward, float discount, float? next) = model.Window(env, entry, window);
            Assert.Equal(-entry.Observation, batch.Observations[1]);
            Assert.Equal(entry.Action, batch.Actions[0]);
            Assert.Equal(reward, batch.Rewards[0]);
            Assert.Equal(discount, batch.Discounts[0]);
            Assert.Equal(next ?? batch.NextObservations[0], batch.NextObservations[0]);
        }
    }

    private sealed record Case(int Capacity, int Envs, int Window, int Page, Ending[] Endings);
}
