namespace GymSharp.Randomness;

/// <content>Choosing several from a population.</content>
public sealed partial class Rng
{
    /// <summary>Several indices of a population; the same branches as NumPy's <c>choice</c>.</summary>
    /// <param name="populationSize">Indices are in [0, <paramref name="populationSize"/>).</param>
    /// <param name="size">How many to choose, zero or more.</param>
    /// <param name="replace">Whether an index can be chosen again.</param>
    /// <param name="probabilities">One per index, sum 1; empty for equal ones.</param>
    /// <param name="shuffle">
    /// Whether the order is random too when drawing without replacement and without probabilities.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or an empty population.</exception>
    /// <exception cref="ArgumentException">
    /// More than there are without replacement, or probabilities that do not fit.
    /// </exception>
    public long[] Choice(
        long populationSize,
        int size,
        bool replace = true,
        ReadOnlySpan<double> probabilities = default,
        bool shuffle = true)
    {
        Choosing.RequirePopulation(populationSize, size, replace);
        if (!probabilities.IsEmpty)
        {
            Choosing.RequireLength(populationSize, probabilities.Length);
            Choosing.RequireProbabilities(probabilities);
            return replace
                ? ChooseWeighted(size, probabilities)
                : ChooseWeightedDistinct(size, probabilities);
        }

        if (replace)
        {
            long[] chosen = new long[size];
            for (int i = 0; i < size; i++)
            {
                chosen[i] = (long)NextBounded((ulong)(populationSize - 1));
            }

            return chosen;
        }

        return populationSize > 10000 && size > populationSize / (shuffle ? 50 : 20)
            ? ChooseTail(populationSize, size)
            : ChooseFloyd(populationSize, size, shuffle);
    }

    private long[] ChooseWeighted(int size, ReadOnlySpan<double> probabilities)
    {
        double[] cumulative = new double[probabilities.Length];
        Choosing.Accumulate(probabilities, cumulative);
        long[] chosen = new long[size];
        for (int i = 0; i < size; i++)
        {
            chosen[i] = Choosing.FirstAbove(cumulative, Random());
        }

        return chosen;
    }

    private long[] ChooseWeightedDistinct(int size, ReadOnlySpan<double> probabilities)
    {
        DistinctChoice choice = new(size, probabilities);
        while (choice.Missing > 0)
        {
            Span<double> targets = choice.NextRound();
            Random(targets);
            choice.Take(targets);
        }

        return choice.Chosen;
    }

    // The last entries after Fisher and Yates have been at work on them.
    private long[] ChooseTail(long populationSize, int size)
    {
        long[] order = Choosing.Range(populationSize);
        int first = Math.Max(order.Length - size, 1);
        ShuffleBounded(order, first);
        return order[^size..];
    }

    // Robert Floyd's method, in Jon Bentley, "Programming Pearls: A Sample of Brilliance" (1987).
    private long[] ChooseFloyd(long populationSize, int size, bool shuffle)
    {
        long[] chosen = new long[size];
        HashSet<long> taken = new(size);
        for (int i = 0; i < size; i++)
        {
            long last = populationSize - size + i;
            long index = (long)NextBounded((ulong)last);
            if (!taken.Add(index))
            {
                index = last;
                taken.Add(index);
            }

            chosen[i] = index;
        }

        if (shuffle)
        {
            ShuffleBounded(chosen, first: 1);
        }

        return chosen;
    }

    // Unlike Shuffle this draws by Lemire's method, as NumPy does inside choice.
    private void ShuffleBounded(Span<long> items, int first)
    {
        for (int i = items.Length - 1; i >= first; i--)
        {
            int j = (int)NextBounded((ulong)i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
