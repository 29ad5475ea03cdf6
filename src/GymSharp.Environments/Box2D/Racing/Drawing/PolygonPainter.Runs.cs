using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>The runs of a polygon's inside, found edge by edge.</content>
internal sealed partial class PolygonPainter
{
    // In 16.16 fixed point; a run starts and ends at the nearest pixel, a half going inwards. Where edges that lead
    // down pass every row once, so do those that lead up, and each row has one run; else this gives up.
    private bool TryFindRuns(ReadOnlySpan<PixelPoint> corners, (int Top, int Bottom) extent)
    {
        (int first, int last) = (Math.Max(extent.Top, FirstRow), Math.Min(extent.Bottom, surface.Height - 1));
        if (extent.Top == extent.Bottom || !LeadsDownOnce(corners, extent.Bottom - extent.Top))
        {
            return false;
        }

        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            if (from.Y < to.Y)
            {
                Cross((from, to), (first, last), extent.Bottom, downCrossing);
            }
            else if (from.Y > to.Y)
            {
                Cross((to, from), (first, last), extent.Bottom, upCrossing);
            }

            from = to;
        }

        (runs.Top, runs.Bottom) = IsFlipped ? (Stored(last), Stored(first)) : (first, last);
        JoinCrossings();
        runs.EmptyMargins();
        return true;
    }

    private static bool LeadsDownOnce(ReadOnlySpan<PixelPoint> corners, int height)
    {
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            height -= Math.Max(to.Y - from.Y, 0);
            from = to;
        }

        return height == 0;
    }

    // The share of the edge that lies above a row, floor(65536 k / height), goes up by a quotient and a remainder.
    private void Cross(
        (PixelPoint Upper, PixelPoint Lower) edge, (int First, int Last) rows, int bottom, int[] crossings)
    {
        (PixelPoint upper, PixelPoint lower) = edge;
        int first = Math.Max(upper.Y, rows.First);
        int last = Math.Min(lower.Y == bottom ? bottom : lower.Y - 1, rows.Last);
        if (first > last)
        {
            return;
        }

        int height = lower.Y - upper.Y;
        int width = lower.X - upper.X;
        (int quotient, int remainder) = Math.DivRem(65536, height);
        (int share, int rest) = Math.DivRem(65536 * (first - upper.Y), height);
        int step = IsFlipped ? -1 : 1;
        int y = Stored(first);
        for (int k = first; k <= last; k++, y += step)
        {
            crossings[y] = (share * width) + (65536 * upper.X);
            rest += remainder;
            bool isOver = rest >= height;
            share += quotient + (isOver ? 1 : 0);
            rest -= isOver ? height : 0;
        }
    }

    private void JoinCrossings()
    {
        int y = runs.Top;
        Vector256<int> one = Vector256<int>.One;
        Vector256<int> end = Vector256.Create(surface.Width - 1);
        for (; y + Vector256<int>.Count <= runs.Bottom + 1; y += Vector256<int>.Count)
        {
            Vector256<int> a = Vector256.LoadUnsafe(ref downCrossing[y]);
            Vector256<int> b = Vector256.LoadUnsafe(ref upCrossing[y]);
            Vector256<int> c = Nearest(Vector256.Min(a, b) + one);
            Vector256<int> d = Nearest(Vector256.Max(a, b) - one);
            Vector256<int> left = Vector256.Max(Vector256.Min(c, d), Vector256<int>.Zero);
            Vector256<int> right = Vector256.Min(Vector256.Max(c, d), end);
            left.StoreUnsafe(ref runs.Left[y]);
            right.StoreUnsafe(ref runs.Right[y]);
            Vector256.Max(right - left + one, Vector256<int>.Zero).StoreUnsafe(ref runs.Length[y]);
        }

        for (; y <= runs.Bottom; y++)
        {
            int c = Nearest(Math.Min(downCrossing[y], upCrossing[y]) + 1);
            int d = Nearest(Math.Max(downCrossing[y], upCrossing[y]) - 1);
            runs.Left[y] = Math.Max(Math.Min(c, d), 0);
            runs.Right[y] = Math.Min(Math.Max(c, d), surface.Width - 1);
            runs.Length[y] = Math.Max(runs.Right[y] - runs.Left[y] + 1, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Nearest(Vector256<int> fixedPoint) =>
        (fixedPoint >> 16) + ((fixedPoint & Vector256.Create(32768)) >> 15);
}
