using System.Runtime.CompilerServices;

namespace GymSharp.Environments.Box2D;

/// <summary>Where one row crosses the outline of a polygon of any form, from left to right.</summary>
internal static class RowCrossings
{
    /// <summary>The most corners of a polygon.</summary>
    public const int MaximumCorners = 16;

    /// <summary>Crossings in pixels, cut towards the upper ends of the edges.</summary>
    /// <param name="corners">The polygon.</param>
    /// <param name="y">The row, from the polygon's first to its last.</param>
    /// <param name="bottom">The polygon's last row.</param>
    /// <param name="crossings">Receives the crossings.</param>
    /// <returns>Crossings.</returns>
    public static int Cut(ReadOnlySpan<PixelPoint> corners, int y, int bottom, Span<int> crossings)
    {
        int count = 0;
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            (PixelPoint upper, PixelPoint lower) = from.Y < to.Y ? (from, to) : (to, from);
            if (upper.Y != lower.Y && upper.Y <= y && (y < lower.Y || (y == bottom && lower.Y == bottom)))
            {
                long run = (long)(y - upper.Y) * (lower.X - upper.X);
                Insert(crossings, count++, (int)(run / (lower.Y - upper.Y)) + upper.X);
            }

            from = to;
        }

        return count;
    }

    /// <summary>Crossings in 16.16 fixed point.</summary>
    /// <inheritdoc cref="Cut"/>
    public static int Rounded(ReadOnlySpan<PixelPoint> corners, int y, int bottom, Span<int> crossings)
    {
        int count = 0;
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            (PixelPoint upper, PixelPoint lower) = from.Y < to.Y ? (from, to) : (to, from);
            if ((upper.Y <= y && y < lower.Y) || (y == bottom && upper.Y < y && y <= lower.Y))
            {
                int share = 65536 * (y - upper.Y) / (lower.Y - upper.Y);
                Insert(crossings, count++, (share * (lower.X - upper.X)) + (65536 * upper.X));
            }

            from = to;
        }

        return count;
    }

    /// <summary>The nearest pixel, a half going up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Nearest(int fixedPoint) => (fixedPoint >> 16) + ((fixedPoint & 32768) >> 15);

    private static void Insert(Span<int> sorted, int count, int value)
    {
        int at = count;
        while (at > 0 && sorted[at - 1] > value)
        {
            sorted[at] = sorted[at - 1];
            at--;
        }

        sorted[at] = value;
    }
}
