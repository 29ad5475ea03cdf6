using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GymSharp.Learning.Runs;

/// <summary>The bytes of a checkpoint: a mark, a version, the payload's length, the payload, and its SHA-256.</summary>
public static class CheckpointFile
{
    private const int Version = 2;
    private const int HeaderLength = 20;

    private static ReadOnlySpan<byte> Mark => "GYMSHARP"u8;

    /// <summary>Wraps a payload.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> payload)
    {
        byte[] file = new byte[HeaderLength + payload.Length + SHA256.HashSizeInBytes];
        Mark.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), payload.Length);
        payload.CopyTo(file.AsSpan(HeaderLength));
        SHA256.HashData(file.AsSpan(0, HeaderLength + payload.Length), file.AsSpan(HeaderLength + payload.Length));
        return file;
    }

    /// <summary>Takes the payload out and checks it.</summary>
    /// <exception cref="RunFormatException">The bytes are not a whole checkpoint of this version.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength + SHA256.HashSizeInBytes || !file[..8].SequenceEqual(Mark))
        {
            throw new RunFormatException("The file is not a checkpoint, or only its beginning is there.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version != Version)
        {
            throw new RunFormatException(
                $"The checkpoint has version {version}; this program reads version {Version}.");
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(file[12..]);
        if (length != file.Length - HeaderLength - SHA256.HashSizeInBytes)
        {
            throw new RunFormatException(
                $"The checkpoint announces {length} bytes "
                + $"and holds {file.Length - HeaderLength - SHA256.HashSizeInBytes}.");
        }

        ReadOnlySpan<byte> body = file[..^SHA256.HashSizeInBytes];
        return SHA256.HashData(body).AsSpan().SequenceEqual(file[^SHA256.HashSizeInBytes..])
            ? body[HeaderLength..].ToArray()
            : throw new RunFormatException("The checkpoint's checksum is wrong: bytes have changed on the disk.");
    }
}
