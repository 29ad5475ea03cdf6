using FsCheck;
using FsCheck.Fluent;
using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Tests.Rendering;

namespace GymSharp.Tests.Recording;

public sealed class PngTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 1, 1, 1 }, { 7, 3, 2 }, { 40, 30, 256 }, { 41, 31, 257 }, { 64, 64, 5000 }, { 1, 300, 1000 },
        { 300, 1, 1000 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_independent_reader_sees_the_same_pixels(int width, int height, int colors)
    {
        using TemporaryFolder folder = new();
        Frame frame = Pixels.Noise(width, height, colors, 9);
        PngWriter.Save(frame, folder.File("a.png"));
        Assert.Equal(frame.Pixels, Assert.Single(FfmpegTool.Decode(folder.File("a.png"), width, height)).Pixels);
        Assert.Equal(["a.png"], folder.Names);
    }

    [Fact]
    public void Scenes_are_read_back_by_both_readers()
    {
        using TemporaryFolder folder = new();
        foreach ((string name, Func<Canvas> scene) in Scenes.All)
        {
            Frame frame = scene().ToFrame();
            string path = folder.File(name + ".png");
            PngWriter.Save(frame, path);
            Assert.Equal(frame.Pixels, PngReader.Load(path).Pixels);
            Assert.Equal(frame.Pixels, Assert.Single(FfmpegTool.Decode(path, frame.Width, frame.Height)).Pixels);
        }
    }

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(
        (from width in Gen.Choose(1, 40)
         from height in Gen.Choose(1, 40)
         from colors in Gen.Choose(1, 600)
         from seed in Gen.Choose(0, 1 << 30)
         select (width, height, colors, seed)).ToArbitrary(),
        shape =>
        {
            (int width, int height, int colors, int seed) = shape;
            Frame frame = Pixels.Noise(width, height, colors, (uint)seed);
            Frame back = PngReader.Decode(PngWriter.Encode(frame));
            Assert.Equal((width, height), (back.Width, back.Height));
            Assert.Equal(frame.Pixels, back.Pixels);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("cart-pole", 3_000)]
    [InlineData("strokes", 20_000)]
    [InlineData("shapes", 25_000)]
    [InlineData("text", 45_000)]
    public void Files_are_small(string scene, int bytes) =>
        Assert.InRange(PngWriter.Encode(Scenes.All[scene]().ToFrame()).Length, 100, bytes);

    [Fact]
    public void A_smooth_picture_of_many_colours_compresses_by_its_filters()
    {
        Canvas canvas = new(256, 256, Color.Black);
        canvas.FillRectangle(0, 0, 256, 256, new LinearGradient((0, 0), (256, 0), Color.Black, Color.Red));
        LinearGradient veil = new((0, 0), (0, 256), Color.Lime.WithAlpha(128), Color.Blue);
        canvas.FillRectangle(0, 0, 256, 256, veil);
        Assert.InRange(PngWriter.Encode(canvas.ToFrame()).Length, 100, 256 * 256 * 3 / 10);
    }

    [Fact]
    public void Notes_are_stored_and_readers_skip_them()
    {
        Frame frame = Pixels.Noise(5, 5, 10, 1);
        byte[] file = PngWriter.Encode(frame, new Dictionary<string, string> { ["Title"] = "Une leçon" });
        int at = file.AsSpan().IndexOf("tEXtTitle\0Une le"u8);
        Assert.Equal(0xE7, file[at + 16]);
        Assert.Equal(frame.Pixels, PngReader.Decode(file).Pixels);
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("a.png"), file);
        Assert.Equal(frame.Pixels, Assert.Single(FfmpegTool.Decode(folder.File("a.png"), 5, 5)).Pixels);
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData("Title", "Łódź")]
    [InlineData("a\0b", "text")]
    public void A_note_that_does_not_fit_is_refused(string keyword, string text) =>
        Assert.Throws<ArgumentException>(() => PngWriter.Encode(
            Pixels.Noise(1, 1, 1, 1), new Dictionary<string, string> { [keyword] = text }));

    [Fact]
    public void A_text_frame_is_refused_and_the_old_file_stays()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a.png"), "old");
        Assert.Throws<ArgumentException>(() => PngWriter.Save(new Frame("text"), folder.File("a.png")));
        Assert.Equal("old", File.ReadAllText(folder.File("a.png")));
        Assert.Equal(["a.png"], folder.Names);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.File(Path.Combine("missing", "a.png"));
        IOException error = Assert.ThrowsAny<IOException>(() => PngWriter.Save(Pixels.Noise(1, 1, 1, 1), path));
        Assert.Contains("missing", error.Message);
    }
}
