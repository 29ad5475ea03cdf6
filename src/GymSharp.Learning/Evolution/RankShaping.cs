namespace GymSharp.Learning.Evolution;

/// <summary>Replaces returns by their ranks, so that no single lucky episode decides.</summary>
public static class RankShaping
{
    /// <summary>
    /// Ranks from −½ for the lowest to ½ for the highest; equal returns share the mean of their ranks.
    /// </summary>
    /// <param name="returns">The returns, at least two.</param>
    /// <param name="ranks">Receives as many ranks; they add up to 0.</param>
    public static void Apply(ReadOnlySpan<double> returns, Span<double> ranks)
    {
        for (int i = 0; i < returns.Length; i++)
        {
            int below = 0;
            int equal = 0;
            foreach (double other in returns)
            {
                below += other < returns[i] ? 1 : 0;
                equal += other == returns[i] ? 1 : 0;
            }

            ranks[i] = ((below + ((equal - 1) / 2.0)) / (returns.Length - 1)) - 0.5;
        }
    }
}
