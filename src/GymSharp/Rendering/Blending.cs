namespace GymSharp.Rendering;

/// <summary>Mixes colours into RGB pixels, in integers rounded to nearest.</summary>
internal static class Blending
{
    /// <summary>Opacity 0 to 255 of a colour that covers part of a pixel.</summary>
    public static int Alpha(int coverage, int opacity) =>
        Combine(((coverage * 255) + (Rasterizer.Full / 2)) / Rasterizer.Full, opacity);

    /// <summary>The opacity that two opacities give together, all 0 to 255.</summary>
    public static int Combine(int first, int second) => Divide255(first * second);

    /// <summary>Mixes a colour of the given opacity, 0 to 255, into whole pixels.</summary>
    public static void Blend(Span<byte> run, Color color, int alpha)
    {
        int keep = 255 - alpha;
        int red = color.R * alpha;
        int green = color.G * alpha;
        int blue = color.B * alpha;
        for (int i = 0; i + 2 < run.Length; i += 3)
        {
            run[i] = (byte)Divide255((run[i] * keep) + red);
            run[i + 1] = (byte)Divide255((run[i + 1] * keep) + green);
            run[i + 2] = (byte)Divide255((run[i + 2] * keep) + blue);
        }
    }

    // Exact round(value / 255) for 0 <= value <= 255 * 255.
    private static int Divide255(int value) => (value + 128 + ((value + 128) >> 8)) >> 8;
}
