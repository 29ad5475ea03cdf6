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

    // Sixteen rows at once, of which a band has fewer.
    private readonly void FillRuns(in BandShape shape)
    {
        Vector512<int> down = default;
        Vector512<int> up = default;
        foreach (ref readonly PolygonEdge edge in allEdges.Slice(shape.Edges.First, shape.Edges.Count))
        {
            if (edge.First <= bottom && edge.Last >= top)
            {
                Vector512<int> crossing = shape.IsSmooth ? edge.CrossRounded(top) : edge.CrossCut(top);
                Vector512<int> isCrossed = Lanes(edge.First, edge.Last);
                down = edge.IsDown ? Vector512.ConditionalSelect(isCrossed, crossing, down) : down;
                up = edge.IsDown ? up : Vector512.ConditionalSelect(isCrossed, crossing, up);
            }
        }

        Vector512<int> first = Vector512.Min(down, up);
        Vector512<int> last = Vector512.Max(down, up);
        if (shape.IsSmooth)
        {
            // A half goes inwards, and a thin shape may end before it starts.
            Vector512<int> from = Nearest(first + Vector512<int>.One);
            Vector512<int> to = Nearest(last - Vector512<int>.One);
            (first, last) = (Vector512.Min(from, to), Vector512.Max(from, to));
        }

        first = Vector512.Max(first, Vector512<int>.Zero);
        last = Vector512.Min(last, Vector512.Create(surface.Width - 1));
        (int start, int end) = (Math.Max(shape.Rows.First, top), Math.Min(shape.Rows.Last, bottom));
        Vector512<int> isFilled = Lanes(start, end) & Vector512.LessThanOrEqual(first, last);
        surface.Fill(
            Vector512.ConditionalSelect(isFilled, first, Vector512.Create(BandSurface.Nowhere)),
            Vector512.ConditionalSelect(isFilled, last, Vector512<int>.AllBitsSet),
            start == top && end == bottom,
            shape.Color);
    }

    private readonly Vector512<int> Lanes(int first, int last) => Vector512.LessThanOrEqual(
        (Vector512<int>.Indices - Vector512.Create(first - top)).AsUInt32(),
        Vector512.Create((uint)(last - first))).AsInt32();

    private static Vector512<int> Nearest(Vector512<int> fixedPoint) =>
        (fixedPoint >> 16) + ((fixedPoint >> 15) & Vector512<int>.One);

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
