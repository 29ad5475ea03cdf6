using System.Buffers.Binary;
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
    private readonly StateMedium medium;

    private StateSync(StateMedium medium, bool isReading)
    {
        this.medium = medium;
        IsReading = isReading;
    }

    /// <summary>Whether fields are being read; otherwise they are being written.</summary>
    public bool IsReading { get; }

    /// <summary>Starts writing to memory.</summary>
    public static StateSync ForWriting() => new(new MemoryMedium(), isReading: false);

    /// <summary>
    /// Writes what <see cref="ToArray"/> would give, without keeping it in memory: for states of gigabytes.
    /// </summary>
    /// <param name="stream">Receives the bytes.</param>
    /// <param name="length">How many, as <see cref="Measure"/> gave it.</param>
    /// <param name="state">Writes the state, as long as when it was measured.</param>
    /// <exception cref="InvalidOperationException">It wrote more than was measured, or less.</exception>
    public static void Write(Stream stream, long length, Action<StateSync> state)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(state);
        StreamWriting medium = new(stream, length - sizeof(ulong));
        state(new(medium, isReading: false));
        medium.Finish();
    }

    /// <summary>Bytes that <see cref="Write"/> takes for a state, its checksum among them.</summary>
    /// <param name="state">Writes the state.</param>
    public static long Measure(Action<StateSync> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CountingMedium medium = new();
        state(new(medium, isReading: false));
        return medium.Position + sizeof(ulong);
    }

    /// <summary>Starts reading bytes that <see cref="ToArray"/> gave.</summary>
    /// <exception cref="StateFormatException">A byte was changed, or some are missing.</exception>
    public static StateSync ForReading(ReadOnlySpan<byte> state)
    {
        if (state.Length < sizeof(ulong)
            || BinaryPrimitives.ReadUInt64LittleEndian(state[^sizeof(ulong)..])
                != StateChecksum.Of(state[..^sizeof(ulong)]))
        {
            throw new StateFormatException(
                "The saved state is damaged: its checksum is wrong. Use the bytes exactly as SaveState gave them.");
        }

        return new(new MemoryMedium(state[..^sizeof(ulong)].ToArray()), isReading: true);
    }

    /// <summary>
    /// Starts reading what <see cref="Write"/> wrote. The checksum, its last eight bytes, stays unread: whoever keeps
    /// states of gigabytes checks them before the first number is taken over, as checkpoints do.
    /// </summary>
    /// <param name="stream">Stands where the state begins.</param>
    /// <param name="length">Bytes of the state, its checksum among them.</param>
    /// <exception cref="StateFormatException">They are too few for any state.</exception>
    public static StateSync ForReading(Stream stream, long length)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return length >= sizeof(ulong)
            ? new(new StreamReading(stream, length - sizeof(ulong)), isReading: true)
            : throw new StateFormatException($"A saved state has {sizeof(ulong)} bytes at least, got {length}.");
    }

    /// <summary>What has been written to memory so far, and its checksum.</summary>
    /// <exception cref="InvalidOperationException">Nothing is written to memory.</exception>
    public byte[] ToArray()
    {
        if (IsReading || medium is not MemoryMedium memory)
        {
            throw new InvalidOperationException(
                $"Only what {nameof(ForWriting)} started keeps its bytes in memory.");
        }

        ReadOnlySpan<byte> written = memory.Written;
        byte[] state = new byte[written.Length + sizeof(ulong)];
        written.CopyTo(state);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(written.Length), StateChecksum.Of(written));
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

        // As bytes, a span of numbers may be longer than a span can be.
        int most = int.MaxValue / Unsafe.SizeOf<T>();
        while (!values.IsEmpty)
        {
            Span<T> part = values[..Math.Min(values.Length, most)];
            SyncBytes(MemoryMarshal.AsBytes(part));
            values = values[part.Length..];
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
        if (IsReading && (length < 0 || (long)length * elementSize > medium.Remaining))
        {
            throw new StateFormatException(
                $"The saved state is damaged: it announces {length} elements "
                + $"where {medium.Remaining} bytes remain.");
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
        if (IsReading && medium.Remaining != 0)
        {
            throw new StateFormatException(
                $"The saved state has {medium.Remaining} bytes too many. "
                + "Restore it into an environment made with the same id, arguments and wrappers.");
        }
    }

    private void SyncBytes(Span<byte> bytes)
    {
        if (IsReading)
        {
            medium.Read(bytes);
        }
        else
        {
            medium.Write(bytes);
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
}
