namespace GymSharp.Randomness;

/// <content>Choosing from a population.</content>
public sealed partial class Rng
{
    // NumPy accepts sums this far from 1: the square root of the spacing of float64 at 1.
    private const double ProbabilitySumTolerance = 1.4901161193847656e-08;

    /// <summary>One index, uniform in [0, <paramref name="populationSize"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The population is empty.</exception>
    public long Choice(long populationSize)
    {
        if (populationSize <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(populationSize), populationSize, "A population of 1 or more was expected.");
        }

        return (long)this.NextBounded((ulong)(populationSize - 1));
    }

    /// <summary>One index, with the given probability each.</summary>
    /// <param name="probabilities">Non-negative numbers whose sum is 1, up to 1.5e-8.</param>
    /// <exception cref="ArgumentException">Empty, negative, not a number, or a sum that is not 1.</exception>
    public int Choice(ReadOnlySpan<double> probabilities)
    {
        RequireProbabilities(probabilities);
        double total = 0.0;
        foreach (double probability in probabilities)
        {
            total += probability;
        }

        double target = this.Random();
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

    private static void RequireProbabilities(ReadOnlySpan<double> probabilities)
    {
        if (probabilities.IsEmpty)
        {
            throw new ArgumentException(
                "There is nothing to choose from; give 1 or more probabilities.", nameof(probabilities));
        }

        // Compensated summation (Kahan 1965), so that long lists are judged as NumPy judges them.
        double sum = probabilities[0];
        double compensation = 0.0;
        bool negative = sum < 0.0;
        for (int i = 1; i < probabilities.Length; i++)
        {
            negative |= probabilities[i] < 0.0;
            double term = probabilities[i] - compensation;
            double next = sum + term;
            compensation = next - sum - term;
            sum = next;
        }

        if (negative || !(Math.Abs(sum - 1.0) <= ProbabilitySumTolerance))
        {
            ThrowProbabilities(negative, sum, nameof(probabilities));
        }
    }

    private static void ThrowProbabilities(bool negative, double sum, string probabilities)
    {
        string problem = negative ? "one of them is negative"
            : double.IsNaN(sum) ? "one of them is not a number"
            : $"their sum is {sum}";
        throw new ArgumentException(
            $"Probabilities are non-negative numbers whose sum is 1, but {problem}. Divide them by their sum.",
            probabilities);
    }
}
