namespace GymSharp.Wrappers;

/// <summary>
/// Scales pictures of bytes by pixel area, with the results of OpenCV 4's <c>resize(…, INTER_AREA)</c>.
/// </summary>
/// <remarks>
/// Four ways, as in OpenCV: equal sizes are copied; reductions by whole numbers average in integers; other reductions
/// weigh source pixels by the area they share with a target pixel; where an axis grows, linear interpolation in fixed
/// point. Tables are made once. One instance serves one thread at a time.
/// </remarks>
public sealed class AreaResizer
{
    // DBL_EPSILON of C.
    private const double Epsilon = 2.220446049250313e-16;
    private readonly IPictureScaler? scaler;

    /// <summary>Prepares to scale pictures of one size to another.</summary>
    /// <param name="source">Size of the pictures that come in.</param>
    /// <param name="height">Height of the result, at least 1.</param>
    /// <param name="width">Width of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public AreaResizer(PictureSize source, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Height, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Width, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Channels, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Source = source;
        Target = new PictureSize(height, width, source.Channels);
        scaler = source == Target ? null : Choose(source, Target);
    }

    /// <summary>Size of the pictures that come in.</summary>
    public PictureSize Source { get; }

    /// <summary>Size of the pictures that come out.</summary>
    public PictureSize Target { get; }

    /// <summary>Scales a picture.</summary>
    /// <param name="source">The picture, <c>Source.Length</c> bytes.</param>
    /// <param name="destination">
    /// Where the result goes, <c>Target.Length</c> bytes; must not overlap the source.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Resize(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (source.Length != Source.Length || destination.Length != Target.Length)
        {
            throw new ArgumentException(
                $"Expected {Source.Length} bytes in and {Target.Length} bytes out, got {source.Length} and "
                + $"{destination.Length}.",
                nameof(source));
        }

        if (scaler is null)
        {
            source.CopyTo(destination);
        }
        else
        {
            scaler.Scale(source, destination);
        }
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
