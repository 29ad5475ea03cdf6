using System.Globalization;
using System.Numerics;

namespace GymSharp.Randomness;

/// <summary>Cuts seeds of any size into 32-bit words, least significant first.</summary>
internal static class SeedWords
{
    public static uint[] Of(BigInteger seed)
    {
        RefuseNegative(seed);
        if (seed.IsZero)
        {
            return [0];
        }

        int count = seed.GetByteCount(isUnsigned: true);
        byte[] bytes = new byte[(count + 3) / 4 * 4];
        seed.TryWriteBytes(bytes, out _, isUnsigned: true);
        uint[] words = new uint[bytes.Length / 4];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * i));
        }

        return words;
    }

    public static uint[] Of(IReadOnlyList<BigInteger> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        List<uint> words = [];
        foreach (BigInteger seed in seeds)
        {
            words.AddRange(Of(seed));
        }

        return [.. words];
    }

    public static BigInteger ToInteger(ReadOnlySpan<uint> words)
    {
        BigInteger value = BigInteger.Zero;
        for (int i = words.Length - 1; i >= 0; i--)
        {
            value = (value << 32) | words[i];
        }

        return value;
    }

    private static void RefuseNegative(BigInteger seed)
    {
        if (seed.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(seed),
                seed.ToString(CultureInfo.InvariantCulture),
                "A seed is a non-negative integer of any size; use 0 or greater.");
        }
    }
}
