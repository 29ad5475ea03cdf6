using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

public sealed class PrioritizedReplayTests
{
    private static readonly ReplayWindow OneStep = new(0.9);

    [Fact]
    public void Draws_follow_the_priorities()
    {
        (ReplayBuffer buffer, PrioritizedReplay replay) = Make(capacity: 4, count: 4, alpha: 0.5);
        replay.Update([0, 1, 2, 3], [1, -4, 9, 0]);
        const int Draws = 60_000;
        TransitionBatch batch = new(Draws, 1);
        replay.Sample(batch, OneStep, beta: 0, new Rng(0));

        // Square roots of the errors: 1, 2, 3 and next to nothing. Each draw comes from its own part of the sum, so
        // frequencies are off by no more than a draw or two.
        int[] counts = [.. Enumerable.Range(0, 4).Select(slot => batch.Slots.ToArray().Count(drawn => drawn == slot))];
        Assert.InRange(counts[0], 9_985, 10_002);
        Assert.InRange(counts[1], 19_985, 20_002);
        Assert.InRange(counts[2], 29_985, 30_002);
        Assert.InRange(counts[3], 0, 20);
        Assert.Equal(4, buffer.Count);
    }

    [Fact]
    public void Weights_make_up_for_the_preference()
    {
        (_, PrioritizedReplay replay) = Make(capacity: 2, count: 2, alpha: 1);
        replay.Update([0, 1], [1, 3]);
        TransitionBatch batch = new(4, 1);
        replay.Sample(batch, OneStep, beta: 1, new Rng(0));

        // P = 1/4 and 3/4; (N P)^-1 = 2 and 2/3; divided by the larger.
        Assert.Equal([0, 1, 1, 1], batch.Slots.ToArray());
        Assert.Equal(1, batch.Weights[0]);
        Assert.Equal(1f / 3, batch.Weights[1], 1e-5f);

        replay.Sample(batch, OneStep, beta: 0.5, new Rng(0));
        Assert.Equal(MathF.Sqrt(1f / 3), batch.Weights[3], 1e-5f);
    }

    [Fact]
    public void A_new_transition_has_the_largest_priority_seen()
    {
        (_, PrioritizedReplay replay) = Make(capacity: 8, count: 2, alpha: 1);
        replay.Update([0, 1], [7, 1]);
        replay.Update([0], [1]);
        int added = replay.Add(0, [0], new StepOutcome(0), [0]);
        const int Draws = 9_000;
        TransitionBatch batch = new(Draws, 1);
        replay.Sample(batch, OneStep, beta: 0, new Rng(3));
        Assert.InRange(batch.Slots.ToArray().Count(slot => slot == added), 6_998, 7_002);
    }

    [Fact]
    public void What_was_forgotten_is_never_drawn()
    {
        ReplayBuffer buffer = new(new() { Capacity = 12, Envs = 2, ObservationSize = 1 });
        PrioritizedReplay replay = new(buffer);
        TransitionBatch batch = new(32, 1);
        float[] errors = [.. Enumerable.Range(0, 32).Select(i => i / 4f)];
        Rng rng = new(5);
        for (int i = 0; i < 500; i++)
        {
            bool terminated = rng.Random() < 0.1;
            bool truncated = rng.Random() < 0.2;
            replay.Add(i % 2, [0], new StepOutcome(1, terminated, truncated), [i]);
            buffer.Start(i % 2, [i]);

            // Throws where a slot without a transition is drawn.
            replay.Sample(batch, OneStep, 0.4, rng);
            foreach (int slot in batch.Slots)
            {
                Assert.True(buffer.Holds(slot));
            }

            replay.Add(i % 2, [0], new StepOutcome(1), [i]);
            replay.Update(batch.Slots, errors);
        }
    }

    [Fact]
    public void It_goes_on_from_a_checkpoint_as_if_undisturbed()
    {
        (ReplayBuffer buffer, PrioritizedReplay replay) = Make(capacity: 5, count: 9, alpha: 0.6);
        replay.Update([1, 2, 4], [5, 0.1f, 2]);
        StateSync writing = StateSync.ForWriting();
        buffer.SyncState(writing);
        replay.SyncState(writing);
        (ReplayBuffer otherBuffer, PrioritizedReplay other) = Make(capacity: 5, count: 3, alpha: 0.6);
        StateSync reading = StateSync.ForReading(writing.ToArray());
        otherBuffer.SyncState(reading);
        other.SyncState(reading);
        reading.ExpectEnd();

        TransitionBatch left = new(64, 1);
        TransitionBatch right = new(64, 1);
        replay.Add(0, [1], new StepOutcome(1), [1]);
        other.Add(0, [1], new StepOutcome(1), [1]);
        replay.Sample(left, OneStep, 0.4, new Rng(1));
        other.Sample(right, OneStep, 0.4, new Rng(1));
        Assert.Equal(left.Slots.ToArray(), right.Slots.ToArray());
        Assert.Equal(left.Weights.ToArray(), right.Weights.ToArray());
    }

    private static (ReplayBuffer Buffer, PrioritizedReplay Replay) Make(int capacity, int count, double alpha)
    {
        ReplayBuffer buffer = new(new() { Capacity = capacity, ObservationSize = 1 });
        PrioritizedReplay replay = new(buffer, alpha, epsilon: 1e-9);
        for (int i = 0; i < count; i++)
        {
            replay.Add(0, [i], new StepOutcome(i), [i]);
        }

        return (buffer, replay);
    }
}
