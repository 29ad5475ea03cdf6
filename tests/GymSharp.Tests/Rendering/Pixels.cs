using System.Security.Cryptography;
using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

/// <summary>Looks at what was drawn.</summary>
internal static class Pixels
{
    public static string Hash(Canvas canvas) => Convert.ToHexStringLower(SHA256.HashData(canvas.Pixels))[..16];

    /// <summary>How much of a white-on-black picture is white, in pixels.</summary>
    public static double Area(Canvas canvas)
    {
        long sum = 0;
        for (int i = 0; i < canvas.Pixels.Length; i += 3)
        {
            sum += canvas.Pixels[i];
        }

        return sum / 255.0;
    }

    /// <summary>Deterministic noise of few or many colours.</summary>
    public static Frame Noise(int width, int height, int colors, uint seed)
    {
        uint state = (seed * 2654435761u) + 1;
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++)
        {
            state = (state * 1664525) + 1013904223;
            uint color = (state >> 8) % (uint)colors * 2654435761u;
            pixels[i * 3] = (byte)(color >> 24);
            pixels[(i * 3) + 1] = (byte)(color >> 16);
            pixels[(i * 3) + 2] = (byte)(color >> 8);
        }

        return new Frame(width, height, pixels);
    }
}
