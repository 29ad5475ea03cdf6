using GymSharp.Rendering;
using GymSharp.Rendering.Plotting;

namespace GymSharp.Tests.Rendering;

public sealed class PlotTests
{
    [Theory]
    [InlineData(0, 1, 5, "0|0.2|0.4|0.6|0.8|1.0")]
    [InlineData(0, 100_000, 5, "0|20k|40k|60k|80k|100k")]
    [InlineData(-37, 512, 6, "0|100|200|300|400|500")]
    [InlineData(0, 3_500_000, 7, "0|0.5M|1M|1.5M|2M|2.5M|3M|3.5M")]
    [InlineData(-0.02, 0.031, 5, "-0.02|0|0.02")]
    [InlineData(7, 7, 4, "6.5|7.0|7.5")]
    [InlineData(0, 0, 4, "-1.0|-0.5|0|0.5|1.0")]
    public void Ticks_are_round_numbers(double low, double high, int wanted, string labels)
    {
        AxisScale scale = AxisScale.Nice(low, high, wanted);
        Assert.Equal(labels, string.Join('|', Enumerable.Range(0, scale.TickCount).Select(scale.LabelAt)));
    }

    [Theory]
    [InlineData(1e-300, 1e-299)]
    [InlineData(-1e300, 1e300)]
    [InlineData(1e15, 1e15 + 2)]
    [InlineData(0, 5e-324)]
    public void Extreme_axes_have_a_few_ticks_in_order(double low, double high)
    {
        AxisScale scale = AxisScale.Nice(low, high, 5);
        Assert.InRange(scale.TickCount, 1, 20);
        for (int i = 1; i < scale.TickCount; i++)
        {
            Assert.True(scale.TickAt(i) > scale.TickAt(i - 1));
        }
    }

    [Fact]
    public void An_axis_without_finite_ends_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AxisScale.Nice(2, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => AxisScale.Nice(double.NaN, 1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => AxisScale.Nice(0, double.PositiveInfinity, 5));
    }

    [Fact]
    public void A_line_its_band_and_its_legend_appear_in_its_colour()
    {
        Plot plot = new() { Title = "Return", XLabel = "steps", YLabel = "return" };
        double[] x = [.. Enumerable.Range(0, 50).Select(i => i * 1000.0)];
        double[] y = [.. x.Select(value => value * 0.01)];
        plot.Add(new PlotSeries("agent", x, y) { Color = Color.Red, Spread = [.. x.Select(_ => 60.0)] });
        Frame frame = plot.Draw(640, 400);
        Assert.InRange(Count(frame, new Color(255, 0, 0)), 600, 8000);
        Assert.InRange(Count(frame, new Color(255, 200, 200)), 10_000, 100_000);
    }

    [Fact]
    public void A_value_that_is_not_finite_leaves_a_gap()
    {
        double[] x = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        Plot whole = new();
        whole.AddLine(string.Empty, x, [.. x.Select(_ => 1.0)]);
        Plot gap = new();
        gap.AddLine(string.Empty, x, [.. x.Select(value => value is > 20 and < 80 ? double.NaN : 1.0)]);
        int full = Count(whole.Draw(400, 300), Plot.Palette[0]);
        int part = Count(gap.Draw(400, 300), Plot.Palette[0]);
        Assert.InRange(part, full * 0.3, full * 0.5);
    }

    [Fact]
    public void Charts_of_nothing_and_of_one_point_can_be_drawn()
    {
        Assert.Equal(160 * 120 * 3, new Plot().Draw(160, 120).Pixels.Length);
        Plot plot = new();
        plot.AddLine("one", [3], [4]);
        Assert.InRange(Count(plot.Draw(300, 200), Plot.Palette[0]), 20, 400);
        Plot none = new();
        none.AddLine("none", [1, 2], [double.NaN, double.PositiveInfinity]);
        Assert.Equal(300, none.Draw(300, 200).Width);
    }

    [Fact]
    public void Arrays_of_different_lengths_are_refused()
    {
        Plot plot = new();
        ArgumentException error = Assert.Throws<ArgumentException>(() => plot.AddLine("a", [1, 2], [1]));
        Assert.Contains("2 x, 1 y", error.Message);
        Assert.Throws<ArgumentException>(() => plot.Add(new PlotSeries("a", [1], [1]) { Spread = [] }));
        Assert.Empty(plot.Series);
    }

    [Fact]
    public void A_sparkline_goes_from_the_lowest_to_the_highest_character()
    {
        Assert.Equal("▁▂▃▄▅▆▇█", Sparkline.Draw([0, 1, 2, 3, 4, 5, 6, 7]));
        Assert.Equal("##+-_", Sparkline.Draw([9, 8, 5, 3, 0], asciiOnly: true));
        Assert.Equal("▁ █", Sparkline.Draw([1, double.NaN, 2]));
        Assert.Equal("▅▅▅", Sparkline.Draw([4, 4, 4]));
        Assert.Equal(string.Empty, Sparkline.Draw([]));
        Assert.Equal("▁▅█", Sparkline.Draw([0, 0, 1, 1, 2, 2], width: 3));
        Assert.Equal("▁█", Sparkline.Draw([double.MinValue, double.MaxValue]));
    }

    private static int Count(Frame frame, Color color)
    {
        int count = 0;
        for (int i = 0; i < frame.Pixels.Length; i += 3)
        {
            bool close = Math.Abs(frame.Pixels[i] - color.R) < 6
                && Math.Abs(frame.Pixels[i + 1] - color.G) < 6
                && Math.Abs(frame.Pixels[i + 2] - color.B) < 6;
            count += close ? 1 : 0;
        }

        return count;
    }
}
