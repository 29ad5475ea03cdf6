using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// What the pictures of this family share: outlined shapes, and noise that is the same in every picture.
/// </summary>
internal static class Shapes
{
    /// <summary>The colour of outlines.</summary>
    public static readonly Color Ink = new(58, 34, 46);

    /// <summary>A soft shadow on the ground.</summary>
    public static readonly Color Shadow = new(20, 20, 30, 70);

    /// <summary>Fills a polygon and draws its outline.</summary>
    public static void Polygon(Canvas canvas, Color fill, double outline, params ReadOnlySpan<Point> points)
    {
        canvas.FillPolygon(points, fill);
        canvas.DrawPolygon(points, new Pen(Ink, outline, LineCap.Round, LineJoin.Round));
    }

    /// <summary>Fills a circle and draws its outline.</summary>
    public static void Circle(Canvas canvas, Color fill, double outline, Point center, double radius)
    {
        canvas.FillCircle(center.X, center.Y, radius, fill);
        canvas.DrawCircle(center.X, center.Y, radius, new Pen(Ink, outline));
    }

    /// <summary>A number from 0 to 1 that depends on the arguments alone: a multiply-xorshift hash.</summary>
    public static double Noise(int x, int y, int salt)
    {
        uint hash = ((uint)x * 0x9E3779B1) ^ ((uint)y * 0x85EBCA77) ^ ((uint)salt * 0xC2B2AE3D);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        return (hash ^ (hash >> 15)) / (double)uint.MaxValue;
    }
}
