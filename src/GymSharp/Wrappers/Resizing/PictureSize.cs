namespace GymSharp.Wrappers;

/// <summary>Size of a picture whose pixels are stored row by row, channels innermost.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Channels">Bytes per pixel: 1 for grey, 3 for RGB.</param>
public readonly record struct PictureSize(int Height, int Width, int Channels)
{
    /// <summary>Bytes of the whole picture.</summary>
    public int Length => checked(Height * Width * Channels);
}
