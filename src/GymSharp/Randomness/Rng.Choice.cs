namespace GymSharp.Randomness;

/// <content>Choosing from a population.</content>
public sealed partial class Rng
{
    /// <summary>One index, uniform in [0, <paramref name="populationSize"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The population is empty.</exception>
    public long Choice(long populationSize)
    {
        if (populationSize <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(populationSize), populationSize, "A population of 1 or more was expected.");
        }

        return (long)NextBounded((ulong)(populationSize - 1));
    }

    /// <summary>One index, with the given probability each.</summary>
    /// <param name="probabilities">Non-negative numbers whose sum is 1, up to 1.5e-8.</param>
    /// <exception cref="ArgumentException">Empty, negative, not a number, or a sum that is not 1.</exception>
    public int Choice(ReadOnlySpan<double> probabilities)
    {
        double total = Choosing.RequireProbabilities(probabilities);
        return Choosing.Select(probabilities, total, Random());
    }
}
