namespace GymSharp.Registration;

/// <summary>
/// The nearest name by Ratcliff and Obershelp's similarity, as Python's <c>difflib.get_close_matches</c> finds it, so
/// that
/// suggestions agree with Gymnasium's.
/// </summary>
internal static class CloseMatch
{
    private const double Cutoff = 0.6;

    /// <summary>The candidate of highest similarity to a word, or null where none reaches 0.6.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        double bestRatio = 0;
        foreach (string candidate in candidates.Distinct(StringComparer.Ordinal))
        {
            double ratio = Ratio(candidate, word);
            if (ratio >= Cutoff && (ratio > bestRatio
                || (ratio == bestRatio && string.CompareOrdinal(candidate, best) > 0)))
            {
                (best, bestRatio) = (candidate, ratio);
            }
        }

        return best;
    }

    /// <summary>Twice the number of matching letters over the number of all letters.</summary>
    private static double Ratio(string left, string right) =>
        left.Length + right.Length == 0 ? 1.0 : 2.0 * Matching(left, right) / (left.Length + right.Length);

    // The longest common block, then the same to its left and to its right.
    private static int Matching(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        (int leftStart, int rightStart, int length) = LongestBlock(left, right);
        return length == 0
            ? 0
            : length + Matching(left[..leftStart], right[..rightStart])
                + Matching(left[(leftStart + length)..], right[(rightStart + length)..]);
    }

    private static (int LeftStart, int RightStart, int Length) LongestBlock(
        ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        (int LeftStart, int RightStart, int Length) best = default;
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                int length = left[i..].CommonPrefixLength(right[j..]);
                if (length > best.Length)
                {
                    best = (i, j, length);
                }
            }
        }

        return best;
    }
}
