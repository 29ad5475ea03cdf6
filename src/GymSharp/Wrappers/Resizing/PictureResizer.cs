namespace GymSharp.Wrappers;

/// <summary>Scales pictures of bytes from one size to another.</summary>
/// <remarks>Tables are made once. One instance serves one thread at a time.</remarks>
public abstract class PictureResizer
{
    private readonly IPictureScaler? scaler;

    private protected PictureResizer(
        PictureSize source, int height, int width, Func<PictureSize, PictureSize, IPictureScaler> choose)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Height, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Width, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Channels, 1, nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Source = source;
        Target = new PictureSize(height, width, source.Channels);
        scaler = source == Target ? null : choose(source, Target);
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
        Expect(source.Length, destination.Length);
        if (scaler is null)
        {
            source.CopyTo(destination);
        }
        else
        {
            scaler.Scale(source, destination);
        }
    }

    /// <summary>Brings the result for a picture up to date of which some rows are new.</summary>
    /// <remarks>The first call must name all rows; the others see what was given to the call before.</remarks>
    /// <param name="source">The picture, <c>Source.Length</c> bytes.</param>
    /// <param name="destination">The result for the picture before, <c>Target.Length</c> bytes.</param>
    /// <param name="changed">Whether a row is new, for each row of the picture.</param>
    internal void ResizeChanged(ReadOnlySpan<byte> source, Span<byte> destination, ReadOnlySpan<bool> changed)
    {
        Expect(source.Length, destination.Length);
        if (scaler is FractionalAreaScaler fractional)
        {
            fractional.ScaleChanged(source, destination, changed);
        }
        else if (changed.Contains(true))
        {
            Resize(source, destination);
        }
    }

    private void Expect(int source, int destination)
    {
        if (source != Source.Length || destination != Target.Length)
        {
            throw new ArgumentException(
                $"Expected {Source.Length} bytes in and {Target.Length} bytes out, got {source} and {destination}.",
                nameof(source));
        }
    }
}
