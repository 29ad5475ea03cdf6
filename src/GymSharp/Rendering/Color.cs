using System.Globalization;

namespace GymSharp.Rendering;

/// <summary>A colour with 8 bits for each of red, green, blue and opacity.</summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
/// <param name="A">Opacity, 0 (invisible) to 255 (opaque); not multiplied into the other channels.</param>
public readonly partial record struct Color(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>The same colour with another opacity.</summary>
    /// <param name="alpha">Opacity, 0 (invisible) to 255 (opaque).</param>
    public Color WithAlpha(byte alpha) => this with { A = alpha };

    /// <summary>Makes an opaque colour from hue, saturation and value.</summary>
    /// <param name="hue">Hue in degrees; any finite number, taken modulo 360 (0 red, 120 green, 240 blue).</param>
    /// <param name="saturation">Saturation, 0 (gray) to 1 (pure).</param>
    /// <param name="value">Brightness, 0 (black) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range or not finite.</exception>
    public static Color FromHsv(double hue, double saturation, double value)
    {
        if (!double.IsFinite(hue))
        {
            throw new ArgumentOutOfRangeException(nameof(hue), hue, "The hue must be a finite number of degrees.");
        }

        ThrowIfNotUnit(saturation, nameof(saturation));
        ThrowIfNotUnit(value, nameof(value));
        double sector = (hue - (Math.Floor(hue / 360) * 360)) / 60;
        double chroma = value * saturation;
        return new Color(
            Channel(5, sector, value, chroma),
            Channel(3, sector, value, chroma),
            Channel(1, sector, value, chroma));
    }

    /// <summary>Reads <c>#RGB</c>, <c>#RGBA</c>, <c>#RRGGBB</c> or <c>#RRGGBBAA</c>; the <c>#</c> may be left
    /// out.</summary>
    /// <param name="text">Hexadecimal digits, upper or lower case.</param>
    /// <exception cref="FormatException">The text is none of these forms.</exception>
    public static Color Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> digits = text.StartsWith('#') ? text.AsSpan(1) : text;
        if (digits.Length is not (3 or 4 or 6 or 8)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint bits))
        {
            throw new FormatException(
                $"A colour is written #RGB, #RGBA, #RRGGBB or #RRGGBBAA in hexadecimal digits, got \"{text}\".");
        }

        return digits.Length switch
        {
            3 => new Color(Nibble(bits >> 8), Nibble(bits >> 4), Nibble(bits)),
            4 => new Color(Nibble(bits >> 12), Nibble(bits >> 8), Nibble(bits >> 4), Nibble(bits)),
            6 => new Color((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits),
            _ => new Color((byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits),
        };
    }

    /// <summary>Mixes two colours channel by channel.</summary>
    /// <param name="from">The colour at 0.</param>
    /// <param name="to">The colour at 1.</param>
    /// <param name="amount">Where between the two, 0 to 1; values outside are moved to the nearer end.</param>
    public static Color Lerp(Color from, Color to, double amount)
    {
        int weight = (int)Math.Round(Math.Clamp(amount, 0, 1) * 65536);
        return new Color(
            Mix(from.R, to.R, weight), Mix(from.G, to.G, weight), Mix(from.B, to.B, weight), Mix(from.A, to.A, weight));
    }

    /// <summary>The colour as <c>#RRGGBB</c>, or <c>#RRGGBBAA</c> if it is not opaque.</summary>
    public override string ToString() => A == 255 ? $"#{R:X2}{G:X2}{B:X2}" : $"#{R:X2}{G:X2}{B:X2}{A:X2}";

    private static byte Mix(byte from, byte to, int weight) =>
        (byte)(((from * (65536 - weight)) + (to * weight) + 32768) >> 16);

    private static byte Nibble(uint bits) => (byte)((bits & 15) * 17);

    private static byte Channel(int offset, double sector, double value, double chroma)
    {
        double k = (offset + sector) % 6;
        double share = Math.Clamp(Math.Min(k, 4 - k), 0, 1);
        return (byte)Math.Round((value - (chroma * share)) * 255);
    }

    private static void ThrowIfNotUnit(double number, string name)
    {
        if (!(number >= 0 && number <= 1))
        {
            throw new ArgumentOutOfRangeException(name, number, $"The {name} must lie between 0 and 1.");
        }
    }
}
