using System.Buffers.Binary;
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
        using JsonDocument description = Describe(run);
        byte[] rom = RomFile.Read(romFile);
        WarnOfAnotherRom(description.RootElement, rom, romFile);
        bool isCore = description.RootElement.TryGetProperty("inputs", out _);
        string file = Path.Combine(output, isCore ? FramesFile : RowsFile);
        if (Path.GetFullPath(output).TrimEnd(Path.DirectorySeparatorChar)
            == Path.GetFullPath(run).TrimEnd(Path.DirectorySeparatorChar))
        {
            throw new ArgumentException(
                $"'{file}' would take the place of what was recorded. Give another folder with --output.",
                nameof(output));
        }

        using StringWriter rows = new();
        try
        {
            Play(description.RootElement, rom, isCore ? null : run, rows);
        }
        catch (FormatException error)
        {
            throw new FormatException($"'{run}' cannot be replayed. {error.Message}", error);
        }

        Directory.CreateDirectory(output);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(rows.ToString()));
        Console.WriteLine(file);
        return ErrorReport.Success;
    }

    private static JsonDocument Describe(string run)
    {
        string file = Path.Combine(run, "run.json");
        try
        {
            JsonDocument description = JsonDocument.Parse(File.ReadAllText(file));
            return description.RootElement.ValueKind == JsonValueKind.Object
                ? description
                : throw new FormatException($"'{file}' is no description of a run. Expected a JSON object.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"'{run}' has no run.json. Give the folder of a recorded run.", file, error);
        }
        catch (JsonException error)
        {
            throw new FormatException($"'{file}' is damaged: {error.Message} Expected a JSON object.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{file}' cannot be read ({error.Message}). Make sure that you may read it.", error);
        }
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
        if (description.TryGetProperty("rom_md5", out JsonElement recorded) && recorded.ToString() != md5)
        {
            Console.Error.WriteLine($"warning: '{file}' has the MD5 {md5}; the run was recorded with {recorded}.");
        }
    }

    private static TextReader OpenRows(string run)
    {
        string plain = Path.Combine(run, RowsFile);
        string packed = plain + ".gz";
        string file = File.Exists(plain) ? plain : packed;
        try
        {
            return file == plain ? new StreamReader(plain) : new StringReader(Unpacked(packed));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"'{run}' has neither {RowsFile} nor {RowsFile}.gz, where the actions of a run of the environment are. "
                + "Copy the file from the recorded run; of its columns op, a, b, strength_a and strength_b are read.",
                plain,
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{file}' cannot be read ({error.Message}). Make sure that you may read it.", error);
        }
    }

    // A file that was cut off unpacks without complaint as far as it goes; its last four bytes should tell the length.
    private static string Unpacked(string file)
    {
        byte[] packed = File.ReadAllBytes(file);
        using MemoryStream bytes = new();
        bool isWhole = false;
        try
        {
            using GZipStream unpacked = new(new MemoryStream(packed), CompressionMode.Decompress);
            unpacked.CopyTo(bytes);
            isWhole = packed.Length > sizeof(uint)
                && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan()[^sizeof(uint)..]) == (uint)bytes.Length;
        }
        catch (InvalidDataException)
        {
            // Told below, as what was cut off is.
        }

        return isWhole
            ? Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)
            : throw new FormatException($"'{file}' is damaged or cut off. Copy it again from the recorded run.");
    }
}
