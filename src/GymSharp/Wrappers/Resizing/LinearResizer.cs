namespace GymSharp.Wrappers;

/// <summary>
/// Scales pictures of bytes by linear interpolation, with the results of OpenCV 4's <c>resize(…, INTER_LINEAR)</c>.
/// </summary>
/// <remarks>
/// Half the size is the mean of blocks of four, as in OpenCV.
/// </remarks>
public sealed class LinearResizer : PictureResizer
{
    /// <summary>Prepares to scale pictures of one size to another.</summary>
    /// <param name="source">Size of the pictures that come in.</param>
    /// <param name="height">Height of the result, at least 1.</param>
    /// <param name="width">Width of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public LinearResizer(PictureSize source, int height, int width)
        : base(source, height, width, Choose)
    {
    }

    private static IPictureScaler Choose(PictureSize source, PictureSize target) =>
        source.Height == 2 * target.Height && source.Width == 2 * target.Width
            ? new WholeAreaScaler(source, target)
            : new LinearScaler(source, target, byCentres: true);
}
