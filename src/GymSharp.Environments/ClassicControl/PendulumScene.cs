using GymSharp.Rendering;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Draws rod, axle and an arrow around it that shows the torque.</summary>
internal static class PendulumScene
{
    /// <summary>Width and height of the picture in pixels.</summary>
    public const int Size = 500;

    private const double Scale = Size / 4.4;
    private const double RodWidth = 0.2 * Scale;
    private static readonly Color RodColor = new(204, 77, 77);

    /// <summary>Draws on a white canvas with its origin at the bottom left.</summary>
    /// <param name="canvas">500 × 500 pixels.</param>
    /// <param name="angle">From the upright position, radians, counter-clockwise.</param>
    /// <param name="torque">Of the last step, N m; null right after a reset.</param>
    public static void Draw(Canvas canvas, double angle, double? torque)
    {
        canvas.Translate(Size / 2.0, Size / 2.0);
        using (canvas.Push())
        {
            canvas.Rotate(angle + (Math.PI / 2));
            canvas.FillRectangle(0, -RodWidth / 2, Scale, RodWidth, RodColor);
            canvas.FillCircle(0, 0, RodWidth / 2, RodColor);
            canvas.FillCircle(Scale, 0, RodWidth / 2, RodColor);
        }

        if (torque is { } turning && turning != 0)
        {
            DrawArrow(canvas, turning);
        }

        canvas.FillCircle(0, 0, 0.05 * Scale, Color.Black);
    }

    // Three quarters of a circle from the top, clockwise for a negative torque; its size tells the strength.
    private static void DrawArrow(Canvas canvas, double torque)
    {
        const double Radius = 0.46;
        const double Thickness = 0.03;
        const double HeadWidth = 0.067;
        double size = Scale * Math.Abs(torque) / 2;
        using (canvas.Push())
        {
            canvas.Scale(torque > 0 ? -size : size, size);
            canvas.DrawArc(0, 0, Radius, Math.PI / 2, -1.5 * Math.PI, new Pen(Color.Black, Thickness));
            canvas.FillPolygon(
                [(-Radius, 0.14), (-Radius - HeadWidth, -0.04), (-Radius, 0.02), (-Radius + HeadWidth, -0.04)],
                Color.Black);
        }
    }
}
