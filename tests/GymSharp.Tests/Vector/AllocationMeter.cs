namespace GymSharp.Vector;

/// <summary>Counts the bytes that each thread allocates between the first and the last note it leaves.</summary>
internal sealed class AllocationMeter : IDisposable
{
    private readonly ThreadLocal<Slot> slots = new(() => new Slot(), trackAllValues: true);
    private int run;

    /// <summary>Bytes that the calling thread and those that leave notes allocate in one go at the work.</summary>
    /// <remarks>The least of several windows, as <see cref="Allocations.Of"/> has it.</remarks>
    public long Of(Action work)
    {
        long least = long.MaxValue;
        for (int window = 0; window < 5 && least > 0; window++)
        {
            run++;
            least = Math.Min(least, Allocations.Of(work, windows: 1) + Noted());
        }

        return least;
    }

    /// <summary>Leaves a note for this thread.</summary>
    public void Note()
    {
        Slot slot = slots.Value!;
        slot.Last = GC.GetAllocatedBytesForCurrentThread();
        if (slot.Run != run)
        {
            slot.Run = run;
            slot.First = slot.Last;
        }
    }

    private long Noted() => slots.Values.Where(slot => slot.Run == run).Sum(slot => slot.Last - slot.First);

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private sealed class Slot
    {
        public int Run { get; set; } = -1;

        public long First { get; set; }

        public long Last { get; set; }
    }
}
