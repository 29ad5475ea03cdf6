namespace GymSharp.Randomness;

/// <summary>
/// Chooses different indices with probabilities, in rounds: as many uniform numbers as are missing are drawn, and what
/// they select is taken once and cannot be selected in later rounds.
/// </summary>
internal sealed class DistinctChoice
{
    private readonly double[] remaining;
    private readonly double[] cumulative;
    private readonly double[] targets;
    private int found;

    public DistinctChoice(int size, ReadOnlySpan<double> probabilities)
    {
        Choosing.RequireEnoughPossible(size, probabilities);
        remaining = probabilities.ToArray();
        cumulative = new double[probabilities.Length];
        targets = new double[size];
        Chosen = new long[size];
    }

    /// <summary>The indices in the order in which they were found.</summary>
    public long[] Chosen { get; }

    public int Missing => Chosen.Length - found;

    /// <summary>Room for the uniform numbers of a round.</summary>
    public Span<double> NextRound() => targets.AsSpan(0, Missing);

    public void Take(ReadOnlySpan<double> round)
    {
        Choosing.Accumulate(remaining, cumulative);
        foreach (double target in round)
        {
            int index = Choosing.FirstAbove(cumulative, target);
            if (remaining[index] != 0.0)
            {
                remaining[index] = 0.0;
                Chosen[found++] = index;
            }
        }
    }
}
