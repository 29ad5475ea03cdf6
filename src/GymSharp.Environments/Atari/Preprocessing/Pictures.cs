using System.Numerics;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Work on pictures of bytes.</summary>
internal static class Pictures
{
    /// <summary>Replaces each byte by the greater of itself and another.</summary>
    public static void Maximum(Span<byte> picture, ReadOnlySpan<byte> other)
    {
        int i = 0;
        for (; i <= picture.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            System.Numerics.Vector.Max(new Vector<byte>(picture[i..]), new Vector<byte>(other[i..]))
                .CopyTo(picture[i..]);
        }

        for (; i < picture.Length; i++)
        {
            picture[i] = Math.Max(picture[i], other[i]);
        }
    }

    /// <summary>Turns red, green and blue into brightness, as OpenCV's <c>COLOR_RGB2GRAY</c> does.</summary>
    /// <param name="rgb">Three bytes per pixel.</param>
    /// <param name="gray">One byte per pixel.</param>
    public static void Gray(ReadOnlySpan<byte> rgb, Span<byte> gray)
    {
        // 0.299, 0.587 and 0.114 with 15 bits.
        const int Red = 9798;
        const int Green = 19235;
        const int Blue = 3735;
        for (int i = 0; i < gray.Length; i++)
        {
            int sum = (rgb[3 * i] * Red) + (rgb[(3 * i) + 1] * Green) + (rgb[(3 * i) + 2] * Blue);
            gray[i] = (byte)((sum + (1 << 14)) >> 15);
        }
    }
}
