namespace GymSharp.Rendering;

/// <summary>How a picture is drawn into another.</summary>
public sealed record ImageOptions
{
    /// <summary>The defaults: opaque, smooth, the whole picture.</summary>
    public static ImageOptions Default { get; } = new();

    /// <summary>Nearest pixel instead of smooth: the look of enlarged pixel art.</summary>
    public static ImageOptions Pixelated { get; } = new() { Smooth = false };

    /// <summary>Opacity of the whole picture, 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>
    /// Whether pixels are averaged over the area they come from (true), or the nearest pixel is taken (false).
    /// </summary>
    public bool Smooth { get; init; } = true;

    /// <summary>A colour that is not drawn, as the background of a sprite; null draws every pixel.</summary>
    public Color? TransparentColor { get; init; }

    /// <summary>The part of the picture that is drawn; null draws all of it.</summary>
    public PixelRectangle? Source { get; init; }
}
