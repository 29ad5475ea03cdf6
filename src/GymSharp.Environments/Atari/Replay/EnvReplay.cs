using System.Globalization;
using System.Text.Json;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Replay;

/// <summary>Repeats a recorded run of the environment layer: its operations and actions, row by row.</summary>
public sealed class EnvReplay
{
    private const string Header =
        "row,op,a,b,strength_a,strength_b,reward,lives,over,over_no_trunc,truncated,frame,ep_frame,ram,screen,gray,rgb";

    private static readonly string[] InputColumns = ["op", "a", "b", "strength_a", "strength_b"];

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
        AleSettings settings = Settings(description.GetProperty("settings"));
        machine = new AleMachine(rom, Definition(description), settings);
        sound = settings.Sound;
        hashRowsEvery = description.TryGetProperty("hash_rows_every", out JsonElement every) ? every.GetInt32() : 1;
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
        int[] read = [.. InputColumns.Select(name => Column(columns, name))];
        output.Write(Header + (sound ? ",audio" : "") + "\n");
        for (int row = 0; actions.ReadLine() is { Length: > 0 } line; row++)
        {
            string[] cells = line.Split(',');
            string[] operation = [.. read.Select(column => column < cells.Length ? cells[column] : "")];
            int reward = Do(operation, row);
            Write(output, row, operation, reward);
        }
    }

    private static int Column(string[] columns, string name) => Array.IndexOf(columns, name) is >= 0 and int index
        ? index
        : throw new FormatException($"The rows have no column '{name}'; their first line must name the columns.");

    private static GameDefinition Definition(JsonElement description)
    {
        CartridgeProperties properties = CartridgeProperties.Parse(description.GetProperty("properties_given"));
        if (description.TryGetProperty("definition", out JsonElement definition)
            && definition.ValueKind == JsonValueKind.Object)
        {
            return GameDefinition.Parse(definition, properties);
        }

        string name = description.GetProperty("game_definition").GetString() ?? "null";
        return name == "null"
            ? GameTable.Unknown with { Properties = properties }
            : GameTable.Find(name) is { } known ? known with { Properties = properties } : throw new FormatException(
                $"The run plays by the rules of '{name}', which are neither in the description nor known.");
    }

    private static AleSettings Settings(JsonElement given) => new()
    {
        RandomSeed = given.GetProperty("random_seed").GetInt32(),
        RepeatActionProbability = given.GetProperty("repeat_action_probability").GetDouble(),
        FrameSkip = Number(given, "frame_skip") ?? 1,
        ColorAveraging = Flag(given, "color_averaging"),
        MaxFramesPerEpisode = Number(given, "max_num_frames_per_episode") ?? 0,
        TruncateOnLossOfLife = Flag(given, "truncate_on_loss_of_life"),
        RewardMinimum = Number(given, "reward_min") ?? int.MinValue,
        RewardMaximum = Number(given, "reward_max") ?? int.MaxValue,
        PaddleMinimum = Number(given, "paddle_min"),
        PaddleMaximum = Number(given, "paddle_max"),
        Sound = Flag(given, "sound_obs"),
    };

    private static int? Number(JsonElement given, string name) =>
        given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    private static bool Flag(JsonElement given, string name) =>
        given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private int Do(string[] operation, int row)
    {
        string[] parts = operation[0].Split(':');
        switch (parts[0])
        {
            case "act":
                return machine.Act(
                    Integer(operation[1]), Integer(operation[2]), Real(operation[3]), Real(operation[4]));
            case "reset":
                machine.Reset();
                break;
            case "setram":
                machine.WriteRam(Integer(parts[1]), (byte)Integer(parts[2]));
                break;
            case "clone":
                clones[parts[1]] = machine.Clone(withGenerator: parts[2] == "1");
                break;
            case "restore":
                machine.Restore(clones[parts[1]]);
                break;
            case "difficulty":
                machine.Difficulty = Integer(parts[1]);
                break;
            case "pressselect":
                machine.PressSelect(Integer(parts[1]));
                break;
            case "softreset":
                machine.SoftReset();
                break;
            default:
                throw new FormatException($"Row {row} has the operation '{operation[0]}', which is not known.");
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

    private static int Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new FormatException($"'{text}' is no whole number.");

    private static float Real(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
            ? value
            : throw new FormatException($"'{text}' is no number.");
}
