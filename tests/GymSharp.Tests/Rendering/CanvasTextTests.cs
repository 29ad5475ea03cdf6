using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

public sealed class CanvasTextTests
{
    private const string Signs = "♠♥♦♣←↑→↓°±×";

    private static readonly string Printable =
        string.Concat(Enumerable.Range(32, 95).Select(code => (char)code)) + Signs;

    [Theory]
    [InlineData(9)]
    [InlineData(14)]
    [InlineData(40)]
    public void Every_character_looks_different_and_none_is_the_box_for_missing_ones(double size)
    {
        Dictionary<string, char> seen = new() { [Draw("\u4e00", size)] = '\u4e00' };
        foreach (char character in Printable)
        {
            string picture = Draw(character.ToString(), size);
            Assert.True(seen.TryAdd(picture, character), $"'{character}' looks like '{seen[picture]}'.");
        }
    }

    [Fact]
    public void Text_stays_within_its_measured_width()
    {
        foreach (double size in new[] { 10.0, 16, 33 })
        {
            Canvas canvas = new(900, 60, Color.Black);
            const string Text = "Wide WWW @ mmm 0123456789";
            canvas.DrawText(Text, 10, 10, size, Color.White);
            (int left, int right, _, _) = Extent(canvas);
            Assert.InRange(left, 9, 10 + (int)(size * 0.2));
            double end = 10 + Canvas.MeasureText(Text, size);
            Assert.InRange(right, end - (size * 0.25), end + 1);
        }
    }

    [Fact]
    public void Width_grows_with_size_and_the_widest_line_counts()
    {
        Assert.Equal(2 * Canvas.MeasureText("ab", 10), Canvas.MeasureText("ab", 20), 1e-9);
        Assert.Equal(Canvas.MeasureText("wwww", 10), Canvas.MeasureText("i\nwwww\n", 10));
        Assert.Equal(0, Canvas.MeasureText(string.Empty, 10));
        Assert.Equal(Canvas.MeasureText("0000", 12), Canvas.MeasureText("1749", 12));
    }

    [Fact]
    public void Capitals_are_seven_tenths_of_the_size()
    {
        Canvas canvas = new(100, 100, Color.Black);
        canvas.DrawText("H", 20, 10, 50, Color.White);
        (_, _, int top, int bottom) = Extent(canvas);
        Assert.InRange(bottom - top + 1, 35, 41);
        Assert.InRange(top, 7, 10);
    }

    [Theory]
    [InlineData(HorizontalAlign.Left, 100, 130)]
    [InlineData(HorizontalAlign.Center, 80, 120)]
    [InlineData(HorizontalAlign.Right, 70, 100)]
    public void Alignment_moves_text_beside_its_anchor(HorizontalAlign align, int from, int to)
    {
        Canvas canvas = new(200, 40, Color.Black);
        canvas.DrawText("HH", 100, 20, new TextStyle(20, Color.White, align, VerticalAlign.Middle));
        (int left, int right, int top, int bottom) = Extent(canvas);
        Assert.InRange(left, from, to);
        Assert.InRange(right, from, to);
        Assert.InRange((top + bottom + 1) / 2.0, 18.5, 21.5);
    }

    [Fact]
    public void Text_stays_upright_where_y_points_up()
    {
        Canvas down = new(60, 40, Color.Black);
        down.DrawText("Fg", 10, 30, new TextStyle(20, Color.White, Vertical: VerticalAlign.Baseline));
        Canvas up = new(60, 40, Color.Black);
        up.UseYUp();
        up.DrawText("Fg", 10, 10, new TextStyle(20, Color.White, Vertical: VerticalAlign.Baseline));
        Assert.True(down.Pixels.SequenceEqual(up.Pixels));
    }

    [Fact]
    public void Bold_covers_more()
    {
        Canvas regular = new(200, 40, Color.Black);
        regular.DrawText("Episode", 10, 10, 20, Color.White);
        Canvas bold = new(200, 40, Color.Black);
        bold.DrawText("Episode", 10, 10, new TextStyle(20, Color.White, Bold: true));
        Assert.True(Pixels.Area(bold) > 1.3 * Pixels.Area(regular));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_size_must_be_above_zero(double size)
    {
        Canvas canvas = new(10, 10, Color.Black);
        Assert.Throws<ArgumentException>(() => canvas.DrawText("a", 0, 0, size, Color.White));
        Assert.Throws<ArgumentException>(() => Canvas.MeasureText("a", size));
    }

    private static string Draw(string text, double size)
    {
        Canvas canvas = new(60, 80, Color.Black);
        canvas.DrawText(text, 10, 15, size, Color.White);
        return Pixels.Hash(canvas);
    }

    private static (int Left, int Right, int Top, int Bottom) Extent(Canvas canvas)
    {
        (int left, int right, int top, int bottom) = (int.MaxValue, -1, int.MaxValue, -1);
        for (int y = 0; y < canvas.Height; y++)
        {
            for (int x = 0; x < canvas.Width; x++)
            {
                if (canvas.GetPixel(x, y).R > 40)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                }
            }
        }

        return (left, right, top, bottom);
    }
}
