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
        AtariConsole console = new(rom, CartridgeProperties.Parse(description.GetProperty("properties_given")).Console);
        Queue<JsonElement> inputs = new(description.GetProperty("inputs").EnumerateArray());
        int frames = description.GetProperty("frames").GetInt32();
        output.Write(Header + "\n");
        for (int frame = 0; frame < frames; frame++)
        {
            while (inputs.TryPeek(out JsonElement input) && input[0].GetInt32() <= frame)
            {
                console.Set(Event(input[1].GetString()!), input[2].GetInt32());
                inputs.Dequeue();
            }

            FrameResult result = console.RunFrame();
            output.Write(Row(frame, console, result));
        }
    }

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
