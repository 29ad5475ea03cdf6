namespace GymSharp.Rendering;

/// <summary>
/// A map of the plane that keeps straight lines straight: <c>x' = XX·x + XY·y + DX</c>, <c>y' = YX·x + YY·y + DY</c>.
/// </summary>
/// <param name="XX">Share of x in x'.</param>
/// <param name="XY">Share of y in x'.</param>
/// <param name="DX">Shift of x'.</param>
/// <param name="YX">Share of x in y'.</param>
/// <param name="YY">Share of y in y'.</param>
/// <param name="DY">Shift of y'.</param>
public readonly record struct AffineTransform(double XX, double XY, double DX, double YX, double YY, double DY)
{
    /// <summary>The map that moves nothing.</summary>
    public static AffineTransform Identity => new(1, 0, 0, 0, 1, 0);

    /// <summary>By how much areas grow; negative if the map mirrors.</summary>
    public double Determinant => (XX * YY) - (XY * YX);

    /// <summary>A shift.</summary>
    /// <param name="x">Distance along x.</param>
    /// <param name="y">Distance along y.</param>
    public static AffineTransform Translation(double x, double y) => new(1, 0, x, 0, 1, y);

    /// <summary>A rotation about the origin, from the x axis towards the y axis.</summary>
    /// <param name="radians">Angle in radians.</param>
    public static AffineTransform Rotation(double radians)
    {
        (double sine, double cosine) = PortableMath.SinCos(radians);
        return new AffineTransform(cosine, -sine, 0, sine, cosine, 0);
    }

    /// <summary>A stretching about the origin.</summary>
    /// <param name="x">Factor along x.</param>
    /// <param name="y">Factor along y.</param>
    public static AffineTransform Scaling(double x, double y) => new(x, 0, 0, 0, y, 0);

    /// <summary>The image of a point.</summary>
    /// <param name="point">The point to map.</param>
    public Point Apply(Point point) =>
        new((XX * point.X) + (XY * point.Y) + DX, (YX * point.X) + (YY * point.Y) + DY);

    /// <summary>The map that applies <paramref name="inner"/> first and this one after it.</summary>
    /// <param name="inner">The map applied first.</param>
    public AffineTransform Compose(AffineTransform inner) => new(
        (XX * inner.XX) + (XY * inner.YX),
        (XX * inner.XY) + (XY * inner.YY),
        (XX * inner.DX) + (XY * inner.DY) + DX,
        (YX * inner.XX) + (YY * inner.YX),
        (YX * inner.XY) + (YY * inner.YY),
        (YX * inner.DX) + (YY * inner.DY) + DY);

    /// <summary>The map that undoes this one.</summary>
    /// <exception cref="InvalidOperationException">The determinant is 0: the map is flat.</exception>
    public AffineTransform Invert()
    {
        double determinant = Determinant;
        if (determinant == 0)
        {
            throw new InvalidOperationException("A transform with determinant 0 cannot be inverted.");
        }

        double xx = YY / determinant;
        double xy = -XY / determinant;
        double yx = -YX / determinant;
        double yy = XX / determinant;
        return new AffineTransform(xx, xy, -((xx * DX) + (xy * DY)), yx, yy, -((yx * DX) + (yy * DY)));
    }
}
