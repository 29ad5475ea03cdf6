using GymSharp.Randomness;
using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Pictures of white noise, drawn as Gymnasium's rendering wrappers draw them.</summary>
internal static class PixelNoise
{
    // The upper bounds 255 * (0.2989, 0.5870, 0.1140) of the three grey summands, cut off to bytes.
    private static readonly byte[] GrayHigh = [76, 149, 29];
    private static readonly byte[] GrayLow = [0, 0, 0];
    private const byte ColorHigh = 255;

    /// <summary>
    /// A noise picture: each value below 255, or for grey the same sum of three draws in all channels.
    /// </summary>
    public static byte[] Draw(Rng rng, int length, bool isGrayscale)
    {
        byte[] noise = new byte[length];
        if (!isGrayscale)
        {
            rng.Integers<byte>(0, ColorHigh, noise);
            return noise;
        }

        rng.Integers<byte>(GrayLow, GrayHigh, noise);
        for (int i = 0; i < noise.Length; i += 3)
        {
            noise.AsSpan(i, 3).Fill((byte)(noise[i] + noise[i + 1] + noise[i + 2]));
        }

        return noise;
    }

    /// <summary>The picture with noise where the mask says so.</summary>
    public static Frame Mix(Frame frame, byte[] noise, ReadOnlySpan<bool> mask)
    {
        byte[] pixels = new byte[frame.Pixels.Length];
        for (int i = 0; i < mask.Length; i++)
        {
            byte[] source = mask[i] ? noise : frame.Pixels;
            source.AsSpan(i * 3, 3).CopyTo(pixels.AsSpan(i * 3, 3));
        }

        return new Frame(frame.Width, frame.Height, pixels);
    }
}
