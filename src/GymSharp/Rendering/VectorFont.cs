namespace GymSharp.Rendering;

/// <summary>The built-in font: strokes, so that it scales to any size.</summary>
internal static partial class VectorFont
{
    /// <summary>Height of a capital in font units.</summary>
    public const double CapHeight = 20;

    /// <summary>Empty space on either side of a glyph's stroke centres, in font units.</summary>
    public const double Bearing = 2.6;

    private const double Regular = 2.3;
    private const double Heavy = 3.8;

    /// <summary>Pixels, or other units, for one font unit at a text size.</summary>
    public static double UnitOf(double size) => size * 0.7 / CapHeight;

    /// <summary>Thickness of strokes in font units.</summary>
    public static double Thickness(bool bold) => bold ? Heavy : Regular;

    /// <summary>From the origin of a glyph to that of the next, in font units.</summary>
    public static double Advance(Glyph glyph, bool bold) => glyph.Width + (2 * Bearing) + (bold ? Heavy - Regular : 0);

    /// <summary>The drawing of a character; a box for one that the font lacks.</summary>
    public static Glyph Find(char character) => Glyphs.TryGetValue(character, out Glyph? glyph) ? glyph : Missing;

    /// <summary>Width of one line in font units.</summary>
    public static double Measure(ReadOnlySpan<char> line, bool bold)
    {
        double width = 0;
        foreach (char character in line)
        {
            width += Advance(Find(character), bold);
        }

        return width;
    }
}
