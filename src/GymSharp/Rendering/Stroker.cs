namespace GymSharp.Rendering;

/// <summary>Turns a line of some thickness into the outline around it.</summary>
/// <remarks>
/// The outline runs along one side, around the end, and back along the other side. Inner corners pass through the
/// line's own point, so that every loop winds the same way and the non-zero rule fills the whole line.
/// </remarks>
internal sealed class Stroker
{
    private const double MiterLimit = 4;

    private readonly Rasterizer rasterizer;
    private Point[] corners = new Point[64];
    private Point first;
    private Point current;
    private bool started;
    private double radius;

    public Stroker(Rasterizer rasterizer)
    {
        this.rasterizer = rasterizer;
    }

    /// <summary>Adds the outline of a line through the points, all in pixels, to the rasteriser.</summary>
    public void Add(ReadOnlySpan<Point> points, bool closed, in Pen pen, double thickness)
    {
        radius = thickness * 0.5;
        ReadOnlySpan<Point> line = RemoveRepeats(points, ref closed);
        if (line.Length == 1)
        {
            AddDot(line[0], pen.Cap);
        }
        else if (closed)
        {
            AddSide(line, pen.Join, forward: true);
            AddSide(line, pen.Join, forward: false);
        }
        else if (line.Length > 1)
        {
            AddOpen(line, pen);
        }
    }

    private static double Cross(Point a, Point b) => (a.X * b.Y) - (a.Y * b.X);

    private static double Dot(Point a, Point b) => (a.X * b.X) + (a.Y * b.Y);

    private static Point Unit(Point vector) => vector * (1 / Math.Sqrt(Dot(vector, vector)));

    private static Point Left(Point direction) => new(-direction.Y, direction.X);

    private ReadOnlySpan<Point> RemoveRepeats(ReadOnlySpan<Point> points, ref bool closed)
    {
        if (corners.Length < points.Length)
        {
            corners = new Point[points.Length * 2];
        }

        int count = 0;
        foreach (Point point in points)
        {
            if (count == 0 || Differ(corners[count - 1], point))
            {
                corners[count++] = point;
            }
        }

        while (closed && count > 1 && !Differ(corners[0], corners[count - 1]))
        {
            count--;
        }

        closed &= count > 2;
        return corners.AsSpan(0, count);
    }

    private static bool Differ(Point a, Point b) => Dot(a - b, a - b) > 1e-6;

    private void AddDot(Point center, LineCap cap)
    {
        if (cap == LineCap.Butt)
        {
            return;
        }

        Point along = new(radius, 0);
        Point across = new(0, radius);
        if (cap == LineCap.Round)
        {
            LineTo(center + along);
            AddArc(center, along, across, 0);
            AddArc(center, across, along * -1, 0);
            AddArc(center, along * -1, across * -1, 0);
            AddArc(center, across * -1, along, 0);
        }
        else
        {
            LineTo(center + along + across);
            LineTo(center - along + across);
            LineTo(center - along - across);
            LineTo(center + along - across);
        }

        Close();
    }

    private void AddOpen(ReadOnlySpan<Point> line, in Pen pen)
    {
        int last = line.Length - 1;
        Point start = Unit(line[1] - line[0]);
        LineTo(line[0] + (Left(start) * radius));
        for (int i = 1; i < last; i++)
        {
            AddJoin(line[i], Unit(line[i] - line[i - 1]), Unit(line[i + 1] - line[i]), pen.Join);
        }

        Point end = Unit(line[last] - line[last - 1]);
        AddCap(line[last], end, pen.Cap);
        for (int i = last - 1; i > 0; i--)
        {
            AddJoin(line[i], Unit(line[i] - line[i + 1]), Unit(line[i - 1] - line[i]), pen.Join);
        }

        AddCap(line[0], start * -1, pen.Cap);
        Close();
    }

    private void AddSide(ReadOnlySpan<Point> line, LineJoin join, bool forward)
    {
        int count = line.Length;
        for (int i = 0; i < count; i++)
        {
            int at = forward ? i : count - 1 - i;
            Point before = line[forward ? (at + count - 1) % count : (at + 1) % count];
            Point after = line[forward ? (at + 1) % count : (at + count - 1) % count];
            AddJoin(line[at], Unit(line[at] - before), Unit(after - line[at]), join);
        }

        Close();
    }

    // The outline arrives on the left of the first direction and leaves on the left of the second.
    private void AddJoin(Point corner, Point arriving, Point leaving, LineJoin join)
    {
        Point from = Left(arriving) * radius;
        Point to = Left(leaving) * radius;
        double cosine = Dot(arriving, leaving);
        LineTo(corner + from);
        if (Cross(arriving, leaving) > 0)
        {
            LineTo(corner);
        }
        else if (join == LineJoin.Round && cosine < 0.9999)
        {
            AddOuterArc(corner, from, to, arriving, cosine);
        }
        else if (join == LineJoin.Miter && 2 <= MiterLimit * MiterLimit * (1 + cosine))
        {
            LineTo(corner + ((from + to) * (1 / (1 + cosine))));
        }

        LineTo(corner + to);
    }

    private void AddCap(Point end, Point direction, LineCap cap)
    {
        Point side = Left(direction) * radius;
        Point ahead = direction * radius;
        LineTo(end + side);
        if (cap == LineCap.Round)
        {
            AddArc(end, side, ahead, 0);
            AddArc(end, ahead, side * -1, 0);
        }
        else if (cap == LineCap.Square)
        {
            LineTo(end + side + ahead);
            LineTo(end - side + ahead);
        }

        LineTo(end - side);
    }

    private void AddOuterArc(Point center, Point from, Point to, Point arriving, double cosine)
    {
        if (cosine > -0.5)
        {
            AddArc(center, from, to, 0);
            return;
        }

        // Sharp turns: the middle of the two sides is too short to give a direction.
        Point middle = Unit(arriving * (radius * 2) + ((from + to) * 0.5)) * radius;
        AddArc(center, from, middle, 0);
        AddArc(center, middle, to, 0);
    }

    // Halving needs square roots only, so the points are the same on every system.
    private void AddArc(Point center, Point from, Point to, int depth)
    {
        Point half = (from + to) * 0.5;
        double missing = radius - Math.Sqrt(Dot(half, half));
        if (missing > 0.02 && depth < 8)
        {
            Point middle = Unit(half) * radius;
            AddArc(center, from, middle, depth + 1);
            AddArc(center, middle, to, depth + 1);
            return;
        }

        LineTo(center + to);
    }

    private void LineTo(Point point)
    {
        if (started)
        {
            rasterizer.AddEdge(current, point);
        }
        else
        {
            first = point;
            started = true;
        }

        current = point;
    }

    private void Close()
    {
        rasterizer.AddEdge(current, first);
        started = false;
    }
}
