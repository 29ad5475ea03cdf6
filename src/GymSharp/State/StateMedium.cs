using System.Buffers.Binary;

namespace GymSharp.State;

/// <summary>Where the bytes of a state come from or go to; each is used in one direction.</summary>
internal abstract class StateMedium
{
    /// <summary>Bytes read or written so far.</summary>
    public long Position { get; protected set; }

    /// <summary>Bytes that can still be read.</summary>
    public abstract long Remaining { get; }

    /// <summary>Fills a span.</summary>
    /// <exception cref="StateFormatException">There are not as many bytes.</exception>
    public void Read(Span<byte> bytes)
    {
        if (Remaining < bytes.Length)
        {
            throw new StateFormatException(
                $"The saved state ends too early: {bytes.Length} bytes were expected at {Position}, "
                + $"{Remaining} remain.");
        }

        Take(bytes);
        Position += bytes.Length;
    }

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Append(bytes);
        Position += bytes.Length;
    }

    protected virtual void Take(Span<byte> bytes) => throw new NotSupportedException("This state is being written.");

    protected virtual void Append(ReadOnlySpan<byte> bytes) =>
        throw new NotSupportedException("This state is being read.");
}

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryMedium(byte[]? state = null) : StateMedium
{
    private byte[] buffer = state ?? new byte[256];

    public override long Remaining => buffer.Length - Position;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, (int)Position);

    protected override void Take(Span<byte> bytes) => buffer.AsSpan((int)Position, bytes.Length).CopyTo(bytes);

    protected override void Append(ReadOnlySpan<byte> bytes)
    {
        if (Remaining < bytes.Length)
        {
            long needed = Position + bytes.Length;
            Array.Resize(ref buffer, checked((int)Math.Max(needed, Math.Min(2L * buffer.Length, Array.MaxLength))));
        }

        bytes.CopyTo(buffer.AsSpan((int)Position));
    }
}

/// <summary>Counts what would be written.</summary>
internal sealed class CountingMedium : StateMedium
{
    public override long Remaining => 0;

    protected override void Append(ReadOnlySpan<byte> bytes)
    {
    }
}

/// <summary>Writes to a stream, with a checksum at the end.</summary>
/// <param name="stream">The stream.</param>
/// <param name="length">Bytes to be written, which the checksum begins with.</param>
internal sealed class StreamWriting(Stream stream, long length) : StateMedium
{
    // A multiple of eight, as the checksum wants; what is as large is not copied.
    private readonly byte[] window = new byte[1 << 16];
    private StateChecksum checksum = new(length);
    private int filled;

    public override long Remaining => 0;

    /// <summary>Writes what is left, and the checksum.</summary>
    /// <exception cref="InvalidOperationException">Not as much was written as was announced.</exception>
    public void Finish()
    {
        if (Position != length)
        {
            throw new InvalidOperationException(
                $"The state had {length} bytes when it was measured and {Position} when it was written. A method that "
                + "syncs state must not change it.");
        }

        Flush();
        Span<byte> end = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(end, checksum.Value);
        stream.Write(end);
    }

    protected override void Append(ReadOnlySpan<byte> bytes)
    {
        int part = Math.Min(bytes.Length, window.Length - filled);
        bytes[..part].CopyTo(window.AsSpan(filled));
        filled += part;
        bytes = bytes[part..];
        if (filled < window.Length)
        {
            return;
        }

        Flush();
        int whole = bytes.Length / window.Length * window.Length;
        Put(bytes[..whole]);
        bytes = bytes[whole..];
        bytes.CopyTo(window);
        filled = bytes.Length;
    }

    private void Flush()
    {
        Put(window.AsSpan(0, filled));
        filled = 0;
    }

    // Piece by piece, since streams that change what they are given make room for as much.
    private void Put(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> piece = bytes[..Math.Min(bytes.Length, window.Length)];
            checksum.Add(piece);
            stream.Write(piece);
            bytes = bytes[piece.Length..];
        }
    }
}

/// <summary>Reads from a stream.</summary>
/// <param name="stream">Stands where the state begins; nothing is read beyond its end.</param>
/// <param name="length">Bytes of the state.</param>
internal sealed class StreamReading(Stream stream, long length) : StateMedium
{
    private readonly byte[] window = new byte[(int)Math.Min(length, 1 << 16)];
    private int begin;
    private int end;
    private long left = length;

    public override long Remaining => left + end - begin;

    protected override void Take(Span<byte> bytes)
    {
        int part = Math.Min(bytes.Length, end - begin);
        window.AsSpan(begin, part).CopyTo(bytes);
        begin += part;
        bytes = bytes[part..];
        if (bytes.Length >= window.Length)
        {
            Fill(bytes);
        }
        else if (!bytes.IsEmpty)
        {
            end = (int)Math.Min(window.Length, left);
            Fill(window.AsSpan(0, end));
            window.AsSpan(0, bytes.Length).CopyTo(bytes);
            begin = bytes.Length;
        }
    }

    private void Fill(Span<byte> bytes)
    {
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException error)
        {
            throw new StateFormatException("The saved state ends too early: the file is shorter than it says.", error);
        }

        left -= bytes.Length;
    }
}
