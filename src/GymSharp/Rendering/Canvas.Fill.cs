namespace GymSharp.Rendering;

/// <content>Filled shapes.</content>
public sealed partial class Canvas
{
    /// <summary>Fills a rectangle.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="width">Width; nothing is drawn at 0.</param>
    /// <param name="height">Height; nothing is drawn at 0.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void FillRectangle(double x, double y, double width, double height, Paint paint)
    {
        StartRectangle(x, y, width, height);
        FillPath(paint, FillRule.NonZero);
    }

    /// <summary>Fills a rectangle whose corners are quarter circles.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="radius">Radius of the corners; at most half of the shorter side is used.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void FillRoundedRectangle(double x, double y, double width, double height, double radius, Paint paint)
    {
        StartRoundedRectangle(x, y, width, height, radius);
        FillPath(paint, FillRule.NonZero);
    }

    /// <summary>Fills a polygon; the last point is joined to the first.</summary>
    /// <param name="points">The corners in order.</param>
    /// <param name="paint">Colour or gradient.</param>
    /// <param name="rule">What counts as inside where edges cross.</param>
    public void FillPolygon(ReadOnlySpan<Point> points, Paint paint, FillRule rule = FillRule.NonZero)
    {
        StartPath(points);
        FillPath(paint, rule);
    }

    /// <summary>Fills a circle.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Radius.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void FillCircle(double x, double y, double radius, Paint paint) => FillEllipse(x, y, radius, radius, paint);

    /// <summary>Fills an ellipse whose axes are those of the coordinates.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radiusX">Half of the extent along x.</param>
    /// <param name="radiusY">Half of the extent along y.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void FillEllipse(double x, double y, double radiusX, double radiusY, Paint paint)
    {
        path.Clear();
        AddArc(new Point(x, y), new Point(radiusX, radiusY), 0, Math.Tau);
        FillPath(paint, FillRule.NonZero);
    }

    /// <summary>Fills a slice of a circle, like a piece of cake.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Radius.</param>
    /// <param name="start">Angle of the first edge in radians.</param>
    /// <param name="sweep">Angle between the edges in radians; negative goes the other way.</param>
    /// <param name="paint">Colour or gradient.</param>
    public void FillPie(double x, double y, double radius, double start, double sweep, Paint paint)
    {
        path.Clear();
        path.Add(transform.Apply(new Point(x, y)));
        AddArc(new Point(x, y), new Point(radius, radius), start, sweep);
        FillPath(paint, FillRule.NonZero);
    }

    private void FillPath(in Paint paint, FillRule rule)
    {
        if (clip.IsEmpty)
        {
            return;
        }

        rasterizer.Begin(clip);
        rasterizer.AddPolygon(path.Points);
        Compose(paint, rule);
    }

    private void StartPath(ReadOnlySpan<Point> points)
    {
        path.Clear();
        foreach (Point point in points)
        {
            path.Add(transform.Apply(point));
        }
    }

    private void StartRectangle(double x, double y, double width, double height) =>
        StartPath([new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)]);

    private void StartRoundedRectangle(double x, double y, double width, double height, double radius)
    {
        double r = Math.Clamp(radius, 0, Math.Max(0, Math.Min(Math.Abs(width), Math.Abs(height)) / 2));
        if (r == 0)
        {
            StartRectangle(x, y, width, height);
            return;
        }

        const double Quarter = Math.PI / 2;
        double left = Math.Min(x, x + width) + r;
        double right = Math.Max(x, x + width) - r;
        double top = Math.Min(y, y + height) + r;
        double bottom = Math.Max(y, y + height) - r;
        path.Clear();
        AddArc(new Point(left, top), new Point(r, r), 2 * Quarter, Quarter);
        AddArc(new Point(right, top), new Point(r, r), 3 * Quarter, Quarter);
        AddArc(new Point(right, bottom), new Point(r, r), 0, Quarter);
        AddArc(new Point(left, bottom), new Point(r, r), Quarter, Quarter);
    }

    // An arc of n chords misses the circle by about r (sweep/n)^2 / 8; this keeps it below 1/100 pixel.
    private void AddArc(Point center, Point radii, double start, double sweep)
    {
        double reach = Math.Max(Math.Abs(radii.X), Math.Abs(radii.Y)) * TransformScale();
        double turns = Math.Min(Math.Abs(sweep) / Math.Tau, 1);
        int quarters = double.IsFinite(reach) ? (int)Math.Ceiling(6 * Math.Sqrt(Math.Min(reach, 1e6))) : 1;
        int chords = Math.Max(1, (int)Math.Ceiling(turns * 4)) * Math.Max(quarters, 2);
        bool whole = turns == 1;
        for (int i = 0; i < (whole ? chords : chords + 1); i++)
        {
            (double sine, double cosine) = PortableMath.SinCos(start + (sweep * i / chords));
            path.Add(transform.Apply(new Point(center.X + (radii.X * cosine), center.Y + (radii.Y * sine))));
        }
    }

    private double TransformScale() => Math.Sqrt(Math.Abs(transform.Determinant));
}
