using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Tests.Rendering;

namespace GymSharp.Tests.Recording;

public sealed class GifTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    public void Frames_of_up_to_256_colours_are_exact(int colors)
    {
        Frame[] frames = [.. Enumerable.Range(0, 6).Select(i => Pixels.Noise(50, 41, colors, (uint)i))];
        AssertExact(frames);
    }

    [Fact]
    public void Large_noise_overflows_the_code_table_and_is_exact() =>
        AssertExact(Pixels.Noise(300, 200, 200, 5), Pixels.Noise(300, 200, 3, 6), Pixels.Noise(300, 200, 256, 7));

    [Fact]
    public void One_pixel_and_unchanged_frames_are_exact()
    {
        AssertExact(Pixels.Noise(1, 1, 1, 1), Pixels.Noise(1, 1, 1, 1));
        Frame frame = Pixels.Noise(20, 10, 256, 4);
        AssertExact(frame, frame, Pixels.Noise(20, 10, 256, 5), frame, frame);
    }

    [Fact]
    public void A_moving_cart_pole_is_exact_and_small()
    {
        Frame[] frames = [.. Enumerable.Range(0, 40).Select(i => Scenes.CartPole(i * 0.02).ToFrame())];
        byte[] file = AssertExact(frames);
        Assert.InRange(file.Length, 1000, 100_000);
    }

    [Fact]
    public void Colours_that_come_frame_by_frame_get_tables_of_their_own()
    {
        Canvas canvas = new(64, 64, Color.Black);
        List<Frame> frames = [];
        for (int i = 0; i < 64; i++)
        {
            canvas.FillRectangle(i, 0, 1, 64, new Color((byte)(i * 4), 10, (byte)(255 - (i * 4))));
            frames.Add(canvas.ToFrame());
        }

        AssertExact([.. frames]);
    }

    [Fact]
    public void More_colours_are_reduced_with_a_small_error_and_the_next_simple_frame_is_exact_again()
    {
        Canvas canvas = new(200, 150, Color.Black);
        canvas.FillRectangle(0, 0, 200, 150, new LinearGradient((0, 0), (200, 30), Color.Navy, Color.Orange));
        LinearGradient veil = new((0, 0), (0, 150), Color.Lime.WithAlpha(150), Color.Red.WithAlpha(20));
        canvas.FillRectangle(0, 0, 200, 150, veil);
        Frame rich = canvas.ToFrame();
        canvas.FillCircle(100, 70, 40, Color.White);
        Frame changed = canvas.ToFrame();
        Frame simple = Scenes.CartPole(0.1).ToFrame();
        canvas.DrawFrame(simple, 0, 0);
        simple = canvas.ToFrame();
        List<Frame> decoded = Decode(Write([rich, changed, simple]), 200, 150);
        Assert.InRange(MeanError(rich, decoded[0]), 0, 3);
        Assert.InRange(MeanError(changed, decoded[1]), 0, 3);
        Assert.Equal(simple.Pixels, decoded[2].Pixels);
    }

    [Fact]
    public void Reduction_gives_the_same_bytes_again()
    {
        Frame[] frames = [Pixels.Noise(90, 80, 5000, 1), Pixels.Noise(90, 80, 4000, 2)];
        Assert.Equal(Write(frames), Write(frames));
    }

    [Fact]
    public void Frames_rotate_forever_and_keep_their_delays()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.gif");
        using (GifWriter gif = new(File.Create(path)))
        {
            int[] delays = [5, 2, 100, 3, 7];
            for (int i = 0; i < delays.Length; i++)
            {
                gif.AddFrame(Pixels.Noise(8, 8, 4, (uint)i), delays[i]);
            }
        }

        Assert.Equal([5, 2, 100, 3], FfmpegTool.Delays(path));
        Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf("NETSCAPE2.0\u0003\u0001\0\0\0"u8) > 0);
    }

    [Fact]
    public void Frames_of_another_size_are_refused_with_both_sizes()
    {
        using GifWriter gif = new(new MemoryStream());
        gif.AddFrame(Pixels.Noise(8, 6, 4, 1), 4);
        string message = Assert.Throws<ArgumentException>(() => gif.AddFrame(Pixels.Noise(9, 6, 4, 1), 4)).Message;
        Assert.Contains("9 x 6", message);
        Assert.Contains("8 x 6", message);
        Assert.Throws<ArgumentException>(() => gif.AddFrame(new Frame("text"), 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => gif.AddFrame(Pixels.Noise(8, 6, 4, 1), -1));
        Assert.Equal(1, gif.FrameCount);
    }

    [Fact]
    public void A_closed_animation_takes_no_more_frames()
    {
        MemoryStream stream = new();
        GifWriter gif = new(stream, leaveOpen: true);
        gif.AddFrame(Pixels.Noise(8, 6, 4, 1), 4);
        gif.Dispose();
        long length = stream.Length;
        gif.Dispose();
        Assert.Equal(length, stream.Length);
        Assert.Throws<ObjectDisposedException>(() => gif.AddFrame(Pixels.Noise(8, 6, 4, 1), 4));
    }

    private static byte[] AssertExact(params Frame[] frames)
    {
        byte[] file = Write(frames);
        List<Frame> decoded = Decode(file, frames[0].Width, frames[0].Height);
        Assert.Equal(frames.Length, decoded.Count);
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.True(frames[i].Pixels.AsSpan().SequenceEqual(decoded[i].Pixels), $"Frame {i} differs.");
        }

        return file;
    }

    private static byte[] Write(Frame[] frames)
    {
        MemoryStream stream = new();
        using (GifWriter gif = new(stream))
        {
            foreach (Frame frame in frames)
            {
                gif.AddFrame(frame, 4);
            }
        }

        return stream.ToArray();
    }

    private static List<Frame> Decode(byte[] file, int width, int height)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("a.gif"), file);
        return FfmpegTool.Decode(folder.File("a.gif"), width, height);
    }

    private static double MeanError(Frame expected, Frame actual) =>
        expected.Pixels.Zip(actual.Pixels, (a, b) => Math.Abs(a - b)).Average();
}
