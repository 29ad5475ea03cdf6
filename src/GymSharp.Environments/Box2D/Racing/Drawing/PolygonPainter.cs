using System.Runtime.CompilerServices;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws polygons as SDL_gfx and pygame do, pixel for pixel.</summary>
/// <remarks>
/// Three rules differ: edges are blended by Wu's method with weights of 8 bits; the inside of a polygon with such edges
/// rounds its ends to the nearest pixel; a polygon without them cuts its ends towards 0. Rows count from the bottom
/// where <see cref="IsFlipped"/> is set.
/// </remarks>
internal sealed partial class PolygonPainter
{
    private const int MaximumCorners = 16;
    private readonly BlockSurface surface;
    private readonly RunTable runs;
    private readonly int[] downCrossing;
    private readonly int[] upCrossing;

    /// <summary>Draws into a picture.</summary>
    public PolygonPainter(BlockSurface surface)
    {
        this.surface = surface;
        runs = new RunTable(surface.Height);
        downCrossing = new int[surface.Height];
        upCrossing = new int[surface.Height];
    }

    /// <summary>Whether row 0 is the lowest.</summary>
    public bool IsFlipped { get; set; }

    /// <summary>Rows below this one need not be drawn, because something opaque will cover them.</summary>
    public int FirstRow { get; set; }

    /// <summary>Draws the blended outline of a polygon, then its inside.</summary>
    /// <param name="corners">Three corners or more.</param>
    /// <param name="color">The colour, 0x00BBGGRR.</param>
    public void DrawSmooth(ReadOnlySpan<PixelPoint> corners, uint color)
    {
        (int top, int bottom) = Extent(corners);
        (int left, int right) = ExtentAcross(corners);
        if (bottom < FirstRow || top >= surface.Height || right < 0 || left >= surface.Width)
        {
            return;
        }

        // Pixels of the outline that the inside covers need not be blended.
        bool isSimple = TryFindRuns(corners, (top, bottom));
        for (int i = 0; i + 1 < corners.Length; i++)
        {
            DrawEdge(corners[i], corners[i + 1], color);
        }

        DrawEdge(corners[^1], corners[0], color);
        if (isSimple)
        {
            surface.Fill(runs, color);
            runs.Clear();
        }
        else
        {
            FillRounded(corners, color, top, bottom);
        }
    }

    /// <summary>Draws a polygon without blending.</summary>
    /// <param name="corners">Three corners or more.</param>
    /// <param name="color">The colour, 0x00BBGGRR.</param>
    public void DrawPlain(ReadOnlySpan<PixelPoint> corners, uint color)
    {
        (int top, int bottom) = Extent(corners);
        if (top == bottom)
        {
            (int left, int right) = ExtentAcross(corners);
            FillRun(top, left, right, color);
            return;
        }

        Span<int> crossings = stackalloc int[MaximumCorners];
        int end = Math.Min(bottom, surface.Height - 1);
        for (int y = Math.Max(top, FirstRow); y <= end; y++)
        {
            int count = CutCrossings(corners, y, bottom, crossings);
            for (int i = 0; i + 1 < count; i += 2)
            {
                FillRun(y, crossings[i], crossings[i + 1], color);
            }
        }

        FillLevelEdges(corners, top, bottom, color);
    }

    private static int CutCrossings(ReadOnlySpan<PixelPoint> corners, int y, int bottom, Span<int> crossings)
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

    private static int RoundedCrossings(ReadOnlySpan<PixelPoint> corners, int y, int bottom, Span<int> crossings)
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

    private static (int Top, int Bottom) Extent(ReadOnlySpan<PixelPoint> corners)
    {
        (int top, int bottom) = (corners[0].Y, corners[0].Y);
        foreach (PixelPoint corner in corners)
        {
            top = Math.Min(top, corner.Y);
            bottom = Math.Max(bottom, corner.Y);
        }

        return (top, bottom);
    }

    private static (int Left, int Right) ExtentAcross(ReadOnlySpan<PixelPoint> corners)
    {
        (int left, int right) = (corners[0].X, corners[0].X);
        foreach (PixelPoint corner in corners)
        {
            left = Math.Min(left, corner.X);
            right = Math.Max(right, corner.X);
        }

        return (left, right);
    }

    // For shapes with more than one run in a row, such as tiles whose sides cross in a sharp turn.
    private void FillRounded(ReadOnlySpan<PixelPoint> corners, uint color, int top, int bottom)
    {
        Span<int> crossings = stackalloc int[MaximumCorners];
        int end = Math.Min(bottom, surface.Height - 1);
        for (int y = Math.Max(top, FirstRow); y <= end; y++)
        {
            int count = RoundedCrossings(corners, y, bottom, crossings);
            for (int i = 0; i + 1 < count; i += 2)
            {
                FillRun(y, Nearest(crossings[i] + 1), Nearest(crossings[i + 1] - 1), color);
            }
        }
    }

    // Lower edges that are level lie between two rows of crossings and would be missed.
    private void FillLevelEdges(ReadOnlySpan<PixelPoint> corners, int top, int bottom, uint color)
    {
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            if (top < to.Y && to.Y == from.Y && to.Y < bottom)
            {
                FillRun(to.Y, to.X, from.X, color);
            }

            from = to;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Nearest(int fixedPoint) => (fixedPoint >> 16) + ((fixedPoint & 32768) >> 15);

    private void FillRun(int y, int from, int to, uint color)
    {
        int left = Math.Max(Math.Min(from, to), 0);
        int right = Math.Min(Math.Max(from, to), surface.Width - 1);
        if (left <= right && y >= FirstRow && y < surface.Height)
        {
            surface.FillRun(Stored(y), left, right, color);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Stored(int y) => IsFlipped ? surface.Height - 1 - y : y;
}
