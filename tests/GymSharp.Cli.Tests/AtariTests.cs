using System.IO.Compression;
using GymSharp.Cli.Running;
using GymSharp.Golden;

namespace GymSharp.Cli;

/// <summary>Commands that work with ROMs, and what they do with files that are none.</summary>
public sealed class AtariTests : Workplace
{
    private static readonly string Recorded = Path.Combine(GoldenData.RepositoryRoot, "ale");

    [Fact]
    public void A_recorded_run_with_sound_is_repeated()
    {
        string run = Path.Combine(Recorded, "env", "audio");
        RunWith("atari", "replay", run, "--rom", Rom("audio"), "--output", "seen").Succeeded();
        Assert.Equal(["rows.csv"], Files("seen"));
        using StreamReader recorded = new(new GZipStream(
            File.OpenRead(Path.Combine(run, "rows.csv.gz")), CompressionMode.Decompress));
        Assert.Equal(recorded.ReadToEnd(), File.ReadAllText(this["seen/rows.csv"]));
    }

    [Fact]
    public void What_is_no_recorded_run_is_refused_and_nothing_is_written()
    {
        Write("run.json", "{\"inputs\": [[0, \"Fly\", 1]], \"frames\": 3}");
        Assert.NotEqual(0, Replay(Rom("joystick")).ExitCode);
        Write("run.json", "{\"inputs\": [");
        Assert.NotEqual(0, Replay(Rom("joystick")).ExitCode);
        Write("run.json", "{}");
        Assert.NotEqual(0, Replay(Write("empty.bin", "")).ExitCode);
        Assert.False(Directory.Exists(this["seen"]));
    }

    [Theory]
    [InlineData(0, "no bytes")]
    [InlineData(1000, "1000")]
    [InlineData(600_000, "512 KB")]
    public void A_ROM_of_a_size_that_no_cartridge_has_is_refused(int size, string hint)
    {
        File.WriteAllBytes(this["game.bin"], new byte[size]);
        ProgramResult result = Run("rollout ALE/Custom-v5 --set rom=game.bin --steps 3");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(hint, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_ROM_is_played()
    {
        File.Copy(Rom("g_shooter"), this["game.bin"]);
        Run("rollout ALE/Custom-v5 --set rom=game.bin --set obs_type=ram --steps 5").Succeeded();
    }

    [Fact]
    public void An_import_of_what_is_no_ROM_writes_nothing()
    {
        Environment["GYMSHARP_ROMS"] = this["roms"];
        Directory.CreateDirectory(this["found"]);
        Write("found/notes.txt", "no ROM");
        Write("found/broken.zip", "PK\u0003\u0004 and no more");
        Run("roms import found").FailedWith("broken.zip", "no ROM of a known game");
        Assert.False(Directory.Exists(this["roms"]) && Files("roms").Length > 0);
        ProgramResult list = Run("roms list").Succeeded();
        Assert.Contains("space_invaders", list.Output, StringComparison.Ordinal);
    }

    private static string Rom(string name) => Path.Combine(Recorded, "roms", name + ".bin");

    private ProgramResult Replay(string rom) => RunWith("atari", "replay", Folder, "--rom", rom, "--output", "seen");
}
