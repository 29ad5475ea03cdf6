using System.Numerics;

namespace GymSharp.Randomness;

/// <content>Integers, choices and permutations; all by masked rejection.</content>
public sealed partial class LegacyRng
{
    /// <summary>A uniform integer in [0, <paramref name="high"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public long RandInt(long high) => RandInt(0, high);

    /// <summary>
    /// A uniform integer in [<paramref name="low"/>, <paramref name="high"/>), drawn as NumPy does for <c>int64</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    public long RandInt(long low, long high)
    {
        RequireOrder(low, high, low < high);
        return low + (long)NextMasked((ulong)(high - low) - 1);
    }

    /// <summary>Fills an array with what as many calls of <see cref="RandInt(long, long)"/> give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    public void RandInt(long low, long high, Span<long> destination)
    {
        RequireOrder(low, high, low < high);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = low + (long)NextMasked((ulong)(high - low) - 1);
        }
    }

    /// <summary>A uniform integer in [<paramref name="low"/>, <paramref name="high"/>], both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    public long RandomIntegers(long low, long high)
    {
        RequireOrder(low, high, low <= high);
        return low + (long)NextMasked((ulong)(high - low));
    }

    /// <summary>One index, uniform in [0, <paramref name="populationSize"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The population is empty.</exception>
    public long Choice(long populationSize)
    {
        Choosing.RequirePopulation(populationSize, size: 1, replace: true);
        return RandInt(0, populationSize);
    }

    /// <summary>One index, with the given probability each.</summary>
    /// <param name="probabilities">Non-negative numbers whose sum is 1, up to 1.5e-8.</param>
    /// <exception cref="ArgumentException">Empty, negative, not a number, or a sum that is not 1.</exception>
    public int Choice(ReadOnlySpan<double> probabilities)
    {
        double total = Choosing.RequireProbabilities(probabilities);
        return Choosing.Select(probabilities, total, Rand());
    }

    /// <summary>Several indices of a population; the same branches as NumPy's <c>choice</c>.</summary>
    /// <param name="populationSize">Indices are in [0, <paramref name="populationSize"/>).</param>
    /// <param name="size">How many to choose, zero or more.</param>
    /// <param name="replace">Whether an index can be chosen again.</param>
    /// <param name="probabilities">One per index, sum 1; empty for equal ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or an empty population.</exception>
    /// <exception cref="ArgumentException">
    /// More than there are without replacement, or probabilities that do not fit.
    /// </exception>
    public long[] Choice(
        long populationSize, int size, bool replace = true, ReadOnlySpan<double> probabilities = default)
    {
        Choosing.RequirePopulation(populationSize, size, replace);
        if (!probabilities.IsEmpty)
        {
            Choosing.RequireLength(populationSize, probabilities.Length);
            Choosing.RequireProbabilities(probabilities);
            return replace ? ChooseWeighted(size, probabilities) : ChooseWeightedDistinct(size, probabilities);
        }

        if (!replace)
        {
            return Permutation(populationSize)[..size];
        }

        long[] chosen = new long[size];
        if (size > 0)
        {
            RandInt(0, populationSize, chosen);
        }

        return chosen;
    }

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
            int j = (int)NextMasked((ulong)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static void RequireOrder(long low, long high, bool ordered)
    {
        if (!ordered)
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), high, $"No integer to draw: the bounds are in the wrong order, low is {low}.");
        }
    }

    private long[] ChooseWeighted(int size, ReadOnlySpan<double> probabilities)
    {
        double[] cumulative = new double[probabilities.Length];
        Choosing.Accumulate(probabilities, cumulative);
        long[] chosen = new long[size];
        for (int i = 0; i < size; i++)
        {
            chosen[i] = Choosing.FirstAbove(cumulative, Rand());
        }

        return chosen;
    }

    private long[] ChooseWeightedDistinct(int size, ReadOnlySpan<double> probabilities)
    {
        DistinctChoice choice = new(size, probabilities);
        while (choice.Missing > 0)
        {
            Span<double> targets = choice.NextRound();
            Rand(targets);
            choice.Take(targets);
        }

        return choice.Chosen;
    }

    // Uniform in [0, maximum]: words are masked, and drawn again while too large.
    private ulong NextMasked(ulong maximum)
    {
        if (maximum == 0)
        {
            return 0;
        }

        ulong mask = ulong.MaxValue >> BitOperations.LeadingZeroCount(maximum);
        ulong value;
        do
        {
            value = (maximum <= uint.MaxValue ? NextUInt32() : NextUInt64()) & mask;
        }
        while (value > maximum);
        return value;
    }
}
