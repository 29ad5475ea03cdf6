using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>Masks beside observations: kept from the beginning, of one size, or refused.</summary>
public sealed class ReplayMaskTests
{
    [Fact]
    public void Masks_are_kept_from_the_beginning_or_not_at_all()
    {
        ReplayBuffer buffer = Make(0);
        buffer.Start(0, [1]);
        Refuse();
        buffer.Add(0, [0], new StepOutcome(1), [2]);
        Refuse();

        // A saved buffer brings its observations along.
        StateSync writing = StateSync.ForWriting();
        buffer.SyncState(writing);
        buffer = Make(0);
        buffer.SyncState(StateSync.ForReading(writing.ToArray()));
        Refuse();

        void Refuse() => Assert.Contains(
            "before the first Start",
            Assert.Throws<InvalidOperationException>(() => buffer.KeepMasks(2)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mask_that_does_not_fit_leaves_the_buffer_as_it_was(bool terminated)
    {
        ReplayBuffer buffer = Make(2);
        buffer.Start(0, [1], [true, false]);
        Assert.Contains(
            "2 entries, got 3",
            Assert.Throws<ArgumentException>(
                () => buffer.Add(0, [0], new StepOutcome(1, terminated), [2], [true, true, true])).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, buffer.Count);
        Assert.False(buffer.Holds(0));
        Assert.Equal(0, buffer.Add(0, [0], new StepOutcome(1, terminated), [2], [true, true]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_batch_of_other_masks_is_refused(int size)
    {
        ReplayBuffer buffer = Make(2);
        buffer.Start(0, [1], [true, false]);
        int slot = buffer.Add(0, [0], new StepOutcome(1), [2], [true, true]);
        TransitionBatch batch = new(1, 1, maskSize: size);
        Assert.Contains(
            $"masks of {size} entries, the masks of this buffer have 2",
            Assert.Throws<ArgumentException>(() => buffer.Read(slot, new ReplayWindow(1), batch, 0)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(2, 3)]
    public void A_saved_buffer_with_other_masks_is_refused(int saved, int own)
    {
        StateSync writing = StateSync.ForWriting();
        Make(saved).SyncState(writing);
        Assert.Contains(
            "Use the options it was trained with",
            Assert.Throws<StateFormatException>(
                () => Make(own).SyncState(StateSync.ForReading(writing.ToArray()))).Message,
            StringComparison.Ordinal);
    }

    private static ReplayBuffer Make(int masks)
    {
        ReplayBuffer buffer = new(new ReplayLayout { Capacity = 10, ObservationSize = 1 });
        buffer.KeepMasks(masks);
        return buffer;
    }
}
