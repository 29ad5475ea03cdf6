using System.Globalization;
using System.Text.Json;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Replay;

/// <summary>Repeats a recorded run of the environment layer: its operations and actions, row by row.</summary>
public sealed class EnvReplay
{
    private const string Header =
        "row,op,a,b,strength_a,strength_b,reward,lives,over,over_no_trunc,truncated,frame,ep_frame,ram,screen,gray,rgb";

    private const int MostFrames = 1_000_000;

    // A column without a text must be there; the others are those of an act of one player alone.
    private static readonly (string Name, string? Text)[] InputColumns =
        [("op", null), ("a", null), ("b", "18"), ("strength_a", "1"), ("strength_b", "0")];

    private readonly AleMachine machine;
    private readonly bool sound;
    private readonly int hashRowsEvery;
    private readonly Dictionary<string, byte[]> clones = new(StringComparer.Ordinal);
    private readonly byte[] gray;
    private readonly byte[] rgb;

    /// <summary>Makes the machine that a description tells of; its first row is the first reset.</summary>
    /// <param name="description">The run's <c>run.json</c>: game, properties and settings.</param>
    /// <param name="rom">The cartridge's bytes.</param>
    /// <exception cref="FormatException">The description lacks something, or the ROM is no cartridge.</exception>
    public EnvReplay(JsonElement description, ReadOnlySpan<byte> rom)
    {
        RunFacts facts = RunFacts.Description(description);
        AleSettings settings = Settings(facts.Inner("settings"));
        machine = new AleMachine(rom, Definition(facts), settings);
        sound = settings.Sound;
        hashRowsEvery = (int)(facts.Whole("hash_rows_every", 1, int.MaxValue) ?? 1);
        gray = new byte[machine.Screen.Length];
        rgb = new byte[machine.Screen.Length * 3];
    }

    /// <summary>Plays the rows and writes them with everything that was seen.</summary>
    /// <param name="actions">The recorded rows, of which only the operations and actions are read.</param>
    /// <param name="output">Where the rows go, as comma-separated values.</param>
    /// <exception cref="FormatException">A row is not understood.</exception>
    public void Write(TextReader actions, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(output);
        string[] columns = (actions.ReadLine() ?? "").Split(',');
        (int Column, string Text)[] read =
            [.. InputColumns.Select(input => (Column(columns, input), input.Text ?? ""))];
        int last = read.Max(input => input.Column);
        output.Write(Header + (sound ? ",audio" : "") + "\n");
        int row = 0;
        while (actions.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            string[] cells = line.Split(',');
            if (cells.Length <= last)
            {
                throw new FormatException(
                    $"Row {row} has {cells.Length} values where the first line names {columns.Length} columns: {line}");
            }

            string[] operation = [.. read.Select(input => input.Column < 0 ? input.Text : cells[input.Column])];
            int reward = Do(operation, row);
            Write(output, row, operation, reward);
            row++;
        }
    }

    private static int Column(string[] columns, (string Name, string? Text) input)
    {
        int index = Array.IndexOf(columns, input.Name);
        return index >= 0 || input.Text is not null
            ? index
            : throw new FormatException(
                $"The rows have no column '{input.Name}'; their first line must name the columns.");
    }

    private static GameDefinition Definition(RunFacts facts)
    {
        CartridgeProperties properties = CartridgeProperties.Parse(facts.Expect("properties_given"));
        if (facts.Has("definition"))
        {
            return GameDefinition.Parse(facts.Expect("definition"), properties);
        }

        string name = facts.Text("game_definition") ?? "null";
        return name == "null"
            ? GameTable.Unknown with { Properties = properties }
            : GameTable.Find(name) is { } known ? known with { Properties = properties } : throw new FormatException(
                $"The run plays by the rules of '{name}', which are neither in the description nor known.");
    }

