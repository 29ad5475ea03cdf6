using System.Buffers.Binary;
using System.Security.Cryptography;
using GymSharp.State;

namespace GymSharp.Learning.Runs;

/// <summary>
/// The bytes of a checkpoint: a mark, a version, the state's length, the state, and the SHA-256 of all that. They go to
/// a stream and come from one piece by piece: a memory of pictures has gigabytes.
/// </summary>
public static class CheckpointFile
{
    private const int Version = 2;
    private const int HeaderLength = 20;

    private static ReadOnlySpan<byte> Mark => "GYMSHARP"u8;

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="stream">Receives it.</param>
    /// <param name="state">Writes the state. It is called twice, and writes as much both times.</param>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void Write(Stream stream, Action<StateSync> state)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long length = StateSync.Measure(state);
        using SHA256 hash = SHA256.Create();
        using (CryptoStream hashed = new(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            Span<byte> header = stackalloc byte[HeaderLength];
            Mark.CopyTo(header);
            BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
            BinaryPrimitives.WriteInt64LittleEndian(header[12..], length);
            hashed.Write(header);
            StateSync.Write(hashed, length, state);
        }

        stream.Write(hash.Hash);
    }

    /// <summary>Checks a checkpoint from its first byte to its last, and starts reading its state.</summary>
    /// <param name="stream">The whole of it, and nothing else.</param>
    /// <exception cref="RunFormatException">It is not a whole checkpoint of this version.</exception>
    public static StateSync Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength
            || stream.Length < HeaderLength + SHA256.HashSizeInBytes
            || !header[..8].SequenceEqual(Mark))
        {
            throw new RunFormatException("The file is not a checkpoint, or only its beginning is there.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != Version)
        {
            throw new RunFormatException(
                $"The checkpoint has version {version}; this program reads version {Version}.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        long held = stream.Length - HeaderLength - SHA256.HashSizeInBytes;
        if (length != held)
        {
            throw new RunFormatException($"The checkpoint announces {length} bytes and holds {held}.");
        }

        if (!IsWhole(stream, HeaderLength + length))
        {
            throw new RunFormatException("The checkpoint's checksum is wrong: bytes have changed on the disk.");
        }

        stream.Position = HeaderLength;
        try
        {
            return StateSync.ForReading(stream, length);
        }
        catch (StateFormatException error)
        {
            throw new RunFormatException(error.Message, error);
        }
    }

    private static bool IsWhole(Stream stream, long length)
    {
        stream.Position = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = new byte[1 << 16];
        for (long left = length; left > 0;)
        {
            Span<byte> part = piece.AsSpan(0, (int)Math.Min(left, piece.Length));
            stream.ReadExactly(part);
            hash.AppendData(part);
            left -= part.Length;
        }

        Span<byte> kept = stackalloc byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(kept);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(kept);
    }
}
