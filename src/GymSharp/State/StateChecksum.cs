using System.Buffers.Binary;
using System.Numerics;

namespace GymSharp.State;

/// <summary>
/// The checksum of a saved state, piece by piece. Multiply and rotate, eight bytes at a time: every changed bit changes
/// the result, and it costs little beside the copy.
/// </summary>
/// <param name="length">Bytes of all pieces together.</param>
internal struct StateChecksum(long length)
{
    private const ulong Factor = 0xD6E8FEB86659FD93UL;
    private const int Turn = 29;

    /// <summary>The checksum of the pieces so far.</summary>
    public ulong Value { get; private set; } = 0x9E3779B97F4A7C15UL ^ (ulong)length;

    /// <summary>The checksum of a whole state.</summary>
    public static ulong Of(ReadOnlySpan<byte> state)
    {
        StateChecksum checksum = new(state.Length);
        checksum.Add(state);
        return checksum.Value;
    }

    /// <summary>Adds a piece; all but the last have a multiple of eight bytes.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        ulong hash = Value;
        while (piece.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(piece)) * Factor, Turn);
            piece = piece[sizeof(ulong)..];
        }

        foreach (byte one in piece)
        {
            hash = BitOperations.RotateLeft((hash ^ one) * Factor, Turn);
        }

        Value = hash;
    }
}
