using System.Collections.Concurrent;
using GymSharp.Atari2600;

namespace GymSharp.Environments.Atari;

/// <summary>The palette index nearest to the mean of two colours, for each pair.</summary>
/// <remarks>
/// A channel of the mean lies 77 hundredths of the way from the darker to the brighter one, its two low bits are
/// dropped, and the nearest of the even indices by the sum of absolute differences is taken, the lowest on ties.
/// </remarks>
internal static class ColorMeans
{
    private const int Colors = 256;
    private const int TowardsBrighter = 77;
    private static readonly ConcurrentDictionary<TelevisionFormat, byte[]> Tables = new();

    /// <summary>The table of a television standard: entry 256 · a + b is the mean of indices a and b.</summary>
    public static byte[] Of(TelevisionFormat format) => Tables.GetOrAdd(format, Compute);

    private static byte[] Compute(TelevisionFormat format)
    {
        ReadOnlySpan<byte> palette = Palette.Of(format);
        byte[] table = new byte[Colors * Colors];
        for (int a = 0; a < Colors; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                byte mean = Nearest(
                    palette,
                    Mean(palette[3 * a], palette[3 * b]),
                    Mean(palette[(3 * a) + 1], palette[(3 * b) + 1]),
                    Mean(palette[(3 * a) + 2], palette[(3 * b) + 2]));
                table[(a << 8) | b] = mean;
                table[(b << 8) | a] = mean;
            }
        }

        return table;
    }

    private static int Mean(int a, int b)
    {
        (int low, int high) = a < b ? (a, b) : (b, a);
        return (low + ((high - low) * TowardsBrighter / 100)) & ~3;
    }

    private static byte Nearest(ReadOnlySpan<byte> palette, int red, int green, int blue)
    {
        int best = 0;
        int bestDistance = int.MaxValue;
        for (int i = 0; i < Colors; i += 2)
        {
            int distance = Math.Abs(palette[3 * i] - red)
                + Math.Abs(palette[(3 * i) + 1] - green)
                + Math.Abs(palette[(3 * i) + 2] - blue);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (i, distance);
            }
        }

        return (byte)best;
    }
}
