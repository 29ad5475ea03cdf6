using GymSharp.Rendering;

namespace GymSharp.Environments.MinAtar;

/// <summary>Draws observations as coloured squares: 200 x 200 pixels, 20 to a cell, lines between them.</summary>
/// <remarks>The last channel that is set in a cell gives its colour, as in MinAtar's own display.</remarks>
internal sealed class CellPicture(int channels)
{
    private const int CellPixels = 20;
    private const int Border = 1;
    private static readonly Color LineColor = new(28, 28, 28);
    private static readonly Color Blank = new(0, 0, 0);
    private readonly Color[] palette = Cubehelix.Palette(channels);

    /// <summary>A picture of a state of shape [10, 10, channels].</summary>
    public Frame Draw(ReadOnlySpan<bool> state)
    {
        Canvas canvas = new(MinAtarGame.Size * CellPixels, MinAtarGame.Size * CellPixels, LineColor);
        for (int cell = 0; cell < MinAtarGame.Size * MinAtarGame.Size; cell++)
        {
            int shown = state.Slice(cell * channels, channels).LastIndexOf(true);
            canvas.FillRectangle(
                ((cell % MinAtarGame.Size) * CellPixels) + Border,
                ((cell / MinAtarGame.Size) * CellPixels) + Border,
                CellPixels - (2 * Border),
                CellPixels - (2 * Border),
                shown < 0 ? Blank : palette[shown]);
        }

        return canvas.ToFrame();
    }
}
