namespace GymSharp.Wrappers;

/// <summary>
/// Scales pictures of bytes by linear interpolation, with the results of OpenCV 4's <c>resize(…, INTER_LINEAR)</c>.
/// </summary>
/// <remarks>
/// Half the size is the mean of blocks of four, as in OpenCV. Tables are made once. One instance serves one thread at a
/// time.
/// </remarks>
public sealed class LinearResizer
{
    private readonly IPictureScaler? scaler;

    /// <summary>Prepares to scale pictures of one size to another.</summary>
    /// <param name="source">Size of the pictures that come in.</param>
    /// <param name="height">Height of the result, at least 1.</param>
    /// <param name="width">Width of the result, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive.</exception>
    public LinearResizer(PictureSize source, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Height, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Width, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Channels, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Source = source;
        Target = new PictureSize(height, width, source.Channels);
        bool isHalf = source.Height == 2 * height && source.Width == 2 * width;
        scaler = source == Target ? null
            : isHalf ? new WholeAreaScaler(source, Target)
            : new LinearScaler(source, Target, byCentres: true);
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
}
