using System.Runtime.Intrinsics;

namespace GymSharp.Atari2600;

/// <summary>The twenty playfield bits, spread over a line: a byte of all ones or none for each pixel.</summary>
internal sealed class Playfield
{
    private const int Half = 80;

    // Eight bits as 32 pixels, bit 7 first, and bit 0 first.
    private static readonly byte[] HighFirst = Spread(7, -1);
    private static readonly byte[] LowFirst = Spread(0, 1);

    private int laid;

    /// <summary>A byte for each of 160 pixels, and some more to load from.</summary>
    public byte[] Pixels { get; } = new byte[192];

    /// <summary>Lays the pixels out, unless they are.</summary>
    /// <param name="bits">The three registers, PF0 first.</param>
    /// <param name="mirrored">Whether the right half mirrors the left one rather than repeating it.</param>
    public void Lay(in PlayfieldBits bits, bool mirrored)
    {
        int wanted = bits.Pf0 | (bits.Pf1 << 8) | (bits.Pf2 << 16) | (mirrored ? 1 << 24 : 0);
        if (wanted == laid)
        {
            return;
        }

        laid = wanted;
        Put(LowFirst, bits.Pf0 >> 4, 0);
        Put(HighFirst, bits.Pf1, 16);
        Put(LowFirst, bits.Pf2, 48);
        if (mirrored)
        {
            Put(HighFirst, bits.Pf2, Half);
            Put(LowFirst, bits.Pf1, Half + 32);
            Put(HighFirst, bits.Pf0 & 0xF0, Half + 64);
        }
        else
        {
            Put(LowFirst, bits.Pf0 >> 4, Half);
            Put(HighFirst, bits.Pf1, Half + 16);
            Put(LowFirst, bits.Pf2, Half + 48);
        }
    }

    // Half a register fills sixteen pixels; the sixteen after it, zeros here, are put next or lie beyond the line.
    private void Put(byte[] table, int bits, int column) =>
        Vector256.LoadUnsafe(ref table[32 * bits]).StoreUnsafe(ref Pixels[column]);

    private static byte[] Spread(int first, int step)
    {
        byte[] table = new byte[256 * 32];
        for (int i = 0; i < table.Length; i++)
        {
            int bit = first + (step * (i % 32 / 4));
            table[i] = (byte)(((i / 32) >> bit & 1) == 0 ? 0 : 0xFF);
        }

        return table;
    }
}
