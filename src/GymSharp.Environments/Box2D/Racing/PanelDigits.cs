using GymSharp.Rendering;

namespace GymSharp.Environments.Box2D;

/// <summary>White digits on black, drawn once and copied.</summary>
internal static class PanelDigits
{
    /// <summary>Height of a character with its margins, pixels.</summary>
    public const int Height = 42;

    private const int DigitWidth = 23;
    private const int SignWidth = 14;
    private const int Baseline = 34;
    private static readonly uint[][] Shapes = [.. Enumerable.Range(0, 10).Select(Rasterize)];

    /// <summary>Width of a character with its margins, pixels.</summary>
    public static int Advance(char character) => character == '-' ? SignWidth : DigitWidth;

    /// <summary>Width of a text, pixels.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        int width = 0;
        foreach (char character in text)
        {
            width += Advance(character);
        }

        return width;
    }

    /// <summary>Draws a digit or a minus sign.</summary>
    /// <param name="surface">The picture.</param>
    /// <param name="character">The character.</param>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    public static void Draw(BlockSurface surface, char character, int left, int top)
    {
        if (character == '-')
        {
            for (int y = top + 18; y < top + 25; y++)
            {
                surface.FillRun(y, left + 1, left + 12, 0xFFFFFF);
            }

            return;
        }

        ReadOnlySpan<uint> shape = Shapes[character - '0'];
        for (int y = 0; y < Height; y++)
        {
            surface.CopyRun(top + y, left, shape.Slice(y * DigitWidth, DigitWidth));
        }
    }

    // The built-in font is narrower than the usual one; widened, a digit fills its cell.
    private static uint[] Rasterize(int digit)
    {
        const double Widening = 1.12;
        const double Size = 37;
        Canvas canvas = new(DigitWidth, Height, Color.Black);
        canvas.Translate(DigitWidth / 2.0, Baseline - 2);
        canvas.Scale(Widening, 1);
        canvas.DrawText(
            digit.ToString(System.Globalization.CultureInfo.InvariantCulture),
            0,
            0,
            new TextStyle(Size, Color.White, HorizontalAlign.Center, VerticalAlign.Baseline, Bold: true));
        uint[] pixels = new uint[DigitWidth * Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = BlockSurface.Pack(canvas.Pixels[3 * i], canvas.Pixels[3 * i], canvas.Pixels[3 * i]);
        }

        return pixels;
    }
}
