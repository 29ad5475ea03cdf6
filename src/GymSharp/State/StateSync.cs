using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using GymSharp.Randomness;

namespace GymSharp.State;

/// <summary>
/// Reads or writes an object's fields through one method, so that saving and loading cannot drift apart.
/// </summary>
/// <remarks>Values are stored little-endian, one after the other. A count precedes what has no fixed length.</remarks>
public sealed class StateSync
{
    private const int MaximumLength = 1 << 30;
    private byte[] buffer;
    private int position;

    private StateSync(byte[] buffer, bool isReading)
    {
        this.buffer = buffer;
        IsReading = isReading;
    }

    /// <summary>Whether fields are being read; otherwise they are being written.</summary>
    public bool IsReading { get; }

    /// <summary>Starts writing.</summary>
    public static StateSync ForWriting() => new(new byte[256], isReading: false);

    /// <summary>Starts reading bytes that <see cref="ToArray"/> gave.</summary>
    /// <exception cref="StateFormatException">A byte was changed, or some are missing.</exception>
    public static StateSync ForReading(ReadOnlySpan<byte> state)
    {
        if (state.Length < sizeof(ulong)
            || BinaryPrimitives.ReadUInt64LittleEndian(state[^sizeof(ulong)..]) != Checksum(state[..^sizeof(ulong)]))
        {
            throw new StateFormatException(
                "The saved state is damaged: its checksum is wrong. Use the bytes exactly as SaveState gave them.");
        }

        return new(state[..^sizeof(ulong)].ToArray(), isReading: true);
    }

    /// <summary>What has been written so far, and its checksum.</summary>
    public byte[] ToArray()
    {
        byte[] state = new byte[position + sizeof(ulong)];
        buffer.AsSpan(0, position).CopyTo(state);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(position), Checksum(state.AsSpan(0, position)));
        return state;
    }

    /// <summary>Reads or writes a value without references.</summary>
    public void Sync<T>(ref T value)
        where T : unmanaged => Sync(MemoryMarshal.CreateSpan(ref value, 1));

    /// <summary>Reads or writes the elements of memory whose length does not change.</summary>
    public void Sync<T>(Span<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new NotSupportedException("State is saved little-endian; this processor is not.");
        }

        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        if (IsReading)
        {
            Take(bytes.Length).CopyTo(bytes);
        }
        else
        {
            Room(bytes.Length);
            bytes.CopyTo(buffer.AsSpan(position));
            position += bytes.Length;
        }
    }

    /// <summary>Reads or writes an array; reading keeps the present array when its length is right.</summary>
    public void Sync<T>(ref T[] values)
        where T : unmanaged
    {
        int length = SyncLength(values?.Length ?? 0, Unsafe.SizeOf<T>());
        if (values is null || values.Length != length)
        {
            values = new T[length];
        }

        Sync(values.AsSpan());
    }

    /// <summary>Reads or writes text that may be null.</summary>
    public void Sync(ref string? text)
    {
        bool isNull = text is null;
        Sync(ref isNull);
        if (isNull)
        {
            text = null;
            return;
        }

        byte[] bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Sync(ref bytes);
        text = Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads or writes a generator's state.</summary>
    public void Sync(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Span<byte> bytes = stackalloc byte[Rng.SerializedLength];
        if (IsReading)
        {
            Sync(bytes);
            try
            {
                rng.RestoreFrom(bytes);
            }
            catch (ArgumentException error)
            {
                throw new StateFormatException("The saved state of the random generator is damaged.", error);
            }
        }
        else
        {
            rng.WriteTo(bytes);
            Sync(bytes);
        }
    }

    /// <summary>Reads or writes the state of a NumPy <c>RandomState</c>.</summary>
    public void Sync(LegacyRng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        byte[] bytes = new byte[LegacyRng.SerializedLength];
        if (!IsReading)
        {
            rng.WriteTo(bytes);
        }

        Sync(bytes.AsSpan());
        if (IsReading)
        {
            Restore(rng, bytes);
        }
    }

    /// <summary>Reads or writes a count that is known to be small; guards against damaged input.</summary>
    /// <param name="length">The present count, which is written.</param>
    /// <param name="elementSize">Bytes that each element needs at least, to refuse counts that cannot be true.</param>
    /// <returns>The count, read or written.</returns>
    public int SyncLength(int length, int elementSize = 1)
    {
        Sync(ref length);
        if (IsReading && (length < 0 || (long)length * elementSize > Math.Min(MaximumLength, buffer.Length - position)))
        {
            throw new StateFormatException(
                $"The saved state is damaged: it announces {length} elements "
                + $"where {buffer.Length - position} bytes remain.");
        }

        return length;
    }

    /// <summary>Writes a name, or checks that the same name was written here.</summary>
    /// <exception cref="StateFormatException">Another name stands here.</exception>
    public void Marker(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        uint expected = Hash(name);
        uint found = expected;
        Sync(ref found);
        if (found != expected)
        {
            throw new StateFormatException(
                $"The saved state does not belong to a {name}, or it is damaged. "
                + "Restore it into an environment made with the same id, arguments and wrappers.");
        }
    }

    /// <summary>Checks that everything was read.</summary>
    /// <exception cref="StateFormatException">Bytes remain.</exception>
    public void ExpectEnd()
    {
        if (IsReading && position != buffer.Length)
        {
            throw new StateFormatException(
                $"The saved state has {buffer.Length - position} bytes too many. "
                + "Restore it into an environment made with the same id, arguments and wrappers.");
        }
    }

    private static void Restore(LegacyRng rng, byte[] bytes)
    {
        try
        {
            rng.RestoreFrom(bytes);
        }
        catch (ArgumentException inner)
        {
            throw new StateFormatException("The saved state is damaged: it holds no state of a generator here.", inner);
        }
    }

    // FNV-1a: a fixed function of the name, unlike string.GetHashCode.
    private static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char letter in name)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash;
    }

    // Multiply and rotate, eight bytes at a time: every changed bit changes the result, and it costs little beside the
    // copy.
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft(
                (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0xD6E8FEB86659FD93UL, 29);
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte one in bytes)
        {
            hash = BitOperations.RotateLeft((hash ^ one) * 0xD6E8FEB86659FD93UL, 29);
        }

        return hash;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (buffer.Length - position < count)
        {
            throw new StateFormatException(
                $"The saved state ends too early: {count} bytes were expected at {position}, "
                + $"{buffer.Length - position} remain.");
        }

        position += count;
        return buffer.AsSpan(position - count, count);
    }

    private void Room(int count)
    {
        if (buffer.Length - position < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, position + count));
        }
    }
}
