using System.Globalization;
using System.Text;
using System.Text.Json;
using GymSharp.Atari2600;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Replay;

/// <summary>Repeats a recorded run of the bare console from its description, frame by frame.</summary>
public static class CoreReplay
{
    private const string Header = "frame,ram,screen,cycles,scanlines,partial,instructions,pc,a,x,y,sp,p,"
        + "posp0,posp1,posm0,posm1,posbl,collisions";

    /// <summary>Plays the run and writes one row per frame.</summary>
    /// <param name="description">The run's <c>run.json</c>: properties, number of frames and inputs.</param>
    /// <param name="rom">The cartridge's bytes.</param>
    /// <param name="output">Where the rows go, as comma-separated values.</param>
    /// <exception cref="FormatException">The description lacks something, or the ROM is no cartridge.</exception>
    public static void Write(JsonElement description, ReadOnlySpan<byte> rom, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        RunFacts facts = RunFacts.Description(description);
        AtariConsole console = new(rom, CartridgeProperties.Parse(facts.Expect("properties_given")).Console);
        Queue<(int Frame, ConsoleInput Input, int Value)> inputs = new(
            facts.List("inputs").Select(Input).OrderBy(input => input.Frame));
        _ = facts.Expect("frames");
        int frames = (int)facts.Whole("frames", 0, int.MaxValue)!;
        output.Write(Header + "\n");
        for (int frame = 0; frame < frames; frame++)
        {
            while (inputs.TryPeek(out (int Frame, ConsoleInput Input, int Value) input) && input.Frame == frame)
            {
                console.Set(input.Input, input.Value);
                inputs.Dequeue();
            }

            FrameResult result = console.RunFrame();
            output.Write(Row(frame, console, result));
        }
    }

    private static (int Frame, ConsoleInput Input, int Value) Input(JsonElement input, int index)
    {
        bool isTriple = input.ValueKind == JsonValueKind.Array && input.GetArrayLength() == 3
            && input[1].ValueKind == JsonValueKind.String;
        return isTriple && Whole(input[0]) is { } frame && frame >= 0 && Whole(input[2]) is { } value
            ? (frame, Event(input[1].GetString()!), value)
            : throw new FormatException(
                $"Input {index} of the description is {input.GetRawText()}. Expected [frame, event, value], for "
                + "example [10, \"J0Fire\", 1], with a frame of 0 or more.");
    }

    private static int? Whole(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int whole) ? whole : null;

    private static ConsoleInput Event(string name) =>
        Enum.TryParse(name, out ConsoleInput input) && Enum.IsDefined(input)
            ? input
            : throw new FormatException(
                $"'{name}' is no input of the console. Expected {string.Join(", ", Enum.GetNames<ConsoleInput>())}.");

    private static string Row(int frame, AtariConsole console, FrameResult result)
    {
        StringBuilder row = new();
        CpuRegisters cpu = console.Registers;
        ObjectPositions at = console.Positions;
        row.Append(CultureInfo.InvariantCulture, $"{frame},{Fnv.Hex(console.Ram)},{Fnv.Hex(console.Screen)},");
        row.Append(CultureInfo.InvariantCulture, $"{result.Cycles},{result.Scanlines},{(result.IsPartial ? 1 : 0)},");
        row.Append(CultureInfo.InvariantCulture, $"{result.Instructions},{cpu.Pc:x4},{cpu.A:x2},{cpu.X:x2},");
        row.Append(CultureInfo.InvariantCulture, $"{cpu.Y:x2},{cpu.Sp:x2},{cpu.P:x2},");
        row.Append(CultureInfo.InvariantCulture, $"{at.Player0},{at.Player1},{at.Missile0},{at.Missile1},{at.Ball},");
        row.Append(CultureInfo.InvariantCulture, $"{console.Collisions:x4}\n");
        return row.ToString();
    }
}
