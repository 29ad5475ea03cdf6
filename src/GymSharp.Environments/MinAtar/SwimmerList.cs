using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>What swims in the sea, in order of appearance.</summary>
/// <remarks>
/// The original takes things out of its lists by value: where two are equal in every field the earlier one goes, and
/// the later one moves down by one place, so that a walk from the end meets it a second time. That is part of the game.
/// </remarks>
internal sealed class SwimmerList
{
    private const int MostSaved = 1 << 16;

    // In Seaquest at most 61 of a kind are alive at once; the array grows all the same.
    private Swimmer[] items = new Swimmer[64];

    public int Count { get; private set; }

    public ref Swimmer this[int index] => ref items[index];

    public ReadOnlySpan<Swimmer> AsSpan() => items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(Swimmer swimmer)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = swimmer;
    }

    /// <summary>Takes out the first element equal to the one at an index.</summary>
    /// <returns>Where the element that stood at the index stands now, or -1 when it is gone.</returns>
    public int RemoveFirstLike(int index)
    {
        Swimmer model = items[index];
        int first = 0;
        while (items[first] != model)
        {
            first++;
        }

        RemoveAt(first);
        return first == index ? -1 : index - 1;
    }

    /// <summary>Takes out the first element at a cell.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveFirstAt(int x, int y)
    {
        for (int i = 0; i < Count; i++)
        {
            if (items[i].IsAt(x, y))
            {
                RemoveAt(i);
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something swims against a heading in a row.</summary>
    public bool HasOncoming(int y, int heading)
    {
        foreach (ref readonly Swimmer other in AsSpan())
        {
            if (other.Y == y && other.Heading != heading)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads or writes the list.</summary>
    /// <param name="sync">Where to read from or write to.</param>
    /// <param name="longestWait">The largest <see cref="Swimmer.Wait"/> there can be.</param>
    /// <param name="longestReload">The largest <see cref="Swimmer.Reload"/> there can be.</param>
    public void SyncState(StateSync sync, int longestWait, int longestReload)
    {
        int count = sync.SyncLength(Count, 5 * sizeof(int));
        if (count > MostSaved)
        {
            throw new StateFormatException($"The saved state is damaged: {count} things cannot swim in one sea.");
        }

        if (count > items.Length)
        {
            Array.Resize(ref items, count);
        }

        Count = count;
        foreach (ref Swimmer swimmer in items.AsSpan(0, count))
        {
            (int x, int y, int heading, int wait, int reload) = swimmer;
            sync.Cell(ref x);
            sync.Range(ref y, 0, MinAtarGame.Size - 2);
            sync.Sign(ref heading);
            sync.Range(ref wait, 0, longestWait);
            sync.Range(ref reload, 0, longestReload);
            swimmer = new Swimmer(x, y, heading, wait, reload);
        }
    }

    private void RemoveAt(int index)
    {
        Count--;
        items.AsSpan(index + 1, Count - index).CopyTo(items.AsSpan(index));
    }
}
