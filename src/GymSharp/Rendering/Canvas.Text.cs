namespace GymSharp.Rendering;

/// <content>Text in the built-in font.</content>
public sealed partial class Canvas
{
    private const double LineSpacing = 1.3;

    // Below this size strokes are moved to whole pixels, which keeps them sharp.
    private const double HintedSize = 28;

    /// <summary>Draws text with its top left corner at a place.</summary>
    /// <param name="text">Printable ASCII, arrows, card suits and a few signs; <c>\n</c> starts a new line. A character
    /// that the font lacks is drawn as a box.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top of the capitals.</param>
    /// <param name="size">Size; capitals are 0.7 of it high.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void DrawText(string text, double x, double y, double size, Paint paint) =>
        DrawText(text, x, y, new TextStyle(size, paint));

    /// <summary>Draws text beside an anchor. It stays upright where y points up.</summary>
    /// <param name="text">Printable ASCII, arrows, card suits and a few signs; <c>\n</c> starts a new line. A character
    /// that the font lacks is drawn as a box.</param>
    /// <param name="x">The anchor.</param>
    /// <param name="y">The anchor.</param>
    /// <param name="style">Size, paint, alignment and weight.</param>
    /// <exception cref="ArgumentException">The size is not above 0.</exception>
    public void DrawText(string text, double x, double y, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(text);
        ThrowIfBadSize(style.Size);
        if (clip.IsEmpty)
        {
            return;
        }

        bool mirrored = transform.Determinant < 0;
        AffineTransform upright = mirrored ? transform.Compose(AffineTransform.Scaling(1, -1)) : transform;
        double unit = VectorFont.UnitOf(style.Size);
        double anchorY = mirrored ? -y : y;
        int lines = 1 + text.AsSpan().Count('\n');
        double span = (lines - 1) * LineSpacing * style.Size;
        double capitals = VectorFont.CapHeight * unit;
        double baseline = style.Vertical switch
        {
            VerticalAlign.Top => anchorY + capitals,
            VerticalAlign.Middle => anchorY + ((capitals - span) / 2),
            _ => anchorY - span,
        };
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            DrawTextLine(text.AsSpan(range), upright, new Point(x, baseline), style);
            baseline += LineSpacing * style.Size;
        }
    }

    /// <summary>How wide text is: its widest line.</summary>
    /// <param name="text">The text; <c>\n</c> starts a new line.</param>
    /// <param name="size">Size, as in <see cref="DrawText(string, double, double, double, Paint)"/>.</param>
    /// <param name="bold">Whether it is drawn bold, which is wider.</param>
    /// <returns>Width in the units of the canvas.</returns>
    /// <exception cref="ArgumentException">The size is not above 0.</exception>
    public static double MeasureText(string text, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ThrowIfBadSize(size);
        double widest = 0;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            widest = Math.Max(widest, VectorFont.Measure(text.AsSpan(range), bold));
        }

        return widest * VectorFont.UnitOf(size);
    }

    private static void ThrowIfBadSize(double size)
    {
        if (!(size > 0 && size < double.PositiveInfinity))
        {
            throw new ArgumentException($"The text size must be above 0 and finite, got {size}.", nameof(size));
        }
    }

    private void DrawTextLine(ReadOnlySpan<char> line, AffineTransform upright, Point start, in TextStyle style)
    {
        double unit = VectorFont.UnitOf(style.Size);
        double left = style.Horizontal switch
        {
            HorizontalAlign.Left => start.X,
            HorizontalAlign.Center => start.X - (VectorFont.Measure(line, style.Bold) * unit / 2),
            _ => start.X - (VectorFont.Measure(line, style.Bold) * unit),
        };
        double scale = TransformScale();
        double thickness = Math.Max(VectorFont.Thickness(style.Bold) * unit * scale, style.Bold ? 1.6 : 1);
        bool hinted = upright.XY == 0 && upright.YX == 0 && upright.XX > 0 && style.Size * scale < HintedSize;
        rasterizer.Begin(clip);
        double pen = VectorFont.Bearing;
        foreach (char character in line)
        {
            Glyph glyph = VectorFont.Find(character);
            Point origin = upright.Apply(new Point(left + (pen * unit), start.Y));
            origin = hinted ? Sharpen(origin, thickness) : origin;
            AffineTransform placed = new(
                upright.XX * unit, upright.XY * unit, origin.X, upright.YX * unit, upright.YY * unit, origin.Y);
            AddGlyph(glyph, placed, thickness, style.Size * scale < HintedSize);
            pen += VectorFont.Advance(glyph, style.Bold);
        }

        Compose(style.Paint, FillRule.NonZero);
    }

    // Moves the outer edge of a stem, and of the baseline's strokes, to the border between two pixels.
    private static Point Sharpen(Point origin, double thickness)
    {
        double half = thickness / 2;
        return new Point(
            Math.Floor(origin.X - half + 0.5) + half,
            Math.Floor(origin.Y + half + 0.5) - half);
    }

    private void AddGlyph(Glyph glyph, AffineTransform placed, double thickness, bool small)
    {
        foreach (GlyphContour contour in small ? glyph.Coarse : glyph.Fine)
        {
            path.Clear();
            foreach (Point point in contour.Points)
            {
                path.Add(placed.Apply(new Point(point.X, point.Y - VectorFont.CapHeight)));
            }

            if (glyph.Filled)
            {
                rasterizer.AddPolygon(path.Points);
            }
            else
            {
                stroker.Add(path.Points, contour.Closed, GlyphPen, thickness);
            }
        }
    }

    private static Pen GlyphPen => new(Color.Black, 1, LineCap.Round, LineJoin.Round);
}
