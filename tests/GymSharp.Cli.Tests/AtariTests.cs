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

    [Fact]
    public void A_bomb_is_no_ROM_and_writes_nothing()
    {
        Environment["GYMSHARP_ROMS"] = this["roms"];
        Directory.CreateDirectory(this["found"]);
        byte[] inner = Zip("zeros.bin", new byte[64 << 20]);
        File.WriteAllBytes(this["found/bomb.zip"], Zip("again.zip", inner));
        Run("roms import found").FailedWith("bomb.zip", "larger than any cartridge", "no ROM of a known game");
        Run("roms import found/bomb.zip").FailedWith("no ROM of a known game");
        Run("rollout ALE/Custom-v5 --set rom=found/bomb.zip --steps 3").FailedWith("No cartridge holds");
        File.WriteAllBytes(this["found/inner.bin"], inner);
        Run("rollout ALE/Custom-v5 --set rom=found/inner.bin --steps 3").FailedWith("No cartridge holds");
        Assert.Equal(["found/bomb.zip", "found/inner.bin"], Files());
    }

    [Fact]
    public void A_data_folder_that_is_a_file_holds_no_ROMs_and_stays_as_it_is()
    {
        Environment["GYMSHARP_ROMS"] = Write("file", "x");
        Run("rollout ALE/Tetris-v5 --steps 3").FailedWith("tetris.bin", "gymsharp roms import");
        Assert.Contains("tetris", Run("roms list").Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(["file"], Files());
        Assert.Equal("x", File.ReadAllText(this["file"]));
    }

    [Fact]
    public void What_cannot_be_read_is_told()
    {
        Run("rollout ALE/Custom-v5 --set rom=. --steps 3").FailedWith("is a folder", "ROM image");
        Run("rollout ALE/Custom-v5 --set rom=nothing.bin --steps 3").FailedWith("no file 'nothing.bin'");

        // A file that even a privileged user cannot read, as somebody else holds it.
        Directory.CreateDirectory(this["roms"]);
        using FileStream held = new(this["roms/tetris.bin"], FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Run("rollout ALE/Custom-v5 --set rom=roms/tetris.bin --steps 3").FailedWith("cannot be read", "may read");
        Environment["GYMSHARP_ROMS"] = this["roms"];
        Run("rollout ALE/Tetris-v5 --steps 3").FailedWith("cannot be read", "tetris.bin");
        Assert.Equal(["roms/tetris.bin"], Files());
    }

    [Fact]
    public void Another_file_under_the_name_of_a_ROM_is_refused()
    {
        Environment["GYMSHARP_ROMS"] = this["roms"];
        Directory.CreateDirectory(this["roms"]);
        File.Copy(Rom("g_shooter"), this["roms/tetris.bin"]);
        Run("rollout ALE/Tetris-v5 --steps 3").FailedWith("tetris.bin", "MD5");
    }

    private static byte[] Zip(string name, byte[] bytes)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return stream.ToArray();
    }

    private static string Rom(string name) => Path.Combine(Recorded, "roms", name + ".bin");

    private ProgramResult Replay(string rom) => RunWith("atari", "replay", Folder, "--rom", rom, "--output", "seen");
}
