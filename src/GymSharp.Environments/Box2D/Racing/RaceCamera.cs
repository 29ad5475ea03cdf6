namespace GymSharp.Environments.Box2D;

/// <summary>Maps metres to pixels: follows the car, turns with it, and zooms in during the first second.</summary>
internal readonly struct RaceCamera
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 1000;

    /// <summary>Height of the picture in pixels.</summary>
    public const int Height = 800;

    private const double Zoom = 2.7;

    private readonly double sine;
    private readonly double cosine;
    private readonly double zoom;
    private readonly double shiftX;
    private readonly double shiftY;

    /// <summary>Aims at the car.</summary>
    public RaceCamera(RaceView view)
    {
        zoom = (0.1 * RacingScale.Scale * Math.Max(1 - view.Time, 0))
            + (Zoom * RacingScale.Scale * Math.Min(view.Time, 1));
        (sine, cosine) = Turn(-(double)view.Angle);
        double x = -(double)view.Hull.Position.X * zoom;
        double y = -(double)view.Hull.Position.Y * zoom;
        shiftX = (Width / 2.0) + ((cosine * x) - (sine * y));
        shiftY = (Height / 4.0) + ((sine * x) + (cosine * y));
    }

    /// <summary>A point in pixels; y points up.</summary>
    public (double X, double Y) Map(double x, double y) =>
        ((((cosine * x) - (sine * y)) * zoom) + shiftX, (((sine * x) + (cosine * y)) * zoom) + shiftY);

    /// <summary>Whether a circle may be seen above the instruments.</summary>
    /// <param name="x">Middle, metres.</param>
    /// <param name="y">Middle, metres.</param>
    /// <param name="radius">Metres.</param>
    public bool Sees(double x, double y, double radius)
    {
        const double Blur = 4;
        (double across, double up) = Map(x, y);
        double reach = (radius * zoom) + Blur;
        return across >= -reach && across <= Width + reach && up >= RacePanel.Height - reach && up <= Height + reach;
    }

    /// <summary>Finds the pixels of some points.</summary>
    public void Map(ReadOnlySpan<(double X, double Y)> points, Span<PixelPoint> pixels)
    {
        for (int i = 0; i < points.Length; i++)
        {
            (double x, double y) = Map(points[i].X, points[i].Y);
            pixels[i] = PixelPoint.Of(x, y);
        }
    }

    // As pygame turns vectors: whole turns are taken off first, and quarter turns within a millionth are exact.
    private static (double Sine, double Cosine) Turn(double angle)
    {
        const double Tolerance = 1e-6;
        angle %= 2 * Math.PI;
        if (angle < 0)
        {
            angle += 2 * Math.PI;
        }

        if ((angle + Tolerance) % (Math.PI / 2) < 2 * Tolerance)
        {
            return ((int)((angle + Tolerance) / (Math.PI / 2)) & 3) switch
            {
                0 => (0, 1),
                1 => (1, 0),
                2 => (0, -1),
                _ => (-1, 0),
            };
        }

        return Math.SinCos(angle);
    }
}
