using System.Globalization;
using GymSharp.Golden;

namespace GymSharp.Atari2600;

/// <summary>The console against recordings of the reference emulator, frame by frame.</summary>
public sealed class CoreRunTests
{
    public static TheoryData<string> Runs =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(GoldenData.Root, "ale", "core");

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_frame_is_the_recorded_one(string name)
    {
        CoreRun run = new(Path.Combine(Folder, name));
        AtariConsole console = run.Start();
        Assert.Equal(run.Detected.GetProperty("format").GetString(), console.Format.ToString().ToUpperInvariant());
        Assert.Equal(run.Before.GetProperty("ram").GetString(), Convert.ToHexStringLower(console.Ram));
        Assert.Equal(run.Before.GetProperty("pc").GetString(), console.Registers.Pc.ToString("x4", CultureInfo.InvariantCulture));
        int frame = 0;
        int wrong = 0;
        string? first = null;
        byte[] screens = run.Screens();
        int[] shown = run.ScreenFrames;
        foreach (string expected in run.Rows())
        {
            foreach ((ConsoleInput input, int value) in run.Inputs[frame])
            {
                console.Set(input, value);
            }

            string row = CoreRun.Row(frame, console, console.RunFrame());
            wrong += row == expected ? 0 : 1;
            if (row != expected && first is null)
            {
                first = $" is     {row}\n should {expected}\n";
            }

            if (first is not null && shown.Contains(frame) && row != expected)
            {
                int at = Array.IndexOf(shown, frame);
                string where = at < 0 ? "no screen" : Difference(console, screens.AsSpan(at * console.Screen.Length, console.Screen.Length));
                Assert.Fail($"{name}\n {first} {frame}: {where}");
            }

            frame++;
        }

        Assert.True(first is null, $"{wrong} frames, the first\n{first}");
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_instruction_is_the_recorded_one(string name)
    {
        CoreRun run = new(Path.Combine(Folder, name));
        AtariConsole console = run.Start();
        List<string> steps = [];
        int frame = 0;
        console.Machine.Tracer = () => steps.Add(Step(frame, console.Machine));
        for (; frame < run.TraceFrames; frame++)
        {
            foreach ((ConsoleInput input, int value) in run.Inputs[frame])
            {
                console.Set(input, value);
            }

            console.RunFrame();
        }

        // The last column of the recordings is the cycle after the instruction: that before the next one.
        IEnumerable<string> expected = run.TraceFrames == 0
            ? []
            : run.Trace().Select(row => row[..row.LastIndexOf(',')]);
        Assert.Equal(expected, steps);
    }

    private static string Step(int frame, Machine machine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{frame},{machine.Pc:x4},{machine.Fetch(machine.Pc):x2},{machine.A:x2},{machine.X:x2},{machine.Y:x2},"
        + $"{machine.Sp:x2},{machine.P:x2},{machine.Cycles},{machine.Clock / 228},{machine.Clock % 228}");

    private static string Difference(AtariConsole console, ReadOnlySpan<byte> expected)
    {
        List<string> rows = [];
        int count = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i] != console.Screen[i])
            {
                count++;
                if (rows.Count < 6)
                {
                    rows.Add($"({i % 160},{i / 160}) {console.Screen[i]:x2} not {expected[i]:x2}");
                }
            }
        }

        return $"{count} pixels: {string.Join(' ', rows)}";
    }
}
