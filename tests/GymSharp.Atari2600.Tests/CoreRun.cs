using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace GymSharp.Atari2600;

/// <summary>A recorded run of the bare console.</summary>
internal sealed class CoreRun
{
    private readonly string folder;
    private readonly JsonElement description;

    public CoreRun(string folder)
    {
        this.folder = folder;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        description = document.RootElement.Clone();
        Inputs = description.GetProperty("inputs").EnumerateArray()
            .Select(input => (input[0].GetInt32(), Enum.Parse<ConsoleInput>(input[1].GetString()!), input[2].GetInt32()))
            .ToLookup(input => input.Item1, input => (input.Item2, input.Item3));
    }

    public string Name => Path.GetFileName(folder);

    public ILookup<int, (ConsoleInput Input, int Value)> Inputs { get; }

    public JsonElement Detected => description.GetProperty("detected");

    public JsonElement Before => description.GetProperty("before_frame_0");

    public int TraceFrames => description.GetProperty("trace_frames").GetInt32();

    public int[] ScreenFrames =>
        [.. description.GetProperty("screen_frames").EnumerateArray().Select(frame => frame.GetInt32())];

    public AtariConsole Start()
    {
        string rom = Path.Combine(folder, "..", "..", "roms", description.GetProperty("rom").GetString()!);
        return new(File.ReadAllBytes(rom), Options());
    }

    public IEnumerable<string> Rows() => Lines("frames.csv").Skip(1);

    public IEnumerable<string> Trace() => Lines("trace.csv").Skip(1);

    public byte[] Screens()
    {
        if (ScreenFrames.Length == 0)
        {
            return [];
        }

        using MemoryStream all = new();
        using GZipStream stream = new(File.OpenRead(Path.Combine(folder, "screens.gz")), CompressionMode.Decompress);
        stream.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>The row of a frame as the recordings have it.</summary>
    public static string Row(int frame, AtariConsole console, FrameResult result)
    {
        CpuRegisters r = console.Registers;
        ObjectPositions p = console.Positions;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{frame},{Hash(console.Ram)},{Hash(console.Screen)},{result.Cycles},{result.Scanlines},"
            + $"{(result.IsPartial ? 1 : 0)},{result.Instructions},{r.Pc:x4},{r.A:x2},{r.X:x2},{r.Y:x2},{r.Sp:x2},{r.P:x2},"
            + $"{p.Player0},{p.Player1},{p.Missile0},{p.Missile1},{p.Ball},{console.Collisions:x4}");
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => StateWalker.Checksum(bytes).ToString("x16", CultureInfo.InvariantCulture);

    private IEnumerable<string> Lines(string name)
    {
        string path = Path.Combine(folder, name);
        using StreamReader reader = File.Exists(path)
            ? new(path)
            : new(new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress));
        while (reader.ReadLine() is string line)
        {
            yield return line;
        }
    }

    private ConsoleOptions Options()
    {
        Dictionary<string, string> given = description.GetProperty("properties_given").EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.Ordinal);
        return new()
        {
            Format = given.TryGetValue("format", out string? format)
                ? Enum.Parse<TelevisionFormat>(format, ignoreCase: true)
                : null,
            YStart = Number(given, "yStart", 34),
            Height = Number(given, "height", 210),
            LeftController = Is(given, "left", "PADDLES") ? ControllerType.Paddles : ControllerType.Joystick,
            RightController = Is(given, "right", "PADDLES") ? ControllerType.Paddles : ControllerType.Joystick,
            SwapPorts = Is(given, "swapPorts", "YES"),
            SwapPaddles = Is(given, "swapPaddles", "YES"),
            HmoveBlanks = !Is(given, "hmoveBlanks", "NO"),
            LeftDifficultyA = Is(given, "leftDifficulty", "A"),
            RightDifficultyA = Is(given, "rightDifficulty", "A"),
            BlackAndWhite = Is(given, "tv", "BLACKANDWHITE"),
        };
    }

    private static int Number(Dictionary<string, string> given, string name, int otherwise) =>
        given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static bool Is(Dictionary<string, string> given, string name, string value) =>
        given.TryGetValue(name, out string? text) && text == value;
}
