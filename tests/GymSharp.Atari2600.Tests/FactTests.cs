using System.Text.Json.Nodes;
using GymSharp.Golden;

namespace GymSharp.Atari2600;

/// <summary>Tables against those measured on the reference emulator.</summary>
public sealed class FactTests
{
    [Fact]
    public void Moves_are_the_measured_ones()
    {
        JsonArray rows = GoldenData.LoadFrom(Root, "facts/tia_timing")["hmove_displacement"]!.AsArray();
        Assert.Equal(76, rows.Count);
        for (int cycle = 0; cycle < rows.Count; cycle++)
        {
            Assert.Equal(
                rows[cycle]!.AsArray().Select(move => move!.GetValue<int>()),
                Enumerable.Range(0, 16).Select(motion => MotionTable.Move(cycle, motion)));
        }
    }

    [Theory]
    [InlineData(TelevisionFormat.Ntsc)]
    [InlineData(TelevisionFormat.Pal)]
    [InlineData(TelevisionFormat.Secam)]
    public void Palettes_are_the_recorded_ones(TelevisionFormat format)
    {
        JsonArray colors = GoldenData.LoadFrom(Root, "facts/palettes")[format.ToString().ToUpperInvariant()]!.AsArray();
        Assert.Equal(
            colors.SelectMany(color => color!.AsArray()).Select(channel => (byte)channel!.GetValue<int>()),
            Palette.Of(format).ToArray());
    }

    private static string Root => Path.Combine(GoldenData.Root, "ale");
}
