using System.Buffers.Binary;
using System.Numerics;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Lists the set bits of masks without a branch, which no processor could predict.</summary>
internal static class LaneList
{
    // For each mask, the numbers of its set bits, one per byte, from the lowest byte up.
    private static readonly ulong[] SetBits = MakeTable();

    /// <summary>Writes the numbers of the set bits of a mask, each increased by an offset.</summary>
    /// <param name="mask">Eight bits.</param>
    /// <param name="offset">Added to each number; sums stay below 256.</param>
    /// <param name="list">Receives eight bytes, of which as many count as bits are set.</param>
    /// <returns>How many bits are set.</returns>
    public static int Append(uint mask, int offset, Span<byte> list)
    {
        ulong numbers = SetBits[mask & 0xFF] + ((ulong)offset * 0x0101010101010101UL);
        BinaryPrimitives.WriteUInt64LittleEndian(list, numbers);
        return BitOperations.PopCount(mask);
    }

    private static ulong[] MakeTable()
    {
        ulong[] table = new ulong[256];
        for (int mask = 0; mask < table.Length; mask++)
        {
            int count = 0;
            for (ulong bit = 0; bit < 8; bit++)
            {
                if (((mask >> (int)bit) & 1) != 0)
                {
                    table[mask] |= bit << (8 * count++);
                }
            }
        }

        return table;
    }
}
