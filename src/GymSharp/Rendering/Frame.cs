namespace GymSharp.Rendering;

/// <summary>One rendered picture of an environment, or its text form.</summary>
/// <remarks>
/// An RGB frame has <see cref="Width"/> × <see cref="Height"/> pixels in <see cref="Pixels"/>; a text frame has
/// <see cref="Text"/> and no pixels.
/// </remarks>
public sealed class Frame
{
    /// <summary>Wraps pixels without copying them.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="pixels">RGB bytes, row by row from the top left, <c>height × width × 3</c> of them.</param>
    /// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
    public Frame(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.Length != checked(width * height * 3))
        {
            throw new ArgumentException(
                $"A frame of {width} x {height} needs {width * height * 3} bytes (RGB), got {pixels.Length}.",
                nameof(pixels));
        }

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Makes a text frame, the result of rendering in <c>ansi</c> mode.</summary>
    /// <param name="text">Lines separated by <c>\n</c>; may hold ANSI escape sequences.</param>
    public Frame(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Pixels = [];
    }

    /// <summary>Width in pixels; 0 for a text frame.</summary>
    public int Width { get; }

    /// <summary>Height in pixels; 0 for a text frame.</summary>
    public int Height { get; }

    /// <summary>RGB bytes, row-major, shape <c>[Height, Width, 3]</c>; empty for a text frame.</summary>
    public byte[] Pixels { get; }

    /// <summary>The text of a text frame, otherwise null.</summary>
    public string? Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text ?? $"Frame({Width}x{Height})";
}
