using System.Globalization;

namespace GymSharp.Rendering;

/// <summary>Reads the drawing commands of a glyph.</summary>
/// <remarks>
/// <c>F</c> fill instead of stroke; <c>M x y</c> move; <c>L x y</c> line; <c>Q</c> and <c>C</c> quadratic and cubic
/// Bézier curves; <c>O x y rx ry</c> an ellipse; <c>Z</c> close. Coordinates are absolute.
/// </remarks>
internal sealed class GlyphReader
{
    private readonly string commands;
    private readonly int pieces;
    private readonly List<GlyphContour> contours = [];
    private readonly List<Point> points = [];
    private int position;

    private GlyphReader(string commands, int pieces)
    {
        this.commands = commands;
        this.pieces = pieces;
    }

    /// <summary>Reads one glyph.</summary>
    public static Glyph Read(double width, string commands)
    {
        bool filled = commands.StartsWith('F');
        string drawing = filled ? commands[1..] : commands;
        return new Glyph(
            width, filled, new GlyphReader(drawing, 4).ReadContours(), new GlyphReader(drawing, 16).ReadContours());
    }

    private GlyphContour[] ReadContours()
    {
        while (position < commands.Length)
        {
            char command = commands[position++];
            switch (command)
            {
                case 'M':
                    Finish(closed: false);
                    points.Add(ReadPoint());
                    break;
                case 'L':
                    points.Add(ReadPoint());
                    break;
                case 'Q':
                    AddQuadratic(points[^1], ReadPoint(), ReadPoint());
                    break;
                case 'C':
                    AddCubic(points[^1], ReadPoint(), ReadPoint(), ReadPoint());
                    break;
                case 'O':
                    Finish(closed: false);
                    AddEllipse(ReadPoint(), ReadPoint());
                    break;
                default:
                    Finish(closed: true);
                    break;
            }
        }

        Finish(closed: false);
        return [.. contours];
    }

    private void Finish(bool closed)
    {
        if (points.Count > 0)
        {
            contours.Add(new GlyphContour([.. points], closed));
            points.Clear();
        }
    }

    private void AddQuadratic(Point start, Point control, Point end)
    {
        for (int i = 1; i <= pieces; i++)
        {
            double t = (double)i / pieces;
            double u = 1 - t;
            points.Add((start * (u * u)) + (control * (2 * u * t)) + (end * (t * t)));
        }
    }

    private void AddCubic(Point start, Point first, Point second, Point end)
    {
        int count = pieces * 3 / 2;
        for (int i = 1; i <= count; i++)
        {
            double t = (double)i / count;
            double u = 1 - t;
            Point near = (start * (u * u * u)) + (first * (3 * u * u * t));
            points.Add(near + (second * (3 * u * t * t)) + (end * (t * t * t)));
        }
    }

    private void AddEllipse(Point center, Point radii)
    {
        int count = pieces * 4;
        for (int i = 0; i < count; i++)
        {
            (double sine, double cosine) = PortableMath.SinCos(Math.Tau * i / count);
            points.Add(new Point(center.X + (radii.X * cosine), center.Y + (radii.Y * sine)));
        }

        Finish(closed: true);
    }

    private Point ReadPoint()
    {
        double x = ReadNumber();
        return new Point(x, ReadNumber());
    }

    private double ReadNumber()
    {
        while (commands[position] == ' ')
        {
            position++;
        }

        int start = position;
        while (position < commands.Length && commands[position] is '-' or '.' or (>= '0' and <= '9'))
        {
            position++;
        }

        return double.Parse(commands.AsSpan(start, position - start), CultureInfo.InvariantCulture);
    }
}
