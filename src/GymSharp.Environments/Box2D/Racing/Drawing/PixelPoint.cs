namespace GymSharp.Environments.Box2D;

/// <summary>A pixel's column and row.</summary>
/// <param name="X">Column.</param>
/// <param name="Y">Row.</param>
internal readonly record struct PixelPoint(int X, int Y)
{
    /// <summary>The pixel of a point: both parts cut towards 0.</summary>
    public static PixelPoint Of(double x, double y) => new((int)x, (int)y);
}
