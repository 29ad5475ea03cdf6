using GymSharp.Rendering;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Draws two links, their joints, and the line to reach.</summary>
internal static class AcrobotScene
{
    /// <summary>Width and height of the picture in pixels.</summary>
    public const int Size = 500;

    private const double HalfWidth = 0.1;
    private const double LineHeight = 1;
    private static readonly Color LinkColor = new(0, 204, 204);
    private static readonly Color JointColor = new(204, 204, 0);

    /// <summary>Draws on a white canvas with its origin at the bottom left.</summary>
    /// <param name="canvas">500 × 500 pixels.</param>
    /// <param name="angle1">Of the first link from hanging down, radians.</param>
    /// <param name="angle2">Of the second link against the first, radians.</param>
    /// <param name="parameters">Lengths of the links.</param>
    public static void Draw(Canvas canvas, double angle1, double angle2, AcrobotParameters parameters)
    {
        double scale = Size / (2 * (parameters.LinkLength1 + parameters.LinkLength2 + 0.2));
        canvas.Translate(Size / 2.0, Size / 2.0);
        double line = Math.Floor(LineHeight * scale) + 0.5;
        canvas.DrawLine(-2.2 * scale, line, 2.2 * scale, line, Color.Black);
        DrawLink(canvas, angle1 - (Math.PI / 2), parameters.LinkLength1 * scale, HalfWidth * scale);
        canvas.Translate(
            parameters.LinkLength1 * Math.Sin(angle1) * scale, -parameters.LinkLength1 * Math.Cos(angle1) * scale);
        DrawLink(canvas, angle1 + angle2 - (Math.PI / 2), parameters.LinkLength2 * scale, HalfWidth * scale);
    }

    private static void DrawLink(Canvas canvas, double angle, double length, double halfWidth)
    {
        using (canvas.Push())
        {
            canvas.Rotate(angle);
            canvas.FillRectangle(0, -halfWidth, length, 2 * halfWidth, LinkColor);
            canvas.FillCircle(0, 0, halfWidth, JointColor);
        }
    }
}
