using System.Globalization;
using System.Text.Json;
using GymSharp.Environments.Atari.Replay;

namespace GymSharp.Environments.Atari;

/// <summary>The environment layer against recorded runs, row by row.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Runs => [.. AleGolden.EnvRuns];

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_is_reproduced(string run)
    {
        using JsonDocument description = JsonDocument.Parse(AleGolden.Text($"env/{run}/run.json"));
        string recorded = AleGolden.Text($"env/{run}/rows.csv");
        byte[] rom = AleGolden.Bytes("roms/" + description.RootElement.GetProperty("rom").GetString());
        StringWriter output = new(CultureInfo.InvariantCulture);
        EnvReplay replay = new(description.RootElement, rom);
        replay.Write(new StringReader(recorded), output);
        string[] expected = recorded.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] seen = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, seen.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], seen[i]);
        }
    }
}
