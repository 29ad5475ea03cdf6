namespace GymSharp.Randomness;

/// <summary>
/// The 32-bit words of MT19937. Makoto Matsumoto and Takuji Nishimura, "Mersenne Twister: A 623-dimensionally
/// equidistributed uniform pseudorandom number generator" (1998); seeding of 2002.
/// </summary>
internal static class MersenneTwister
{
    public const int Length = 624;
    private const int Shift = 397;
    private const uint Matrix = 0x9908b0df;
    private const uint UpperBit = 0x80000000;

    /// <summary>Seeds with one word, as <c>init_genrand</c>.</summary>
    public static void Seed(Span<uint> key, uint seed)
    {
        key[0] = seed;
        for (int i = 1; i < Length; i++)
        {
            key[i] = (1812433253 * (key[i - 1] ^ (key[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>Seeds with any number of words, as <c>init_by_array</c>.</summary>
    public static void Seed(Span<uint> key, ReadOnlySpan<uint> seed)
    {
        Seed(key, 19650218);
        int i = 1;
        int j = 0;
        for (int step = Math.Max(Length, seed.Length); step > 0; step--)
        {
            key[i] = (key[i] ^ (Mixed(key, i) * 1664525)) + seed[j] + (uint)j;
            i = Advance(key, i);
            j = j + 1 == seed.Length ? 0 : j + 1;
        }

        for (int step = Length - 1; step > 0; step--)
        {
            key[i] = (key[i] ^ (Mixed(key, i) * 1566083941)) - (uint)i;
            i = Advance(key, i);
        }

        key[0] = UpperBit;
    }

    /// <summary>Replaces all words by the next ones.</summary>
    public static void Twist(Span<uint> key)
    {
        for (int i = 0; i < Length - Shift; i++)
        {
            key[i] = key[i + Shift] ^ Twisted(key[i], key[i + 1]);
        }

        for (int i = Length - Shift; i < Length - 1; i++)
        {
            key[i] = key[i + Shift - Length] ^ Twisted(key[i], key[i + 1]);
        }

        key[Length - 1] = key[Shift - 1] ^ Twisted(key[Length - 1], key[0]);
    }

    /// <summary>Improves the distribution of one word before it is given out.</summary>
    public static uint Temper(uint word)
    {
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >> 18);
    }

    private static uint Twisted(uint upper, uint lower)
    {
        uint joined = (upper & UpperBit) | (lower & ~UpperBit);
        return (joined >> 1) ^ ((0u - (joined & 1)) & Matrix);
    }

    private static uint Mixed(Span<uint> key, int i) => key[i - 1] ^ (key[i - 1] >> 30);

    private static int Advance(Span<uint> key, int i)
    {
        if (i + 1 < Length)
        {
            return i + 1;
        }

        key[0] = key[Length - 1];
        return 1;
    }
}
