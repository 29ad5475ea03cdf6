using System.Runtime.InteropServices;

namespace GymSharp.Environments.Box2D;

/// <summary>Shapes that make up a picture, kept by the bands that they reach.</summary>
/// <remarks>
/// Polygons are drawn as SDL_gfx and pygame do, pixel for pixel. Three rules differ: edges are blended by Wu's method
/// with weights of 8 bits; the inside of a polygon with such edges rounds its ends to the nearest pixel; a polygon
/// without them cuts its ends towards 0.
/// </remarks>
internal sealed class Sketch
{
    private const int SomeShapes = 64;
    private readonly ShrinkAxis across;
    private readonly ShrinkAxis down;
    private readonly LineClip clip;
    private readonly BandSurface surface;
    private readonly List<BandShape> shapes = new(8 * SomeShapes);
    private readonly List<PixelPoint> corners = new(32 * SomeShapes);
    private readonly List<PolygonEdge> edges = new(32 * SomeShapes);
    private readonly List<SmoothLine> lines = new(32 * SomeShapes);
    private readonly List<Stencil> stencils = [];

    // The shapes of each band, in the order in which they are drawn.
    private readonly List<int>[] bands;

    /// <summary>An empty sketch.</summary>
    /// <param name="across">How rows are shrunk.</param>
    /// <param name="down">How columns are shrunk.</param>
    /// <exception cref="ArgumentException">A shrunk row stands for too many rows.</exception>
    public Sketch(ShrinkAxis across, ShrinkAxis down)
    {
        if (down.Widest > BandSurface.MaximumRows)
        {
            throw new ArgumentException(
                $"A shrunk row stands for {down.Widest} rows, but at most {BandSurface.MaximumRows} fit. Shrink less.",
                nameof(down));
        }

        (this.across, this.down) = (across, down);
        clip = new LineClip(across.BinOf.Length, down.BinOf.Length);
        bands = [.. Enumerable.Range(0, down.Count).Select(_ => new List<int>(SomeShapes))];
        surface = new BandSurface(across);
        Rows = clip.Height;
    }

    /// <summary>Rows from this one on are not drawn, because something opaque will be added to cover them.</summary>
    public int Rows { get; set; }

    /// <summary>Takes all shapes away.</summary>
    public void Clear()
    {
        shapes.Clear();
        corners.Clear();
        edges.Clear();
        lines.Clear();
        stencils.Clear();
        foreach (List<int> band in bands)
        {
            band.Clear();
        }
    }

    /// <summary>Adds a polygon with blended edges.</summary>
    /// <param name="polygon">Three corners or more; row 0 is the lowest.</param>
    /// <param name="color">The colour, 0x00BBGGRR.</param>
    /// <param name="sides">What need not be drawn.</param>
    public void AddSmooth(ReadOnlySpan<PixelPoint> polygon, uint color, SharedSides sides = default)
    {
        BandShape shape = new() { Color = color, IsSmooth = true, IsFlipped = true };
        if (!TryPlace(polygon, ref shape, out (int Top, int Bottom) extent))
        {
            return;
        }

        bool hidesLevel = AddEdges(polygon, ref shape, extent);
        int first = lines.Count;
        for (int i = 0; i < polygon.Length; i++)
        {
            (PixelPoint start, PixelPoint end) = (polygon[i], polygon[i + 1 < polygon.Length ? i + 1 : 0]);
            bool isHidden = hidesLevel && (start.X == end.X || start.Y == end.Y);
            if (!isHidden && clip.Cut(ref start, ref end))
            {
                AddLine(SmoothLine.Of(start, end, clip.Height - 1), sides.MarginOf(i));
            }
        }

        shape.Lines = (first, lines.Count - first);
        Add(shape);
    }

    /// <summary>Adds a polygon without blending.</summary>
    /// <param name="polygon">Three corners or more.</param>
    /// <param name="color">The colour, 0x00BBGGRR.</param>
    /// <param name="isFlipped">Whether row 0 is the lowest.</param>
    public void AddPlain(ReadOnlySpan<PixelPoint> polygon, uint color, bool isFlipped)
    {
        BandShape shape = new() { Color = color, IsFlipped = isFlipped };
        if (TryPlace(polygon, ref shape, out (int Top, int Bottom) extent))
        {
            AddEdges(polygon, ref shape, extent);
            Add(shape);
        }
    }

