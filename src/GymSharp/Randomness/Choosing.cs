namespace GymSharp.Randomness;

/// <summary>What the two generators share when they choose.</summary>
internal static class Choosing
{
    // NumPy accepts sums this far from 1: the square root of the spacing of float64 at 1.
    private const double SumTolerance = 1.4901161193847656e-08;

    /// <summary>Refuses what are not probabilities with sum 1.</summary>
    /// <returns>Their sum, added from left to right.</returns>
    public static double RequireProbabilities(ReadOnlySpan<double> probabilities)
    {
        if (probabilities.IsEmpty)
        {
            throw new ArgumentException(
                "There is nothing to choose from; give 1 or more probabilities.", nameof(probabilities));
        }

        double total = 0.0;
        bool negative = false;
        foreach (double probability in probabilities)
        {
            negative |= probability < 0.0;
            total += probability;
        }

        // So few terms, so near to 1: the compensated sum below would pass as well.
        if (negative || probabilities.Length > 100_000 || !(Math.Abs(total - 1.0) <= 1e-8))
        {
            RequireSum(probabilities, negative);
        }

        return total;
    }

    /// <summary>Refuses sizes that cannot be.</summary>
    public static void RequirePopulation(long populationSize, int size, bool replace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (populationSize < 0 || (populationSize == 0 && size != 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(populationSize), populationSize, "A population of 1 or more was expected.");
        }

        if (!replace && size > populationSize)
        {
            throw new ArgumentException(
                $"{size} different indices cannot be chosen from {populationSize}; choose fewer, or with replacement.",
                nameof(size));
        }
    }

    /// <summary>The numbers from 0 to <paramref name="count"/> - 1.</summary>
    public static long[] Range(long count)
    {
        if (count < 0 || count > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"A count from 0 to {Array.MaxLength} was expected.");
        }

        long[] numbers = new long[count];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        return numbers;
    }

    /// <summary>Refuses a number of probabilities that is not the size of the population.</summary>
    public static void RequireLength(long populationSize, int probabilities)
    {
        if (probabilities != populationSize)
        {
            throw new ArgumentException(
                $"{probabilities} probabilities do not fit a population of {populationSize}; give one for each.",
                nameof(probabilities));
        }
    }

    /// <summary>Refuses to choose more different indices than have a chance at all.</summary>
    public static void RequireEnoughPossible(int size, ReadOnlySpan<double> probabilities)
    {
        int possible = 0;
        foreach (double probability in probabilities)
        {
            possible += probability > 0.0 ? 1 : 0;
        }

        if (possible < size)
        {
            throw new ArgumentException(
                $"{size} different indices cannot be chosen: only {possible} have a probability above 0.",
                nameof(size));
        }
    }

    /// <summary>The index that one uniform number selects, without an array of sums.</summary>
    public static int Select(ReadOnlySpan<double> probabilities, double total, double target)
    {
        double cumulative = 0.0;
        int last = probabilities.Length - 1;
        for (int i = 0; i < last; i++)
        {
            cumulative += probabilities[i];
            if (cumulative / total > target)
            {
                return i;
            }
        }

        return last;
    }

    /// <summary>Running sums, divided by the last one.</summary>
    public static void Accumulate(ReadOnlySpan<double> probabilities, Span<double> cumulative)
    {
        double sum = 0.0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            sum += probabilities[i];
            cumulative[i] = sum;
        }

        for (int i = 0; i < cumulative.Length; i++)
        {
            cumulative[i] /= sum;
        }
    }

    /// <summary>The first index whose running sum exceeds the target, which is below 1.</summary>
    public static int FirstAbove(ReadOnlySpan<double> cumulative, double target)
    {
        int low = 0;
        int high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (cumulative[middle] > target)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    // Compensated summation (Kahan 1965), so that long lists are judged as NumPy judges them.
    private static void RequireSum(ReadOnlySpan<double> probabilities, bool negative)
    {
        double sum = probabilities[0];
        double compensation = 0.0;
        for (int i = 1; i < probabilities.Length; i++)
        {
            double term = probabilities[i] - compensation;
            double next = sum + term;
            compensation = next - sum - term;
            sum = next;
        }

        if (negative || !(Math.Abs(sum - 1.0) <= SumTolerance))
        {
            string problem = negative ? "one of them is negative"
                : double.IsNaN(sum) ? "one of them is not a number"
                : $"their sum is {sum}";
            throw new ArgumentException(
                $"Probabilities are non-negative numbers whose sum is 1, but {problem}. Divide them by their sum.",
                nameof(probabilities));
        }
    }
}
