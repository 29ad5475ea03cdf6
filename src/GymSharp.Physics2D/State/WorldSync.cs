using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Physics2D;

/// <summary>Writes the parts of a world, or reads them back, through the same calls.</summary>
internal sealed class WorldSync
{
    private byte[] bytes;
    private int position;

    public WorldSync() => bytes = new byte[4096];

    public WorldSync(ReadOnlySpan<byte> saved)
    {
        IsReading = true;
        Check(saved.Length >= sizeof(ulong));
        bytes = saved[..^sizeof(ulong)].ToArray();
        Check(BinaryPrimitives.ReadUInt64LittleEndian(saved[^sizeof(ulong)..]) == Checksum(bytes));
    }

    public bool IsReading { get; }

    public bool IsAtEnd => position == bytes.Length;

    /// <summary>What was written, and a checksum.</summary>
    public byte[] ToArray()
    {
        byte[] saved = new byte[position + sizeof(ulong)];
        bytes.AsSpan(0, position).CopyTo(saved);
        BinaryPrimitives.WriteUInt64LittleEndian(saved.AsSpan(position), Checksum(saved.AsSpan(0, position)));
        return saved;
    }

    public void Sync<T>(ref T value)
        where T : unmanaged => Sync(MemoryMarshal.CreateSpan(ref value, 1));

    public T Sync<T>(T value)
        where T : unmanaged
    {
        Sync(ref value);
        return value;
    }

    public void Sync<T>(Span<T> values)
        where T : unmanaged
    {
        Span<byte> raw = MemoryMarshal.AsBytes(values);
        if (IsReading)
        {
            Need(raw.Length);
            bytes.AsSpan(position, raw.Length).CopyTo(raw);
        }
        else
        {
            if (bytes.Length - position < raw.Length)
            {
                Array.Resize(ref bytes, Math.Max(2 * bytes.Length, position + raw.Length));
            }

            raw.CopyTo(bytes.AsSpan(position));
        }

        position += raw.Length;
    }

    /// <summary>A count, which has to fit what is left.</summary>
    /// <param name="count">The count to write.</param>
    /// <param name="size">The least number of bytes of each thing counted.</param>
    public int Count(int count, int size)
    {
        count = Sync(count);
        if (IsReading && (count < 0 || count > (bytes.Length - position) / Math.Max(1, size)))
        {
            throw Damaged();
        }

        return count;
    }

    /// <summary>An array of a length that is saved.</summary>
    public T[] Copy<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        T[] copy = new T[Count(values.Length, Unsafe.SizeOf<T>())];
        if (!IsReading)
        {
            values.CopyTo(copy);
        }

        Sync(copy.AsSpan());
        return copy;
    }

    /// <summary>Refuses what cannot have been saved.</summary>
    public static void Check(bool holds)
    {
        if (!holds)
        {
            throw Damaged();
        }
    }

    public static FormatException Damaged() => new(
        "The saved world is damaged. Use the bytes exactly as World.Save gave them, with the same version.");

    // FNV-1a.
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037UL;
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash;
    }

    private void Need(int length)
    {
        if (bytes.Length - position < length)
        {
            throw Damaged();
        }
    }
}
