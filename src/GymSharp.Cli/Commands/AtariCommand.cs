using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GymSharp.Cli.Output;
using GymSharp.Environments.Atari.Replay;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Learning.Runs;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp atari replay</c>: repeats a recorded run of the console or of the environment.</summary>
internal static class AtariCommand
{
    private const string FramesFile = "frames.csv";
    private const string RowsFile = "rows.csv";

    public static Command Create() => new("atari", "Work with the Atari 2600.") { Replay(), AssembleCommand.Create() };

    private static Command Replay()
    {
        Argument<string> run = new("run-dir")
        {
            Description = "A folder with run.json and, for a run of the environment, rows.csv.",
        };
        Option<string> rom = new("--rom") { Description = "The ROM.", HelpName = "FILE", Required = true };
        Option<string> output = new("--output") { Description = "Where to.", HelpName = "DIR", Required = true };
        Command command = new("replay", "Repeat a recorded run and write what is seen, as frames.csv or rows.csv.")
        {
            run, rom, output,
        };
        command.SetAction(parsed => Replay(
            parsed.GetRequiredValue(run), parsed.GetRequiredValue(rom), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Replay(string run, string romFile, string output)
    {
        string descriptionFile = Path.Combine(run, "run.json");
        if (!File.Exists(descriptionFile))
        {
            throw new FileNotFoundException(
                $"'{run}' has no run.json. Give the folder of a recorded run.", descriptionFile);
        }

        using JsonDocument description = JsonDocument.Parse(File.ReadAllText(descriptionFile));
        byte[] rom = RomFile.Read(romFile);
        WarnOfAnotherRom(description.RootElement, rom, romFile);
        bool isCore = description.RootElement.TryGetProperty("inputs", out _);
        using StringWriter rows = new();
        try
        {
            Play(description.RootElement, rom, isCore ? null : run, rows);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(
                $"'{run}' is no recorded run: {error.Message} Expected run.json with rom, properties_given and inputs, "
                + "or with settings, definition and rows.csv beside it.",
                error);
        }

        Directory.CreateDirectory(output);
        string file = Path.Combine(output, isCore ? FramesFile : RowsFile);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(rows.ToString()));
        Console.WriteLine(file);
        return ErrorReport.Success;
    }

    private static void Play(JsonElement description, byte[] rom, string? folderOfActions, TextWriter rows)
    {
        if (folderOfActions is null)
        {
            CoreReplay.Write(description, rom, rows);
            return;
        }

        using TextReader actions = OpenRows(folderOfActions);
        new EnvReplay(description, rom).Write(actions, rows);
    }

    private static void WarnOfAnotherRom(JsonElement description, byte[] rom, string file)
    {
        string md5 = RomFile.Md5(rom);
        if (description.TryGetProperty("rom_md5", out JsonElement recorded) && recorded.GetString() != md5)
        {
            Console.Error.WriteLine(
                $"warning: '{file}' has the MD5 {md5}; the run was recorded with {recorded.GetString()}.");
        }
    }

    private static StreamReader OpenRows(string run)
    {
        string plain = Path.Combine(run, RowsFile);
        string packed = plain + ".gz";
        return File.Exists(plain) ? new StreamReader(plain)
            : File.Exists(packed) ? new StreamReader(new GZipStream(File.OpenRead(packed), CompressionMode.Decompress))
            : throw new FileNotFoundException(
                $"'{run}' has neither {RowsFile} nor {RowsFile}.gz, where the actions of a run of the environment are. "
                + "Copy the file from the recorded run; of its columns op, a, b, strength_a and strength_b are read.",
                plain);
    }
}
