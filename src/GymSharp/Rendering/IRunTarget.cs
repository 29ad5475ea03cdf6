namespace GymSharp.Rendering;

/// <summary>Takes what the rasteriser found: runs of pixels in one row with the same coverage.</summary>
internal interface IRunTarget
{
    /// <summary>Paints <paramref name="length"/> pixels; coverage is 1 to <see cref="Rasterizer.Full"/>.</summary>
    void Fill(int row, int column, int length, int coverage);
}
