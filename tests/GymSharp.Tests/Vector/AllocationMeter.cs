namespace GymSharp.Vector;

/// <summary>Counts the bytes that each thread allocates between the first and the last note it leaves.</summary>
internal sealed class AllocationMeter : IDisposable
{
    private readonly ThreadLocal<Slot> slots = new(() => new Slot(), trackAllValues: true);
    private int run;

    /// <summary>Bytes since <see cref="Begin"/>, of all threads together.</summary>
    public long Allocated => slots.Values.Where(slot => slot.Run == run).Sum(slot => slot.Last - slot.First);

    /// <summary>Forgets what was noted so far.</summary>
    public void Begin() => run++;

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

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private sealed class Slot
    {
        public int Run { get; set; } = -1;

        public long First { get; set; }

        public long Last { get; set; }
    }
}
