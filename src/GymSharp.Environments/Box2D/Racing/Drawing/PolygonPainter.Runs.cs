namespace GymSharp.Environments.Box2D;

/// <content>The runs of a polygon's inside, found edge by edge.</content>
internal sealed partial class PolygonPainter
{
    // In 16.16 fixed point; a run starts and ends at the nearest pixel, a half going inwards. Gives up where a row has
    // more than one run.
    private bool TryFindRuns(ReadOnlySpan<PixelPoint> corners, int first, int last, int bottom)
    {
        (int top, int end) = IsFlipped ? (Stored(last), Stored(first)) : (first, last);
        (runs.Top, runs.Bottom) = (top, end);
        crossingCount.AsSpan(top, end - top + 1).Clear();
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            (PixelPoint upper, PixelPoint lower) = from.Y < to.Y ? (from, to) : (to, from);
            int edgeEnd = Math.Min(lower.Y == bottom ? bottom : lower.Y - 1, last);
            if (upper.Y != lower.Y && !TryCross(upper, lower, Math.Max(upper.Y, first), edgeEnd))
            {
                return false;
            }

            from = to;
        }

        for (int y = top; y <= end; y++)
        {
            (int left, int right) = (Math.Min(firstCrossing[y], secondCrossing[y]),
                Math.Max(firstCrossing[y], secondCrossing[y]));
            (left, right) = (Nearest(left + 1), Nearest(right - 1));
            bool isFilled = crossingCount[y] == 2;
            runs.Left[y] = isFilled ? Math.Max(Math.Min(left, right), 0) : surface.Width;
            runs.Right[y] = isFilled ? Math.Min(Math.Max(left, right), surface.Width - 1) : -1;
        }

        return true;
    }

    // The share of the edge that lies above a row, floor(65536 k / height), goes up by a quotient and a remainder.
    private bool TryCross(PixelPoint upper, PixelPoint lower, int first, int last)
    {
        int height = lower.Y - upper.Y;
        int width = lower.X - upper.X;
        (int quotient, int remainder) = Math.DivRem(65536, height);
        (int share, int rest) = Math.DivRem(65536 * (first - upper.Y), height);
        int step = IsFlipped ? -1 : 1;
        int y = Stored(first);
        for (int k = first; k <= last; k++, y += step)
        {
            int crossing = (share * width) + (65536 * upper.X);
            int count = crossingCount[y]++;
            if (count == 0)
            {
                firstCrossing[y] = crossing;
            }
            else if (count == 1)
            {
                secondCrossing[y] = crossing;
            }
            else
            {
                return false;
            }

            share += quotient;
            rest += remainder;
            if (rest >= height)
            {
                rest -= height;
                share++;
            }
        }

        return true;
    }
}
