using GymSharp.Rendering;

namespace GymSharp.Environments.MinAtar;

/// <summary>Colours that grow brighter while they wind through the hues.</summary>
/// <remarks>
/// D. A. Green, "A colour scheme for the display of astronomical intensity images", 2011, Bulletin of the Astronomical
/// Society of India 39, 289, with start 0.5, -1.5 rotations and hue 1. The palette of n colours is seaborn's
/// <c>color_palette("cubehelix", n)</c>: evenly spaced entries of a table of 256, which leaves out both ends. Channel
/// values are rounded to the nearest byte.
/// </remarks>
internal static class Cubehelix
{
    private const int TableSize = 256;

    /// <summary>Colours for a number of kinds.</summary>
    public static Color[] Palette(int count)
    {
        Color[] palette = new Color[count];
        double step = 1.0 / (count + 1);
        for (int i = 0; i < count; i++)
        {
            int entry = (int)((i + 1) * step * TableSize);
            palette[i] = At(entry / (TableSize - 1.0));
        }

        return palette;
    }

    private static Color At(double brightness)
    {
        double amplitude = brightness * (1 - brightness) / 2;
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * ((0.5 / 3) - (1.5 * brightness)));
        return new Color(
            ToByte(brightness + (amplitude * ((-0.14861 * cosine) + (1.78277 * sine)))),
            ToByte(brightness + (amplitude * ((-0.29227 * cosine) - (0.90649 * sine)))),
            ToByte(brightness + (amplitude * 1.97294 * cosine)));
    }

    private static byte ToByte(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
}
