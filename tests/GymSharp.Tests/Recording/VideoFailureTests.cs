using GymSharp.Recording;
using GymSharp.Rendering;

namespace GymSharp.Tests.Recording;

public sealed class VideoFailureTests
{
    private static readonly Frame[] Movie = VideoTests.Movie(120, 90, 30);

    [Theory]
    [InlineData(0)]
    [InlineData(200_000)]
    [InlineData(100_000_000)]
    public void A_failing_ffmpeg_is_reported_with_file_code_words_and_remedy(int bytes)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("video.mp4");
        using (FfmpegVideoWriter writer = new(path, 30, FakeProgram.Failing(folder, bytes, 3)))
        {
            VideoException error = Assert.Throws<VideoException>(() =>
            {
                foreach (Frame frame in Movie)
                {
                    writer.Append(frame);
                }

                writer.Complete();
            });
            Assert.Contains(path, error.Message);
            Assert.Contains("exit code 3", error.Message);
            Assert.Contains("the encoder broke", error.Message);
            Assert.Contains(Ffmpeg.Variable, error.Message);
        }

        Assert.DoesNotContain(folder.Names, name => name.StartsWith("video", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 64 << 20)]
    [InlineData(200_000, 64 << 20)]
    [InlineData(200_000, 500)]
    [InlineData(100_000_000, 0)]
    public void When_ffmpeg_fails_half_way_a_gif_holds_every_frame(int bytes, int memory)
    {
        using TemporaryFolder folder = new();
        VideoOptions options = new() { FfmpegPath = FakeProgram.Failing(folder, bytes, 3), SpoolMemory = memory };
        string path;
        using (IVideoWriter writer = VideoWriter.Create(folder.File("video"), 25, options))
        {
            foreach (Frame frame in Movie)
            {
                writer.Append(frame);
            }

            path = writer.Complete();
            Assert.Equal(Movie.Length, writer.FrameCount);
            Assert.Contains("the encoder broke", writer.Notice);
            Assert.DoesNotContain('\n', writer.Notice!);
        }

        Assert.Equal(folder.File("video.gif"), path);
        Assert.Single(folder.Names, name => name.StartsWith("video", StringComparison.Ordinal));
        VideoTests.AssertExact(Movie, path);
    }

    [Fact]
    public void An_ffmpeg_that_claims_success_without_a_file_is_a_failure()
    {
        using TemporaryFolder folder = new();
        using FfmpegVideoWriter writer = new(folder.File("video.mp4"), 30, FakeProgram.Idle(folder));
        writer.Append(Movie[0]);
        Assert.Contains("wrote no file", Assert.Throws<VideoException>(writer.Complete).Message);
    }

    [Fact]
    public void A_program_that_does_not_start_is_reported()
    {
        using TemporaryFolder folder = new();
        string program = folder.File("not-a-program");
        File.WriteAllText(program, "no program");
        using FfmpegVideoWriter writer = new(folder.File("video.mp4"), 30, program);
        VideoException error = Assert.Throws<VideoException>(() => writer.Append(Movie[0]));
        Assert.Contains("does not start", error.Message);
        Assert.Contains(program, error.Message);
    }

    [Fact]
    public void Without_ffmpeg_auto_records_gif_and_says_so_in_one_line()
    {
        using TemporaryFolder folder = new();
        VideoOptions options = new() { FfmpegPath = folder.File("missing") };
        using IVideoWriter writer = VideoWriter.Create(folder.File("video"), 30, options);
        Assert.Contains("GIF", writer.Notice);
        Assert.Contains(folder.File("missing"), writer.Notice);
        Assert.DoesNotContain('\n', writer.Notice!);
        writer.Append(Movie[0]);
        Assert.Equal(folder.File("video.gif"), writer.Complete());
    }

    [Fact]
    public void Without_ffmpeg_mp4_is_refused_with_the_remedy()
    {
        using TemporaryFolder folder = new();
        VideoOptions options = new() { Format = VideoFormat.Mp4, FfmpegPath = folder.File("missing") };
        VideoException error = Assert.Throws<VideoException>(
            () => VideoWriter.Create(folder.File("video"), 30, options));
        Assert.Contains(folder.File("missing"), error.Message);
        Assert.Contains(Ffmpeg.Variable, error.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void The_program_is_the_one_asked_for_or_of_the_variable_or_on_the_path()
    {
        using TemporaryFolder folder = new();
        string onPath = folder.File(OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg");
        File.WriteAllText(onPath, "found on the path");
        string other = folder.File("other");
        File.WriteAllText(other, "named by the variable");
        Dictionary<string, string> variables = new()
        {
            ["PATH"] = folder.File("nowhere") + Path.PathSeparator + Path.GetDirectoryName(onPath),
        };
        string? Read(string name) => variables.GetValueOrDefault(name);
        Assert.Equal(onPath, Ffmpeg.Find(null, Read));
        variables[Ffmpeg.Variable] = other;
        Assert.Equal(other, Ffmpeg.Find(null, Read));
        Assert.Equal(onPath, Ffmpeg.Find(onPath, Read));
        variables[Ffmpeg.Variable] = folder.File("missing");
        Assert.Null(Ffmpeg.Find(null, Read));
        Assert.Null(Ffmpeg.Find(null, _ => null));
    }

    [Fact]
    public void An_old_video_stays_until_the_new_one_is_complete()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("video.gif"), "old");
        using (GifVideoWriter writer = new(folder.File("video.gif"), 30))
        {
            writer.Append(Movie[0]);
        }

        Assert.Equal("old", File.ReadAllText(folder.File("video.gif")));
        using (GifVideoWriter writer = new(folder.File("video.gif"), 30))
        {
            writer.Append(Movie[0]);
            writer.Complete();
        }

        VideoTests.AssertExact([Movie[0]], folder.File("video.gif"));
    }
}
