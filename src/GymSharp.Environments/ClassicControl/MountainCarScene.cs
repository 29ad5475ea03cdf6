using GymSharp.Rendering;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Draws hill, car, wheels and flag.</summary>
internal static class MountainCarScene
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 600;

    /// <summary>Height of the picture in pixels.</summary>
    public const int Height = 400;

    private const double Left = MountainCarDynamics.MinPosition;
    private const double Scale = Width / (MountainCarDynamics.MaxPosition - Left);
    private const double CarWidth = 40;
    private const double CarHeight = 20;
    private const double Clearance = 10;
    private const double WheelRadius = 8;
    private const double PoleHeight = 50;
    private static readonly Color WheelColor = new(128, 128, 128);
    private static readonly Color FlagColor = new(204, 204, 0);
    private static readonly Point[] Hill = MakeHill();

    /// <summary>Draws on a white canvas with its origin at the bottom left.</summary>
    /// <param name="canvas">600 × 400 pixels.</param>
    /// <param name="position">Of the car along the x axis.</param>
    /// <param name="goal">Where the flag stands.</param>
    public static void Draw(Canvas canvas, double position, double goal)
    {
        canvas.DrawPolyline(Hill, Color.Black);
        using (canvas.Push())
        {
            Point ground = OnHill(position);
            canvas.Translate(ground.X, ground.Y + Clearance);
            canvas.Rotate(Math.Cos(3 * position));
            canvas.FillRectangle(-CarWidth / 2, 0, CarWidth, CarHeight, Color.Black);
            canvas.FillCircle(CarWidth / 4, 0, WheelRadius, WheelColor);
            canvas.FillCircle(-CarWidth / 4, 0, WheelRadius, WheelColor);
        }

        Point foot = OnHill(goal);
        double top = Math.Floor(foot.Y) + PoleHeight;
        double x = Math.Floor(foot.X) + 0.5;
        canvas.DrawLine(x, Math.Floor(foot.Y), x, top + 1, Color.Black);
        canvas.FillPolygon([(x, top), (x, top - 10), (x + 25, top - 5)], FlagColor);
    }

    private static Point OnHill(double position) =>
        new((position - Left) * Scale, ((Math.Sin(3 * position) * 0.45) + 0.55) * Scale);

    private static Point[] MakeHill()
    {
        const int Points = 100;
        Point[] hill = new Point[Points];
        for (int i = 0; i < Points; i++)
        {
            hill[i] = OnHill(Left + (i * (MountainCarDynamics.MaxPosition - Left) / (Points - 1)));
        }

        return hill;
    }
}
