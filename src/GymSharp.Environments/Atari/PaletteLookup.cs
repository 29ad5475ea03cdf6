using System.Runtime.InteropServices;
using GymSharp.Atari2600;

namespace GymSharp.Environments.Atari;

/// <summary>Turns palette indices into colours and brightness.</summary>
internal static class PaletteLookup
{
    private static readonly uint[][] Packed = [.. Enum.GetValues<TelevisionFormat>().Select(Pack)];

    /// <summary>Writes one byte per pixel.</summary>
    public static void Gray(ReadOnlySpan<byte> pixels, TelevisionFormat format, Span<byte> destination)
    {
        Expect(pixels.Length, destination.Length);
        ReadOnlySpan<byte> grays = Palette.GrayOf(format);
        for (int i = 0; i < pixels.Length; i++)
        {
            destination[i] = grays[pixels[i]];
        }
    }

    /// <summary>Writes red, green and blue of each pixel.</summary>
    public static void Rgb(ReadOnlySpan<byte> pixels, TelevisionFormat format, Span<byte> destination)
    {
        Expect(3 * pixels.Length, destination.Length);
        if (pixels.IsEmpty)
        {
            return;
        }

        // Four bytes are written for three, and the fourth is overwritten by the next pixel; the last one stands alone.
        uint[] colors = Packed[(int)format];
        Span<byte> rest = destination;
        foreach (byte pixel in pixels[..^1])
        {
            MemoryMarshal.Write(rest, colors[pixel]);
            rest = rest[3..];
        }

        uint last = colors[pixels[^1]];
        MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in last))[..3].CopyTo(rest);
    }

    private static void Expect(int expected, int given)
    {
        if (expected != given)
        {
            throw new ArgumentException($"Expected room for {expected} bytes, got {given}.", nameof(given));
        }
    }

    private static uint[] Pack(TelevisionFormat format)
    {
        ReadOnlySpan<byte> palette = Palette.Of(format);
        uint[] colors = new uint[256];
        Span<byte> bytes = MemoryMarshal.AsBytes(colors.AsSpan());
        for (int i = 0; i < colors.Length; i++)
        {
            palette.Slice(3 * i, 3).CopyTo(bytes[(4 * i)..]);
        }

        return colors;
    }
}