    /// <summary>Adds a stencil, which must lie inside the picture.</summary>
    public void Add(Stencil stencil, int left, int top)
    {
        stencils.Add(stencil);
        Add(new BandShape { Stencil = stencils.Count, Left = left, Rows = (top, top + stencil.Height - 1) });
    }

    /// <summary>Draws all shapes on black and shrinks the picture.</summary>
    /// <param name="rgb">Receives three bytes for each pixel, row by row.</param>
    public void Paint(Span<byte> rgb)
    {
        BandPainter painter = new(surface, clip.Height, corners, edges, lines);
        ReadOnlySpan<BandShape> all = CollectionsMarshal.AsSpan(shapes);
        surface.BeginPicture();
        for (int band = 0; band < down.Count; band++)
        {
            painter.Begin(down.First(band), down.Last[band]);
            foreach (int index in CollectionsMarshal.AsSpan(bands[band]))
            {
                ref readonly BandShape shape = ref all[index];
                if (shape.Stencil == 0)
                {
                    painter.Draw(shape);
                }
                else
                {
                    painter.Copy(shape, stencils[shape.Stencil - 1]);
                }
            }

            surface.Shrink(down, band, rgb[(band * 3 * across.Count)..]);
        }
    }

    // Finds the rows of a polygon; false where nothing of it can be seen.
    private bool TryPlace(ReadOnlySpan<PixelPoint> polygon, ref BandShape shape, out (int Top, int Bottom) extent)
    {
        (int top, int bottom) = (polygon[0].Y, polygon[0].Y);
        (int left, int right) = (polygon[0].X, polygon[0].X);
        foreach (PixelPoint corner in polygon[1..])
        {
            (top, bottom) = (Math.Min(top, corner.Y), Math.Max(bottom, corner.Y));
            (left, right) = (Math.Min(left, corner.X), Math.Max(right, corner.X));
        }

        extent = (top, bottom);
        shape.Rows = shape.IsFlipped ? (clip.Height - 1 - bottom, clip.Height - 1 - top) : (top, bottom);
        return shape.Rows.First < Rows && shape.Rows.Last >= 0 && left < clip.Width && right >= 0;
    }

    private void AddLine(in SmoothLine line, int margin)
    {
        if (margin != SharedSides.All && line.Without(margin) is { } ends)
        {
            lines.Add(ends.Upper);
            lines.Add(ends.Lower);
        }
        else
        {
            lines.Add(line);
        }
    }

    // Where edges that lead down pass every row once, so do those that lead up, and each row has one run. Upright edges
    // belong to these runs then, and so does a level one at the top or at the bottom. Tells whether there are no
    // others.
    private bool AddEdges(ReadOnlySpan<PixelPoint> polygon, ref BandShape shape, (int Top, int Bottom) extent)
    {
        shape.Corners = (corners.Count, polygon.Length);
        corners.AddRange(polygon);
        int first = edges.Count;
        int height = extent.Bottom - extent.Top;
        (int levelTop, int levelBottom, int levelInside) = (0, 0, 0);
        shape.IsSimple = height > 0;
        PixelPoint from = polygon[^1];
        foreach (PixelPoint to in polygon)
        {
            if (from.Y != to.Y)
            {
                height -= Math.Max(to.Y - from.Y, 0);
                PolygonEdge edge = PolygonEdge.Of(from, to, extent.Bottom, shape.IsFlipped ? clip.Height - 1 : -1);
                shape.IsSimple &= shape.IsSmooth || edge.IsSmall;
                edges.Add(edge);
            }
            else
            {
                levelTop += to.Y == extent.Top ? 1 : 0;
                levelBottom += to.Y == extent.Bottom ? 1 : 0;
                levelInside += to.Y != extent.Top && to.Y != extent.Bottom ? 1 : 0;
            }

            from = to;
        }

        shape.IsSimple &= height == 0;
        shape.Edges = (first, edges.Count - first);
        return shape.IsSimple && levelTop <= 1 && levelBottom <= 1 && levelInside == 0;
    }

    private void Add(in BandShape shape)
    {
        int last = down.BinOf[Math.Min(shape.Rows.Last, Rows - 1)];
        for (int band = down.BinOf[Math.Max(shape.Rows.First, 0)]; band <= last; band++)
        {
            bands[band].Add(shapes.Count);
        }

        shapes.Add(shape);
    }
}
