using System.Globalization;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class SampleTests : Workplace
{
    [Fact]
    public void The_first_sample_learns_and_films_itself()
    {
        using RunningProgram program = new(Programs.FirstLoop, Folder, ["videos"], Environment);
        ProgramResult result = program.Finish().Succeeded();
        Assert.Contains("returned 1.", result.Lines[^1], StringComparison.Ordinal);
        Assert.Equal("", result.Error);
        string[] videos = [.. Files("videos").Where(file => !file.EndsWith(".json", StringComparison.Ordinal))];
        Assert.StartsWith("rl-video-episode-2999.", Assert.Single(videos), StringComparison.Ordinal);
        Assert.True(new FileInfo(this["videos/" + videos[0]]).Length > 1000);
    }

    [Fact]
    public void The_robot_with_a_laser_plays_and_is_filmed()
    {
        using RunningProgram program = new(Programs.Lasers, Folder, ["lasers", "1"], Environment);
        ProgramResult result = program.Finish().Succeeded();
        Assert.StartsWith("Game 1:", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("The last game was filmed in lasers.", result.Lines[^1], StringComparison.Ordinal);
        string[] videos = [.. Files("lasers").Where(file => !file.EndsWith(".json", StringComparison.Ordinal))];
        Assert.StartsWith("rl-video-episode-0.", Assert.Single(videos), StringComparison.Ordinal);
    }

    [Fact]
    public void The_humanoid_trains_and_is_recorded_by_hand()
    {
        using RunningProgram program = new(Programs.Humanoid, Folder, ["film.gif", "2048"], Environment);
        ProgramResult result = program.Finish().Succeeded();
        Assert.StartsWith("2048 steps, return ", result.Lines[0], StringComparison.Ordinal);
        string[] last = result.Lines[^1].Split(' ');
        Assert.True(double.Parse(last[^4], CultureInfo.InvariantCulture) > 50, result.Lines[^1]);
        Assert.True(new FileInfo(this["film.gif"]).Length > 10_000);
    }
}
