using System.IO.Compression;
using System.Text.Json.Nodes;
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

    [Theory]
    [InlineData("", "run.json' is damaged")]
    [InlineData("{\"settings\": [", "run.json' is damaged")]
    [InlineData("[]", "run.json' is no description of a run")]
    [InlineData("{\"rom_md5\": 5, \"settings\": {}}", "has no 'properties_given'. Expected run.json with properties_given")]
    [InlineData("{\"properties_given\": {}, \"settings\": 5}", "'settings' is 5. Expected an object")]
    [InlineData("{\"properties_given\": {\"yStart\": \"x\"}, \"settings\": {}}", "\"x\" is no whole number")]
    [InlineData("{\"properties_given\": {\"type\": 5}, \"settings\": {}}", "property 'type' is 5")]
    [InlineData("{\"properties_given\": {}, \"settings\": {\"frame_skip\": 2000000000}}", "Expected a whole number from 1 to")]
    [InlineData("{\"properties_given\": {}, \"settings\": {\"random_seed\": 0.5}}", "'random_seed' of 'settings' is 0.5")]
    [InlineData("{\"properties_given\": {}, \"settings\": {\"sound_obs\": 1}}", "Expected true or false")]
    [InlineData("{\"properties_given\": {}, \"settings\": {}, \"hash_rows_every\": 0}", "'hash_rows_every'")]
    [InlineData("{\"properties_given\": {}, \"inputs\": [], \"frames\": -1}", "'frames'")]
    [InlineData("{\"properties_given\": {}, \"inputs\": []}", "has no 'frames'")]
    [InlineData("{\"properties_given\": {}, \"inputs\": [[0, \"Reset\"]], \"frames\": 1}", "Expected [frame, event, value]")]
    [InlineData("{\"properties_given\": {}, \"inputs\": [[0, \"J0Up\", 3000000000]], \"frames\": 1}", "Input 0")]
    public void A_damaged_description_is_told_with_its_place_and_nothing_is_written(string description, string hint)
    {
        Write("run.json", description);
        Write("rows.csv", "op,a\nreset,-1\n");
        Run($"atari replay . --rom {Rom("joystick")} --output seen").FailedWith(hint);
        Assert.False(Directory.Exists(this["seen"]));
    }

    [Fact]
    public void Rows_that_were_cut_off_are_refused_and_a_recording_is_not_replaced()
    {
        string run = Path.Combine(Recorded, "env", "audio");
        byte[] rows = File.ReadAllBytes(Path.Combine(run, "rows.csv.gz"));
        File.Copy(Path.Combine(run, "run.json"), this["run.json"]);
        File.WriteAllBytes(this["rows.csv.gz"], rows[..(rows.Length / 2)]);
        Run($"atari replay . --rom {Rom("audio")} --output seen").FailedWith("rows.csv.gz' is damaged or cut off");
        Write("rows.csv.gz", "op,a\nreset,-1\n");
        Run($"atari replay . --rom {Rom("audio")} --output seen").FailedWith("rows.csv.gz' is damaged or cut off");
        Run($"atari replay . --rom {Rom("audio")} --output ./").RefusedWith("would take the place of what was recorded");
        Assert.Equal(["rows.csv.gz", "run.json"], Files());
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
        Run("rollout ALE/Tetris-v5 --steps 3").FailedWith("tetris.bin", "is a file and no folder. Set GYMSHARP_ROMS");
        ProgramResult list = Run("roms list").Succeeded();
        Assert.Contains("tetris", list.Output, StringComparison.Ordinal);
        Assert.Contains("is a file and no folder", list.Error, StringComparison.Ordinal);
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
        held.Write(new byte[2048]);
        held.Flush();
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
        ProgramResult list = Run("roms list").Succeeded();
        Assert.Contains("unusable", list.Output, StringComparison.Ordinal);
        Assert.Contains("warning: Tetris needs the ROM 'tetris.bin'", list.Error, StringComparison.Ordinal);
        JsonArray environments = JsonNode.Parse(Run("envs --json").Succeeded().Output)!.AsArray();
        JsonNode tetris = environments.Single(node => (string?)node!["id"] == "ALE/Tetris-v5")!;
        Assert.False((bool)tetris["available"]!);
        Assert.Contains("is not the ROM of tetris", (string?)tetris["needs"], StringComparison.Ordinal);
        Assert.Contains(environments, node => (string?)node!["id"] == "ALE/Wall-v5" && (bool)node["available"]!);
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
