using System.Runtime.InteropServices;

namespace GymSharp.Randomness;

/// <summary>Splits 32-bit words into pieces of 1, 8 or 16 bits, lowest bits first, for one call.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct WordPieces
{
    private uint word;
    private int left;

    public uint Next(Rng rng, int bits)
    {
        if (left == 0)
        {
            word = rng.NextUInt32();
            left = 32 / bits;
        }
        else
        {
            word >>= bits;
        }

        left--;
        return word & ((1u << bits) - 1);
    }

    /// <summary>Lemire's method in a narrow width; uniform in [0, <paramref name="range"/>], both included.</summary>
    public uint NextBounded(Rng rng, uint range, int bits)
    {
        if (range == 0)
        {
            return 0;
        }

        uint mask = (1u << bits) - 1;
        if (range == mask)
        {
            return Next(rng, bits);
        }

        uint count = range + 1;
        uint product = Next(rng, bits) * count;
        if ((product & mask) < count)
        {
            uint threshold = (mask - range) % count;
            while ((product & mask) < threshold)
            {
                product = Next(rng, bits) * count;
            }
        }

        return product >> bits;
    }
}