    private static AleSettings Settings(RunFacts given)
    {
        AleSettings defaults = new();
        return new AleSettings
        {
            // The 32 bits of the seed, written with or without a sign.
            RandomSeed =
                unchecked((int)(given.Whole("random_seed", int.MinValue, uint.MaxValue) ?? defaults.RandomSeed)),
            RepeatActionProbability =
                given.Real("repeat_action_probability") ?? defaults.RepeatActionProbability,
            FrameSkip = (int)(given.Whole("frame_skip", 1, MostFrames) ?? defaults.FrameSkip),
            ColorAveraging = given.Flag("color_averaging"),
            MaxFramesPerEpisode = Number(given, "max_num_frames_per_episode", 0) ?? defaults.MaxFramesPerEpisode,
            TruncateOnLossOfLife = given.Flag("truncate_on_loss_of_life"),
            RewardMinimum = Number(given, "reward_min") ?? defaults.RewardMinimum,
            RewardMaximum = Number(given, "reward_max") ?? defaults.RewardMaximum,
            PaddleMinimum = Number(given, "paddle_min"),
            PaddleMaximum = Number(given, "paddle_max"),
            Sound = given.Flag("sound_obs"),
        };
    }

    private static int? Number(RunFacts given, string name, int least = int.MinValue) =>
        (int?)given.Whole(name, least, int.MaxValue);

    private int Do(string[] operation, int row)
    {
        string[] parts = operation[0].Split(':');
        try
        {
            return Do(operation, parts);
        }
        catch (DivideByZeroException error)
        {
            throw new FormatException($"Row {row}: the rules of {machine.Game.Name} divide by zero.", error);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            throw new FormatException($"Row {row}, '{string.Join(',', operation)}': {error.Message}", error);
        }
    }

    private int Do(string[] operation, string[] parts)
    {
        switch (parts)
        {
            case ["act"]:
                return machine.Act(
                    Integer(operation[1]), Integer(operation[2]), Real(operation[3]), Real(operation[4]));
            case ["reset"]:
                machine.Reset();
                break;
            case ["setram", var index, var value]:
                machine.WriteRam(Integer(index, 0, 127), (byte)Integer(value, 0, 255));
                break;
            case ["clone", var name, "0" or "1"]:
                clones[name] = machine.Clone(withGenerator: parts[2] == "1");
                break;
            case ["restore", var name]:
                machine.Restore(clones.TryGetValue(name, out byte[]? state)
                    ? state
                    : throw new FormatException($"No row before it clones '{name}'."));
                break;
            case ["difficulty", var switches]:
                machine.Difficulty = Integer(switches);
                break;
            case ["pressselect", var frames]:
                machine.PressSelect(Integer(frames, 0, MostFrames));
                break;
            case ["softreset"]:
                machine.SoftReset();
                break;
            default:
                throw new FormatException(
                    "There is no such operation. Expected act, reset, setram:INDEX:VALUE, clone:NAME:0, clone:NAME:1, "
                    + "restore:NAME, difficulty:SWITCHES, pressselect:FRAMES or softreset.");
        }

        return 0;
    }

    private void Write(TextWriter output, int row, string[] operation, int reward)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{row},{string.Join(',', operation)},{reward},"));
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Lives},{Bit(machine.IsOver)},{Bit(machine.IsTerminal)},{Bit(machine.IsTruncated)},"));
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"{machine.FrameNumber},{machine.EpisodeFrameNumber},"));
        output.Write($"{Fnv.Hex(machine.Ram)},{Fnv.Hex(machine.Screen)},");
        if (row % hashRowsEvery == 0)
        {
            machine.CopyGray(gray);
            machine.CopyRgb(rgb);
            output.Write($"{Fnv.Hex(gray)},{Fnv.Hex(rgb)}");
        }
        else
        {
            output.Write(',');
        }

        output.Write(sound ? $",{Fnv.Hex(machine.Sound)}\n" : "\n");
    }

    private static int Bit(bool value) => value ? 1 : 0;

    private static int Integer(string text, int least = int.MinValue, int most = int.MaxValue) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= least && value <= most
            ? value
            : throw new FormatException($"'{text}' is no whole number from {least} to {most}.");

    private static float Real(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
            && float.IsFinite(value)
            ? value
            : throw new FormatException($"'{text}' is no finite number.");
}
