using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Integers without bias: Daniel Lemire, "Fast Random Integer Generation in an Interval" (2019).</content>
public sealed partial class Rng
{
    /// <summary>
    /// A uniform integer, drawn as NumPy does for <c>int64</c>: a range of at most 2^32 values takes 32-bit words, a
    /// larger one 64-bit words, and a range with one value draws nothing.
    /// </summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The bound above, itself possible only with <paramref name="endpoint"/>.</param>
    /// <param name="endpoint">Whether <paramref name="high"/> itself may be drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Integers(long low, long high, bool endpoint = false)
    {
        if (endpoint ? low > high : low >= high)
        {
            ThrowIntegerRange(low, high, endpoint);
        }

        ulong range = (ulong)(high - low) - (endpoint ? 0UL : 1UL);
        return low + (long)NextBounded(range);
    }

    /// <summary>Fills an array with what as many calls of <c>Integers(low, high, endpoint)</c> give.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The bound above, itself possible only with <paramref name="endpoint"/>.</param>
    /// <param name="destination">Receives the numbers.</param>
    /// <param name="endpoint">Whether <paramref name="high"/> itself may be drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    public void Integers(long low, long high, Span<long> destination, bool endpoint = false)
    {
        if (endpoint ? low > high : low >= high)
        {
            ThrowIntegerRange(low, high, endpoint);
        }

        ulong range = (ulong)(high - low) - (endpoint ? 0UL : 1UL);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = low + (long)NextBounded(range);
        }
    }

    /// <summary>A uniform integer in [0, <paramref name="range"/>], both included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong NextBounded(ulong range)
    {
        if (range < uint.MaxValue)
        {
            return range == 0 ? 0 : NextBounded32((uint)range);
        }

        return NextBounded64(range);
    }

    // The range is below 2^32 - 1, so that the number of values fits 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint NextBounded32(uint range)
    {
        uint count = range + 1;
        ulong product = (ulong)NextUInt32() * count;
        if ((uint)product < count)
        {
            product = Redraw32(product, count);
        }

        return (uint)(product >> 32);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Redraw32(ulong product, uint count)
    {
        uint threshold = (0u - count) % count;
        while ((uint)product < threshold)
        {
            product = (ulong)NextUInt32() * count;
        }

        return product;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NextBounded64(ulong range)
    {
        if (range == uint.MaxValue)
        {
            return NextUInt32();
        }

        if (range == ulong.MaxValue)
        {
            return NextUInt64();
        }

        ulong count = range + 1;
        ulong high = Math.BigMul(NextUInt64(), count, out ulong low);
        if (low < count)
        {
            ulong threshold = (0UL - count) % count;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), count, out low);
            }
        }

        return high;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIntegerRange<T>(T low, T high, bool endpoint) =>
        throw new ArgumentOutOfRangeException(
            nameof(high),
            high,
            endpoint
                ? $"No integer to draw: low <= high is needed when the end point counts, but low is {low}."
                : $"No integer to draw: low < high is needed, but low is {low}.");
}
