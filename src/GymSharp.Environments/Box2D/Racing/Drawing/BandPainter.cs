using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>Draws the part of a shape that lies in one band of a picture.</summary>
internal ref struct BandPainter
{
    private readonly BandSurface surface;
    private readonly int flip;
    private readonly ReadOnlySpan<PixelPoint> allCorners;
    private readonly ReadOnlySpan<PolygonEdge> allEdges;
    private readonly Span<SmoothLine> allLines;
    private int top;
    private int bottom;

    /// <summary>Draws shapes of a sketch.</summary>
    /// <param name="surface">The band.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="corners">Corners of all shapes.</param>
    /// <param name="edges">Edges of all shapes that are not level.</param>
    /// <param name="lines">Lines of all shapes, which follow the bands.</param>
    public BandPainter(
        BandSurface surface,
        int height,
        List<PixelPoint> corners,
        List<PolygonEdge> edges,
        List<SmoothLine> lines)
    {
        this.surface = surface;
        flip = height - 1;
        allCorners = CollectionsMarshal.AsSpan(corners);
        allEdges = CollectionsMarshal.AsSpan(edges);
        allLines = CollectionsMarshal.AsSpan(lines);
    }

    /// <summary>Starts the next band.</summary>
    /// <param name="first">Its first row in the picture.</param>
    /// <param name="last">Its last row.</param>
    public void Begin(int first, int last)
    {
        (top, bottom) = (first, last);
        surface.Begin(last - first + 1);
    }

    /// <summary>Draws a polygon that may reach the band.</summary>
    public readonly void Draw(in BandShape shape)
    {
        foreach (ref SmoothLine line in allLines.Slice(shape.Lines.First, shape.Lines.Count))
        {
            line.Draw(surface, (top, bottom), shape.Color);
        }

        if (!shape.IsSimple)
        {
            FillRows(shape);
            return;
        }

        FillRuns(shape);
        if (!shape.IsSmooth)
        {
            FillLevelEdges(shape);
        }
    }

    /// <summary>Copies a stencil that may reach the band.</summary>
    public readonly void Copy(in BandShape shape, Stencil stencil)
    {
        int end = Math.Min(bottom, shape.Rows.Last);
        for (int y = Math.Max(top, shape.Rows.First); y <= end; y++)
        {
            foreach ((int x, uint color) in stencil.Row(y - shape.Rows.First))
            {
                surface.Set(shape.Left + x, y - top, color);
            }
        }
    }

    private readonly void FillRuns(in BandShape shape)
    {
        BandRuns runs = bottom - top < BandRuns.Half
            ? new(Runs(shape, top), BandRuns.Nothing)
            : new(Runs(shape, top), Runs(shape, top + BandRuns.Half));
        surface.Fill(runs, shape.Rows.First <= top && shape.Rows.Last >= bottom, shape.Color);
    }

    // Eight rows at once.
    private readonly (Vector256<int> Left, Vector256<int> Right) Runs(in BandShape shape, int row)
    {
        Vector256<int> down = default;
        Vector256<int> up = default;
        foreach (ref readonly PolygonEdge edge in allEdges.Slice(shape.Edges.First, shape.Edges.Count))
        {
            if (edge.First < row + BandRuns.Half && edge.Last >= row)
            {
                Vector256<int> crossing = shape.IsSmooth ? edge.CrossRounded(row) : edge.CrossCut(row);
                Vector256<int> isCrossed = Lanes(edge.First - row, edge.Last - row);
                down = edge.IsDown ? Vector256.ConditionalSelect(isCrossed, crossing, down) : down;
                up = edge.IsDown ? up : Vector256.ConditionalSelect(isCrossed, crossing, up);
            }
        }

        Vector256<int> first = Vector256.Min(down, up);
        Vector256<int> last = Vector256.Max(down, up);
        if (shape.IsSmooth)
        {
            // A half goes inwards, and a thin shape may end before it starts.
            Vector256<int> from = Nearest(first + Vector256<int>.One);
            Vector256<int> to = Nearest(last - Vector256<int>.One);
            (first, last) = (Vector256.Min(from, to), Vector256.Max(from, to));
        }

        first = Vector256.Max(first, Vector256<int>.Zero);
        last = Vector256.Min(last, Vector256.Create(surface.Width - 1));
        Vector256<int> isFilled = Vector256.LessThanOrEqual(first, last)
            & Lanes(shape.Rows.First - row, Math.Min(shape.Rows.Last, bottom) - row);
        return (
            Vector256.ConditionalSelect(isFilled, first, BandRuns.Nothing.Left),
            Vector256.ConditionalSelect(isFilled, last, BandRuns.Nothing.Right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Lanes(int first, int last) =>
        Vector256.GreaterThanOrEqual(Vector256<int>.Indices, Vector256.Create(first))
        & Vector256.LessThanOrEqual(Vector256<int>.Indices, Vector256.Create(last));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Nearest(Vector256<int> fixedPoint) =>
        (fixedPoint >> 16) + ((fixedPoint >> 15) & Vector256<int>.One);

    // For shapes with more than one run in a row, such as tiles whose sides cross in a sharp turn.
    private readonly void FillRows(in BandShape shape)
    {
        ReadOnlySpan<PixelPoint> corners = allCorners.Slice(shape.Corners.First, shape.Corners.Count);
        (int start, int end) = (Math.Max(shape.Rows.First, top), Math.Min(shape.Rows.Last, bottom));
        int lowest = shape.IsFlipped ? flip - shape.Rows.First : shape.Rows.Last;
        Span<int> crossings = stackalloc int[RowCrossings.MaximumCorners];
        for (int row = start; row <= end; row++)
        {
            int y = shape.IsFlipped ? flip - row : row;
            int count = shape.IsSmooth
                ? RowCrossings.Rounded(corners, y, lowest, crossings)
                : RowCrossings.Cut(corners, y, lowest, crossings);
            for (int i = 0; i + 1 < count; i += 2)
            {
                (int from, int to) = shape.IsSmooth
                    ? (RowCrossings.Nearest(crossings[i] + 1), RowCrossings.Nearest(crossings[i + 1] - 1))
                    : (crossings[i], crossings[i + 1]);
                surface.FillRun(row - top, from, to, shape.Color);
            }
        }

        if (!shape.IsSmooth)
        {
            FillLevelEdges(shape);
        }
    }

    // Lower edges that are level lie between two rows of crossings and would be missed.
    private readonly void FillLevelEdges(in BandShape shape)
    {
        ReadOnlySpan<PixelPoint> corners = allCorners.Slice(shape.Corners.First, shape.Corners.Count);
        PixelPoint from = corners[^1];
        foreach (PixelPoint to in corners)
        {
            int row = shape.IsFlipped ? flip - to.Y : to.Y;
            bool isInside = row > shape.Rows.First && row < shape.Rows.Last;
            if (to.Y == from.Y && row >= top && row <= bottom && (isInside || shape.Rows.First == shape.Rows.Last))
            {
                surface.FillRun(row - top, to.X, from.X, shape.Color);
            }

            from = to;
        }
    }
}
