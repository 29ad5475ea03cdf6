using System.Numerics;
using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Putting things in random order, after Fisher and Yates, with masked rejection as NumPy does.</content>
public sealed partial class Rng
{
    /// <summary>The numbers from 0 to <paramref name="count"/> - 1 in random order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, or more than an array can hold.</exception>
    public long[] Permutation(long count)
    {
        long[] order = Choosing.Range(count);
        Shuffle<long>(order);
        return order;
    }

    /// <summary>A copy in random order.</summary>
    public T[] Permutation<T>(ReadOnlySpan<T> items)
    {
        T[] order = items.ToArray();
        Shuffle<T>(order);
        return order;
    }

    /// <summary>Puts items in random order, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i >= 1; i--)
        {
            int j = (int)NextMasked((uint)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Puts the rows of a row-major array in random order, in place.</summary>
    /// <param name="items">The array; its length is a multiple of <paramref name="rowLength"/>.</param>
    /// <param name="rowLength">Number of items in a row, 1 or more.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the row's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Rows without items.</exception>
    public void ShuffleRows<T>(Span<T> items, int rowLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowLength);
        if (items.Length % rowLength != 0)
        {
            throw new ArgumentException(
                $"{items.Length} items do not divide into rows of {rowLength}.", nameof(items));
        }

        for (int i = (items.Length / rowLength) - 1; i >= 1; i--)
        {
            int j = (int)NextMasked((uint)i);
            if (i != j)
            {
                SwapRows(items.Slice(i * rowLength, rowLength), items.Slice(j * rowLength, rowLength));
            }
        }
    }

    private static void SwapRows<T>(Span<T> first, Span<T> second)
    {
        for (int i = 0; i < first.Length; i++)
        {
            (first[i], second[i]) = (second[i], first[i]);
        }
    }

    // Uniform in [0, maximum]: whole 32-bit words are masked, and drawn again while too large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint NextMasked(uint maximum)
    {
        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(maximum);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        }
        while (value > maximum);
        return value;
    }
}
