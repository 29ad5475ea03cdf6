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
    private static readonly Stencil[] Digits = [.. Enumerable.Range(0, 10).Select(Rasterize)];
    private static readonly Stencil Minus = MakeMinus();

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

    /// <summary>The pixels of a digit or a minus sign.</summary>
    public static Stencil Of(char character) => character == '-' ? Minus : Digits[character - '0'];

    private static Stencil MakeMinus()
    {
        uint[] pixels = new uint[SignWidth * Height];
        for (int y = 18; y < 25; y++)
        {
            pixels.AsSpan((y * SignWidth) + 1, 12).Fill(0xFFFFFF);
        }

        return new Stencil(pixels, SignWidth);
    }

    // The built-in font is narrower than the usual one; widened, a digit fills its cell.
    private static Stencil Rasterize(int digit)
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
            pixels[i] = BandSurface.Pack(canvas.Pixels[3 * i], canvas.Pixels[3 * i], canvas.Pixels[3 * i]);
        }

        return new Stencil(pixels, DigitWidth);
    }
}
