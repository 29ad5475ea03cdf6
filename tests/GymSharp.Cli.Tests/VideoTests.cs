using System.Diagnostics;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class VideoTests(TrainedRun trained) : Workplace
{
    private const string Train = "train q-learning FrozenLake-v1 --steps 500 --eval-episodes 2 --run-dir run";

    [Fact]
    public void Without_ffmpeg_videos_are_GIFs_and_one_line_says_so()
    {
        Environment["GYMSHARP_FFMPEG"] = "/no/such/ffmpeg";
        ProgramResult result = Run(Train).Succeeded();
        Assert.Equal(["after.gif", "before.gif"], Files("run/videos"));
        Assert.All(Files("run/videos"), video => ExpectGif($"run/videos/{video}"));
        Assert.Contains("/no/such/ffmpeg", Assert.Single(result.Lines, line => line.Contains("GIF", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("videos/after.gif", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("head -c 300000 > /dev/null; echo 'no space left' >&2; exit 1")]
    [InlineData("cat > /dev/null; exit 3")]
    [InlineData("exit 0")]
    public void When_ffmpeg_fails_half_way_the_videos_are_GIFs_and_the_run_completes(string script)
    {
        ReplaceFfmpeg(script);
        ProgramResult result = Run(Train).Succeeded();
        Assert.Equal(["after.gif", "before.gif"], Files("run/videos"));
        Assert.All(Files("run/videos"), video => ExpectGif($"run/videos/{video}"));
        Assert.Contains("no frame lost", result.Output, StringComparison.Ordinal);
        Assert.Contains("mean return", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CartPole-v1", "mp4")]
    [InlineData("FrozenLake-v1", "gif")]
    [InlineData("MinAtar/Breakout-v1", "png")]
    [InlineData("MinAtar/Breakout-v1", "gif")]
    [InlineData("Pendulum-v1", "png")]
    [InlineData("CliffWalking-v1", "mp4")]
    public void A_random_agent_is_filmed_in_every_family(string env, string extension)
    {
        ProgramResult result = Run($"record random {env} --output films/film.{extension} --steps 20 --seed 3").Succeeded();
        Assert.Contains($"films/film.{extension}: return ", result.Output, StringComparison.Ordinal);
        Assert.Equal([$"films/film.{extension}"], Files());
        ExpectPictures($"films/film.{extension}");
    }

    [Fact]
    public void Steps_bound_the_film()
    {
        string json = Run("record random CliffWalking-v1 --output film.gif --steps 12 --json").Succeeded().Output;
        Assert.Contains("\"frames\": 13", json, StringComparison.Ordinal);
        Assert.Contains("\"length\": 12", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trained_agent_is_filmed()
    {
        Assert.Contains(
            "return 1 in 6 steps",
            RunWith("record", trained.Path, "--output", "film.gif").Succeeded().Output,
            StringComparison.Ordinal);
        ExpectGif("film.gif");
    }

    [Theory]
    [InlineData("record random CartPole-v1 --output film.avi", ".mp4, .gif or .png")]
    [InlineData("record random CartPole-v1 --output film", ".mp4, .gif or .png")]
    [InlineData("record random CartPole-v1", "--output")]
    [InlineData("record random --output film.gif", "Name the environment")]
    [InlineData("record randm CartPole-v1 --output film.gif", "Did you mean 'random'?")]
    [InlineData("record random CartPol-v1 --output film.gif", "CartPole")]
    [InlineData("record heuristic CartPole-v1 --output film.gif", "no built-in heuristic")]
    [InlineData("record random CartPole-v1 --output film.gif --steps -1", "--steps -1")]
    public void A_wrong_request_is_refused_and_nothing_is_written(string line, string message)
    {
        Run(line).RefusedWith(message);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_run_knows_its_environment() =>
        RunWith("record", trained.Path, "Taxi-v4", "--output", "film.gif").RefusedWith("A run knows its environment");

    [Fact]
    public void Films_that_cannot_be_made_are_failures()
    {
        Write("file", "in the way");
        Run("record random CartPole-v1 --output file/film.gif --steps 2").FailedWith("file");
        Run("record random CartPole-v1 --output file/film.png --steps 2").FailedWith("file");
        Environment["GYMSHARP_FFMPEG"] = "/no/such/ffmpeg";
        Run("record random CartPole-v1 --output film.mp4 --steps 2").FailedWith("MP4 needs ffmpeg");
        Assert.Equal(["file"], Files());
    }

    private void ExpectGif(string file) => Assert.Equal("GIF89a"u8, File.ReadAllBytes(this[file]).AsSpan(0, 6));

    // An independent reader finds a picture of a sensible size.
    private void ExpectPictures(string file)
    {
        ProcessStartInfo start = new("ffprobe")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (string argument in (string[])["-v", "error", "-select_streams", "v:0", "-count_frames", "-show_entries",
            "stream=width,nb_read_frames", "-of", "csv=p=0", file])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string[] numbers = process.StandardOutput.ReadToEnd().Trim().Split(',');
        process.WaitForExit();
        Assert.InRange(int.Parse(numbers[0]), 32, 2000);
        Assert.InRange(int.Parse(numbers[1]), 1, 21);
    }
}
