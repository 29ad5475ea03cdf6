namespace GymSharp.Rendering;

/// <content>Lines and outlines.</content>
public sealed partial class Canvas
{
    /// <summary>Draws a straight line.</summary>
    /// <param name="x0">Start.</param>
    /// <param name="y0">Start.</param>
    /// <param name="x1">End.</param>
    /// <param name="y1">End.</param>
    /// <param name="pen">Colour, thickness and ends; a colour alone draws with thickness 1.</param>
    public void DrawLine(double x0, double y0, double x1, double y1, Pen pen)
    {
        StartPath([new(x0, y0), new(x1, y1)]);
        StrokePath(pen, closed: false);
    }

    /// <summary>Draws a line through points.</summary>
    /// <param name="points">The points in order.</param>
    /// <param name="pen">Colour, thickness, ends and corners.</param>
    /// <param name="closed">Whether the last point is joined to the first.</param>
    public void DrawPolyline(ReadOnlySpan<Point> points, Pen pen, bool closed = false)
    {
        StartPath(points);
        StrokePath(pen, closed);
    }

    /// <summary>Draws the outline of a polygon.</summary>
    /// <param name="points">The corners in order.</param>
    /// <param name="pen">Colour, thickness and corners.</param>
    public void DrawPolygon(ReadOnlySpan<Point> points, Pen pen) => DrawPolyline(points, pen, closed: true);

    /// <summary>Draws the outline of a rectangle, centred on its edges.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="pen">Colour, thickness and corners.</param>
    public void DrawRectangle(double x, double y, double width, double height, Pen pen)
    {
        StartRectangle(x, y, width, height);
        StrokePath(pen, closed: true);
    }

    /// <summary>Draws the outline of a rectangle whose corners are quarter circles.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="radius">Radius of the corners; at most half of the shorter side is used.</param>
    /// <param name="pen">Colour and thickness.</param>
    public void DrawRoundedRectangle(double x, double y, double width, double height, double radius, Pen pen)
    {
        StartRoundedRectangle(x, y, width, height, radius);
        StrokePath(pen, closed: true);
    }

    /// <summary>Draws a circle line.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Radius of the middle of the line.</param>
    /// <param name="pen">Colour and thickness.</param>
    public void DrawCircle(double x, double y, double radius, Pen pen) => DrawEllipse(x, y, radius, radius, pen);

    /// <summary>Draws the outline of an ellipse whose axes are those of the coordinates.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radiusX">Half of the extent along x.</param>
    /// <param name="radiusY">Half of the extent along y.</param>
    /// <param name="pen">Colour and thickness.</param>
    public void DrawEllipse(double x, double y, double radiusX, double radiusY, Pen pen)
    {
        path.Clear();
        AddArc(new Point(x, y), new Point(radiusX, radiusY), 0, Math.Tau);
        StrokePath(pen, closed: true);
    }

    /// <summary>Draws a part of a circle line.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Radius of the middle of the line.</param>
    /// <param name="start">Angle of the start in radians.</param>
    /// <param name="sweep">Angle between start and end in radians; negative goes the other way.</param>
    /// <param name="pen">Colour, thickness and ends.</param>
    public void DrawArc(double x, double y, double radius, double start, double sweep, Pen pen)
    {
        path.Clear();
        AddArc(new Point(x, y), new Point(radius, radius), start, sweep);
        StrokePath(pen, closed: Math.Abs(sweep) >= Math.Tau);
    }

    private void StrokePath(in Pen pen, bool closed)
    {
        double thickness = pen.Thickness * TransformScale();
        if (!(pen.Thickness > 0))
        {
            throw new ArgumentException($"A pen needs a thickness above 0, got {pen.Thickness}.", nameof(pen));
        }

        if (clip.IsEmpty || path.Points.IsEmpty)
        {
            return;
        }

        rasterizer.Begin(clip);
        stroker.Add(path.Points, closed, pen, Math.Min(thickness, 1 << 18));
        Compose(pen.Paint, FillRule.NonZero);
    }
}
