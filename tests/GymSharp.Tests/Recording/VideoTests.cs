using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Tests.Rendering;

namespace GymSharp.Tests.Recording;

public sealed class VideoTests
{
    [Theory]
    [InlineData(64, 48, 30, "30/1")]
    [InlineData(33, 21, 12.5, "25/2")]
    [InlineData(1, 1, 60, "60/1")]
    public void Mp4_has_every_frame_the_right_rate_and_nearly_the_right_pixels(
        int width, int height, double framesPerSecond, string rate)
    {
        using TemporaryFolder folder = new();
        Frame[] frames = Movie(width, height, 20);
        string path = Record(folder, frames, framesPerSecond, VideoFormat.Mp4, out string? notice);
        Assert.Null(notice);
        Assert.Equal(folder.File("video.mp4"), path);
        Assert.Equal(["video.mp4"], folder.Names);
        (int evenWidth, int evenHeight) = (width + (width % 2), height + (height % 2));
        Assert.Equal($"{evenWidth}", FfmpegTool.Probe(path, "width"));
        Assert.Equal($"{evenHeight}", FfmpegTool.Probe(path, "height"));
        Assert.Equal(rate, FfmpegTool.Probe(path, "r_frame_rate"));
        Assert.Equal("h264", FfmpegTool.Probe(path, "codec_name"));
        Assert.Equal("yuv420p", FfmpegTool.Probe(path, "pix_fmt"));
        List<Frame> decoded = FfmpegTool.Decode(path, evenWidth, evenHeight);
        Assert.Equal(frames.Length, decoded.Count);
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.InRange(MeanError(frames[i], decoded[i]), 0, 8);
        }
    }

    [Theory]
    [InlineData(25, 4, 4, 4)]
    [InlineData(30, 3, 4, 3)]
    [InlineData(60, 2, 2, 2)]
    [InlineData(1, 100, 100, 100)]
    public void Gif_has_every_frame_exactly_and_keeps_the_rate(double framesPerSecond, int first, int second, int third)
    {
        using TemporaryFolder folder = new();
        Frame[] frames = Movie(40, 31, 20);
        string path = Record(folder, frames, framesPerSecond, VideoFormat.Gif, out string? notice);
        Assert.Null(notice);
        Assert.Equal(["video.gif"], folder.Names);
        Assert.Equal([first, second, third], FfmpegTool.Delays(path).Take(3));
        AssertExact(frames, path);
    }

    [Fact]
    public void Numbered_pictures_are_exact()
    {
        using TemporaryFolder folder = new();
        Frame[] frames = [.. Enumerable.Range(0, 3).Select(i => Pixels.Noise(20, 10, 4000, (uint)i))];
        string path = Record(folder, frames, 30, VideoFormat.Png, out _);
        Assert.Equal(["video"], folder.Names);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(frames[i].Pixels, PngReader.Load(Path.Combine(path, $"00000{i}.png")).Pixels);
        }

        Assert.Throws<IOException>(() => VideoWriter.Create(path, 30, new VideoOptions { Format = VideoFormat.Png }));
    }

    [Fact]
    public void Auto_records_mp4_where_ffmpeg_is_found()
    {
        using TemporaryFolder folder = new();
        Assert.EndsWith(".mp4", Record(folder, Movie(16, 16, 3), 30, VideoFormat.Auto, out string? notice));
        Assert.Null(notice);
    }

    [Theory]
    [InlineData(VideoFormat.Mp4)]
    [InlineData(VideoFormat.Gif)]
    [InlineData(VideoFormat.Png)]
    public void Without_Complete_no_file_remains(VideoFormat format)
    {
        using TemporaryFolder folder = new();
        using (IVideoWriter writer = Create(folder, 30, format))
        {
            writer.Append(Pixels.Noise(16, 16, 4, 1));
            Assert.Equal(1, writer.FrameCount);
        }

        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData(VideoFormat.Mp4)]
    [InlineData(VideoFormat.Gif)]
    [InlineData(VideoFormat.Png)]
    public void A_video_needs_frames_of_one_size(VideoFormat format)
    {
        using TemporaryFolder folder = new();
        using IVideoWriter writer = Create(folder, 30, format);
        Assert.Throws<InvalidOperationException>(writer.Complete);
        writer.Append(Pixels.Noise(16, 12, 4, 1));
        Assert.Contains(
            "16 x 12", Assert.Throws<ArgumentException>(() => writer.Append(Pixels.Noise(16, 14, 4, 1))).Message);
        Assert.Throws<ArgumentException>(() => writer.Append(new Frame("text")));
        writer.Append(Pixels.Noise(16, 12, 4, 1));
        Assert.Equal(2, writer.FrameCount);
        string path = writer.Complete();
        Assert.Equal(path, writer.Complete());
        Assert.Single(folder.Names);
    }

    [Theory]
    [InlineData(VideoFormat.Mp4)]
    [InlineData(VideoFormat.Gif)]
    public void A_frame_rate_must_be_above_zero(VideoFormat format)
    {
        using TemporaryFolder folder = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(folder, 0, format));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create(folder, double.NaN, format));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Folders_are_created()
    {
        using TemporaryFolder folder = new();
        string path = folder.File(Path.Combine("a", "b", "video"));
        using IVideoWriter writer = VideoWriter.Create(path, 30, new VideoOptions { Format = VideoFormat.Gif });
        writer.Append(Pixels.Noise(4, 4, 4, 1));
        Assert.True(File.Exists(writer.Complete()));
    }

    internal static Frame[] Movie(int width, int height, int count)
    {
        Canvas canvas = new(width, height, Color.White);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            canvas.Clear(Color.White);
            canvas.FillRectangle(i * width / count, height / 4, width / 3.0, height / 2.0, Color.SteelBlue);
            return canvas.ToFrame();
        })];
    }

    internal static void AssertExact(Frame[] frames, string path)
    {
        List<Frame> decoded = FfmpegTool.Decode(path, frames[0].Width, frames[0].Height);
        Assert.Equal(frames.Length, decoded.Count);
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.True(frames[i].Pixels.AsSpan().SequenceEqual(decoded[i].Pixels), $"Frame {i} differs.");
        }
    }

    private static IVideoWriter Create(TemporaryFolder folder, double framesPerSecond, VideoFormat format) =>
        VideoWriter.Create(folder.File("video"), framesPerSecond, new VideoOptions { Format = format });

    private static string Record(
        TemporaryFolder folder, Frame[] frames, double framesPerSecond, VideoFormat format, out string? notice)
    {
        using IVideoWriter writer = Create(folder, framesPerSecond, format);
        foreach (Frame frame in frames)
        {
            writer.Append(frame);
        }

        string path = writer.Complete();
        notice = writer.Notice;
        return path;
    }

    private static double MeanError(Frame expected, Frame actual)
    {
        double sum = 0;
        for (int y = 0; y < expected.Height; y++)
        {
            for (int i = 0; i < expected.Width * 3; i++)
            {
                int wanted = expected.Pixels[(y * expected.Width * 3) + i];
                sum += Math.Abs(wanted - actual.Pixels[(y * actual.Width * 3) + i]);
            }
        }

        return sum / expected.Pixels.Length;
    }
}
