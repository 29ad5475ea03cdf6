namespace GymSharp.Rendering;

/// <summary>A place on a <see cref="Canvas"/>.</summary>
/// <param name="X">Horizontal coordinate, in pixels unless the canvas is transformed.</param>
/// <param name="Y">Vertical coordinate, in pixels unless the canvas is transformed.</param>
public readonly record struct Point(double X, double Y)
{
    /// <summary>Lets <c>(x, y)</c> stand for a point, so that a polygon can be written <c>[(0, 0), (4, 0), (2,
    /// 3)]</c>.</summary>
    /// <param name="pair">The two coordinates.</param>
    public static implicit operator Point((double X, double Y) pair) => new(pair.X, pair.Y);

    /// <summary>Adds coordinate by coordinate.</summary>
    /// <param name="left">A point.</param>
    /// <param name="right">The vector added to it.</param>
    public static Point operator +(Point left, Point right) => new(left.X + right.X, left.Y + right.Y);

    /// <summary>Subtracts coordinate by coordinate.</summary>
    /// <param name="left">A point.</param>
    /// <param name="right">The vector taken from it.</param>
    public static Point operator -(Point left, Point right) => new(left.X - right.X, left.Y - right.Y);

    /// <summary>Scales both coordinates.</summary>
    /// <param name="point">A vector.</param>
    /// <param name="factor">What both coordinates are multiplied with.</param>
    public static Point operator *(Point point, double factor) => new(point.X * factor, point.Y * factor);
}
