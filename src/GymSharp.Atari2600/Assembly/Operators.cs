namespace GymSharp.Atari2600.Assembly;

/// <summary>The two-sided operators with their ranks, highest first, as in C.</summary>
internal static class Operators
{
    private static readonly (string Sign, int Rank, Func<long, long, long> Apply)[] Table =
    [
        ("<<", 8, static (a, b) => b is < 0 or > 31 ? 0 : a << (int)b),
        (">>", 8, static (a, b) => b is < 0 or > 63 ? 0 : a >> (int)b),
        ("<=", 7, static (a, b) => a <= b ? 1 : 0),
        (">=", 7, static (a, b) => a >= b ? 1 : 0),
        ("==", 6, static (a, b) => a == b ? 1 : 0),
        ("!=", 6, static (a, b) => a != b ? 1 : 0),
        ("&&", 2, static (a, b) => a != 0 && b != 0 ? 1 : 0),
        ("||", 1, static (a, b) => a != 0 || b != 0 ? 1 : 0),
        ("*", 10, static (a, b) => unchecked(a * b)),
        ("/", 10, static (a, b) => b == -1 ? unchecked(-a) : a / b),
        ("%", 10, static (a, b) => b == -1 ? 0 : a % b),
        ("+", 9, static (a, b) => unchecked(a + b)),
        ("-", 9, static (a, b) => unchecked(a - b)),
        ("<", 7, static (a, b) => a < b ? 1 : 0),
        (">", 7, static (a, b) => a > b ? 1 : 0),
        ("=", 6, static (a, b) => a == b ? 1 : 0),
        ("&", 5, static (a, b) => a & b),
        ("^", 4, static (a, b) => a ^ b),
        ("|", 3, static (a, b) => a | b),
    ];

    /// <summary>The operator that stands at a place, signs of two characters before signs of one.</summary>
    public static bool TryFind(
        ReadOnlySpan<char> text, out (string Sign, int Rank, Func<long, long, long> Apply) found)
    {
        foreach ((string Sign, int Rank, Func<long, long, long> Apply) candidate in Table)
        {
            if (text.StartsWith(candidate.Sign, StringComparison.Ordinal))
            {
                found = candidate;
                return true;
            }
        }

        found = default;
        return false;
    }
}
