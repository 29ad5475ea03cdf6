namespace GymSharp.Physics2D;

/// <summary>
/// Steps many worlds side by side: iterations of the solver, where most of the time goes, are done for sixteen worlds
/// at once, a world in each lane of the processor's vectors.
/// </summary>
/// <remarks>
/// <para>Every world ends with the bits that <see cref="World.Step"/> gives. Lanes are used where the awake bodies of a
/// world are one island of hinges that other worlds have too, as with the same vehicle in many worlds; worlds that are
/// not so are solved one by one.</para>
/// <para>Used by one thread at a time. Nothing is allocated once the memory has grown.</para>
/// </remarks>
public sealed class WorldLanes
{
    // Fewer are faster one by one.
    private const int LeastIslands = 2;

    private readonly LaneIslands lanes = new();
    private Entry[] entries = [];
    private Exception?[] failures = [];
    private bool[] solved = [];
    private int entryCount;
    private int worldCount;

    /// <summary>Lets time pass in all worlds.</summary>
    /// <param name="worlds">The worlds, each once.</param>
    /// <param name="dt">Seconds; see <see cref="World.Step"/>.</param>
    /// <param name="velocityIterations">At least 0.</param>
    /// <param name="positionIterations">At least 0.</param>
    /// <remarks>
    /// A world that fails holds up no other; its exception is what <see cref="FailureOf"/> gives.
    /// </remarks>
    public void Step(ReadOnlySpan<World> worlds, float dt, int velocityIterations, int positionIterations)
    {
        Grow(worlds.Length);
        worldCount = worlds.Length;
        entryCount = 0;
        for (int i = 0; i < worlds.Length; i++)
        {
            Open(worlds[i], i, dt, velocityIterations, positionIterations);
        }

        entries.AsSpan(0, entryCount).Sort(static (a, b) => Entry.Order(a, b));
        for (int i = 0; i < entryCount;)
        {
            i = Solve(worlds, i);
        }

        for (int i = 0; i < worlds.Length; i++)
        {
            if (failures[i] is null)
            {
                Close(worlds[i], i);
            }
        }
    }

    /// <summary>Why a world failed in the last step, or null.</summary>
    /// <param name="index">Which of the worlds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There were not so many worlds.</exception>
    public Exception? FailureOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)worldCount, nameof(index));
        return failures[index];
    }

    private void Grow(int count)
    {
        if (entries.Length < count)
        {
            entries = new Entry[count];
            failures = new Exception?[count];
            solved = new bool[count];
        }

        failures.AsSpan().Clear();
    }

    private void Open(World world, int index, float dt, int velocityIterations, int positionIterations)
    {
        try
        {
            if (world.OpenTogether(dt, velocityIterations, positionIterations) is not { } island)
            {
                return;
            }

            if (Lane.IsFast && island.TryDescribe(out ulong pattern))
            {
                entries[entryCount++] = new(pattern, island.ContactCount, index, island);
            }
            else
            {
                solved[index] = island.Iterate(world.Pending);
            }
        }
        catch (Exception failure)
        {
            failures[index] = failure;
        }
    }

    // Solves the entries of one pattern that lanes have room for. Returns the entry after them.
    private int Solve(ReadOnlySpan<World> worlds, int start)
    {
        lanes.Clear();
        int end = start;
        while (end < entryCount && entries[end].Pattern == entries[start].Pattern
            && !lanes.IsFull && lanes.TryAdd(entries[end].Island))
        {
            end++;
        }

        if (lanes.Count >= LeastIslands)
        {
            lanes.Solve(worlds[entries[start].Index].Pending);
            for (int i = start; i < end; i++)
            {
                solved[entries[i].Index] = lanes.IsSolved(i - start);
            }

            return end;
        }

        (_, _, int index, Island island) = entries[start];
        solved[index] = island.Iterate(worlds[index].Pending);
        return start + 1;
    }

    private void Close(World world, int index)
    {
        try
        {
            world.CloseTogether(solved[index]);
        }
        catch (Exception failure)
        {
            failures[index] = failure;
        }
    }

    // Islands with as many contacts are put together, so that those in the air do not wait for those on the ground.
    private readonly record struct Entry(ulong Pattern, int Contacts, int Index, Island Island)
    {
        public static int Order(in Entry a, in Entry b) => a.Pattern != b.Pattern ? a.Pattern.CompareTo(b.Pattern)
            : a.Contacts != b.Contacts ? a.Contacts.CompareTo(b.Contacts)
            : a.Index.CompareTo(b.Index);
    }
}
