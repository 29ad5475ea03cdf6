using System.Numerics.Tensors;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>Observations by slot, kept as float32 or as bytes, in pages: one array could not hold them all.</summary>
internal sealed class ObservationStore
{
    private readonly int size;
    private readonly int slotsPerPage;
    private readonly float[][] singles;
    private readonly byte[][] bytes;
    private readonly bool asBytes;
    private readonly float scale;

    public ObservationStore(ReplayLayout layout)
    {
        size = layout.ObservationSize;
        slotsPerPage = Math.Max(1, layout.PageLength / size);
        scale = layout.ByteScale;
        asBytes = layout.Storage == ObservationStorage.Byte;
        bytes = asBytes ? Pages<byte>(layout.Slots) : [];
        singles = asBytes ? [] : Pages<float>(layout.Slots);
    }

    public void Write(int slot, ReadOnlySpan<float> observation)
    {
        if (observation.Length != size)
        {
            throw new ArgumentException(
                $"An observation of this buffer has {size} numbers, got {observation.Length}.", nameof(observation));
        }

        if (!asBytes)
        {
            observation.CopyTo(Row(singles, slot));
            return;
        }

        Span<byte> target = Row(bytes, slot);
        float inverse = 1 / scale;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = (byte)((observation[i] * inverse) + 0.5f);
            if (target[i] * scale != observation[i])
            {
                throw new ArgumentException(
                    $"Observations kept as bytes are whole numbers from 0 to 255 times {scale}; number {i} is "
                    + $"{observation[i]}. Keep them as {nameof(ObservationStorage.Single)}.",
                    nameof(observation));
            }
        }
    }

    public void Read(int slot, Span<float> observation)
    {
        if (asBytes)
        {
            TensorPrimitives.ConvertTruncating<byte, float>(Row(bytes, slot), observation);
            if (scale != 1)
            {
                TensorPrimitives.Multiply(observation, scale, observation);
            }
        }
        else
        {
            Row(singles, slot).CopyTo(observation);
        }
    }

    /// <summary>Reads or writes the first slots; the others hold nothing.</summary>
    public void SyncState(StateSync sync, int slots)
    {
        SyncPages(sync, singles, slots);
        SyncPages(sync, bytes, slots);
    }

    private void SyncPages<T>(StateSync sync, T[][] pages, int slots)
        where T : unmanaged
    {
        foreach (T[] page in pages)
        {
            int used = Math.Min(slots, page.Length / size);
            sync.Sync(page.AsSpan(0, used * size));
            slots -= used;
        }
    }

    private T[][] Pages<T>(int slots)
    {
        T[][] pages = new T[(slots + slotsPerPage - 1) / slotsPerPage][];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = new T[Math.Min(slotsPerPage, slots - (i * slotsPerPage)) * size];
        }

        return pages;
    }

    private Span<T> Row<T>(T[][] pages, int slot)
    {
        (int page, int row) = Math.DivRem(slot, slotsPerPage);
        return pages[page].AsSpan(row * size, size);
    }
}
