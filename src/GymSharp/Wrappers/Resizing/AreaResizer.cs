namespace GymSharp.Wrappers;

/// <summary>
/// Scales pictures of bytes by pixel area, with the results of OpenCV 4's <c>resize(…, INTER_AREA)</c>.
/// </summary>
/// <remarks>
/// Four ways, as in OpenCV: equal sizes are copied; reductions by whole numbers average in integers; other reductions
/// weigh source pixels by the area they share with a target pixel; where an axis grows, linear interpolation in fixed
/// point.
/// </remarks>
public sealed class AreaResizer : PictureResizer
{
    // DBL_EPSILON of C.
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Prepares to scale pictures of one size to another.</summary>
    /// <param name="source">Size of the pictures that come in.</param>
    /// <param name="height">Height of the result, at least 1.</param>
    /// <param name="width">Width of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public AreaResizer(PictureSize source, int height, int width)
        : base(source, height, width, Choose)
    {
    }

    private static IPictureScaler Choose(PictureSize source, PictureSize target)
    {
        // Not source / target: OpenCV divides twice, and the last bit decides which way is taken.
        double scaleX = 1.0 / ((double)target.Width / source.Width);
        double scaleY = 1.0 / ((double)target.Height / source.Height);
        if (scaleX < 1.0 || scaleY < 1.0)
        {
            return new LinearScaler(source, target);
        }

        return IsWhole(scaleX) && IsWhole(scaleY)
            ? new WholeAreaScaler(source, target)
            : new FractionalAreaScaler(source, target);
    }

    private static bool IsWhole(double scale) => Math.Abs(scale - Math.Round(scale)) < Epsilon;
}
