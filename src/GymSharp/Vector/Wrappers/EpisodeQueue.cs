using GymSharp.State;

namespace GymSharp.Vector.Wrappers;

/// <summary>The last so many numbers, oldest first.</summary>
internal sealed class EpisodeQueue<T>(int capacity)
    where T : unmanaged
{
    private readonly Queue<T> values = new(capacity);

    /// <summary>The numbers, oldest first.</summary>
    public IReadOnlyCollection<T> Values => values;

    /// <summary>Adds a number, in place of the oldest when there is no room.</summary>
    public void Add(T value)
    {
        if (values.Count == capacity)
        {
            values.Dequeue();
        }

        values.Enqueue(value);
    }

    /// <summary>Reads or writes the numbers.</summary>
    public void SyncState(StateSync sync)
    {
        T[] all = [.. values];
        sync.Sync(ref all);
        if (sync.IsReading)
        {
            values.Clear();
            foreach (T value in all)
            {
                values.Enqueue(value);
            }
        }
    }
}
