using GymSharp.Atari2600;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari;

/// <summary>Maximum, brightness and scaling against pictures made with ALE and OpenCV.</summary>
public sealed class PreprocessingTests
{
    private const int Side = 84;
    private const int Height = 210;
    private const int Pixels = Height * AtariConsole.Width;

    public static TheoryData<string> Films => [.. Names("_frames")];

    public static TheoryData<string> Noises => [.. Names("_in")];

    [Theory]
    [MemberData(nameof(Films))]
    public void Grey_pictures_of_two_frames_are_equal(string film)
    {
        byte[] frames = AleGolden.Bytes($"preprocess/{film}_frames");
        byte[] expected = AleGolden.Bytes($"preprocess/{film}_gray84");
        AreaResizer resizer = new(new PictureSize(Height, AtariConsole.Width, 1), Side, Side);
        byte[] gray = new byte[Pixels];
        byte[] seen = new byte[expected.Length];
        for (int i = 0; i < expected.Length / resizer.Target.Length; i++)
        {
            PaletteLookup.Gray(frames.AsSpan(2 * i * Pixels, Pixels), TelevisionFormat.Ntsc, gray);
            PaletteLookup.MaximumGray(frames.AsSpan(((2 * i) + 1) * Pixels, Pixels), TelevisionFormat.Ntsc, gray);
            resizer.Resize(gray, seen.AsSpan(i * Side * Side, Side * Side));
        }

        Assert.Equal(-1, FirstDifference(expected, seen));
    }

    [Theory]
    [MemberData(nameof(Films))]
    public void Coloured_pictures_and_their_grey_are_equal(string film)
    {
        byte[] frames = AleGolden.Bytes($"preprocess/{film}_frames");
        byte[] expected = AleGolden.Bytes($"preprocess/{film}_rgb84");
        byte[] expectedGray = AleGolden.Bytes($"preprocess/{film}_rgb2gray84");
        AreaResizer resizer = new(new PictureSize(Height, AtariConsole.Width, 3), Side, Side);
        AreaResizer grayResizer = new(new PictureSize(Height, AtariConsole.Width, 1), Side, Side);
        byte[] first = new byte[3 * Pixels];
        byte[] second = new byte[3 * Pixels];
        byte[] gray = new byte[Pixels];
        byte[] seen = new byte[expected.Length];
        byte[] seenGray = new byte[expectedGray.Length];
        for (int i = 0; i < expectedGray.Length / (Side * Side); i++)
        {
            PaletteLookup.Rgb(frames.AsSpan(2 * i * Pixels, Pixels), TelevisionFormat.Ntsc, first);
            PaletteLookup.Rgb(frames.AsSpan(((2 * i) + 1) * Pixels, Pixels), TelevisionFormat.Ntsc, second);
            Pictures.Maximum(first, second);
            resizer.Resize(first, seen.AsSpan(3 * i * Side * Side, 3 * Side * Side));
            Pictures.Gray(first, gray);
            grayResizer.Resize(gray, seenGray.AsSpan(i * Side * Side, Side * Side));
        }

        Assert.Equal(-1, FirstDifference(expected, seen));
        Assert.Equal(-1, FirstDifference(expectedGray, seenGray));
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void Noise_of_any_size_is_scaled_as_OpenCV_scales_it(string noise)
    {
        string[] size = noise["noise_".Length..].Split('x');
        PictureSize source = new(
            int.Parse(size[0], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(size[1], System.Globalization.CultureInfo.InvariantCulture),
            1);
        byte[] pictures = AleGolden.Bytes($"preprocess/{noise}_in");
        byte[] byArea = AleGolden.Bytes($"preprocess/{noise}_area84");
        byte[] linear = AleGolden.Bytes($"preprocess/{noise}_linear84");
        AreaResizer area = new(source, Side, Side);
        LinearResizer line = new(source, Side, Side);
        byte[] seen = new byte[Side * Side];
        for (int i = 0; i < pictures.Length / source.Length; i++)
        {
            area.Resize(pictures.AsSpan(i * source.Length, source.Length), seen);
            Assert.Equal(-1, FirstDifference(byArea.AsSpan(i * seen.Length, seen.Length), seen));
            line.Resize(pictures.AsSpan(i * source.Length, source.Length), seen);
            Assert.Equal(-1, FirstDifference(linear.AsSpan(i * seen.Length, seen.Length), seen));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(200)]
    public void Wide_look_ups_say_what_the_tables_say(int length)
    {
        byte[] pixels = [.. Enumerable.Range(0, length).Select(i => (byte)((i * 37) + 11))];
        foreach (TelevisionFormat format in Enum.GetValues<TelevisionFormat>())
        {
            byte[] gray = new byte[length];
            byte[] rgb = new byte[3 * length];
            PaletteLookup.Gray(pixels, format, gray);
            PaletteLookup.Rgb(pixels, format, rgb);
            for (int i = 0; i < length; i++)
            {
                Assert.Equal(Palette.GrayOf(format)[pixels[i]], gray[i]);
                Assert.True(Palette.Of(format).Slice(3 * pixels[i], 3).SequenceEqual(rgb.AsSpan(3 * i, 3)));
            }
        }
    }

    private static IEnumerable<string> Names(string ending) =>
        Directory.EnumerateFiles(Path.Combine(AleGolden.Root, "preprocess"), $"*{ending}.gz")
            .Select(file => Path.GetFileName(file)[..^(ending.Length + ".gz".Length)])
            .Order(StringComparer.Ordinal);

    private static int FirstDifference(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> seen)
    {
        int common = expected.CommonPrefixLength(seen);
        return common == expected.Length && common == seen.Length ? -1 : common;
    }
}
