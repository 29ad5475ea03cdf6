namespace GymSharp.Rendering;

/// <summary>A growing list of points in pixels, reused from shape to shape.</summary>
internal sealed class PathBuffer
{
    // Far outside any picture; keeps every later sum finite.
    private const double Farthest = 1 << 19;

    private Point[] points = new Point[64];
    private int count;

    public ReadOnlySpan<Point> Points => points.AsSpan(0, count);

    public void Clear() => count = 0;

    /// <summary>Appends a point.</summary>
    /// <exception cref="ArgumentException">A coordinate is NaN or infinite.</exception>
    public void Add(Point point)
    {
        if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
        {
            throw new ArgumentException(
                $"A shape has the point ({point.X}, {point.Y}) in pixels; coordinates must be finite numbers.",
                nameof(point));
        }

        if (count == points.Length)
        {
            Array.Resize(ref points, count * 2);
        }

        points[count++] = new Point(
            Math.Clamp(point.X, -Farthest, Farthest), Math.Clamp(point.Y, -Farthest, Farthest));
    }
}
