using System.Buffers.Binary;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>The checksum of event files: CRC-32C (Castagnoli, RFC 3720), reflected polynomial 0x82F63B78.</summary>
internal static class Crc32C
{
    private const uint Polynomial = 0x82F63B78;
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum as records hold it: rotated and shifted, since a checksum of checksums is weak.</summary>
    public static uint Masked(ReadOnlySpan<byte> data)
    {
        uint sum = Sse42.X64.IsSupported ? ByInstruction(data) : ByTable(data);
        return ((sum >> 15) | (sum << 17)) + 0xA282EAD8;
    }

    /// <summary>The checksum, for processors without an instruction of their own for it.</summary>
    public static uint ByTable(ReadOnlySpan<byte> data)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in data)
        {
            sum = Table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    /// <summary>The checksum by the instruction of SSE 4.2, eight bytes at a time.</summary>
    public static uint ByInstruction(ReadOnlySpan<byte> data)
    {
        ulong sum = uint.MaxValue;
        while (data.Length >= sizeof(ulong))
        {
            sum = Sse42.X64.Crc32(sum, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[sizeof(ulong)..];
        }

        uint rest = (uint)sum;
        foreach (byte value in data)
        {
            rest = Sse42.Crc32(rest, value);
        }

        return ~rest;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
