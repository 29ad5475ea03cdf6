using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

public sealed class ColorTests
{
    [Theory]
    [InlineData("#fff", 255, 255, 255, 255)]
    [InlineData("1234", 0x11, 0x22, 0x33, 0x44)]
    [InlineData("#CA9865", 202, 152, 101, 255)]
    [InlineData("8184CB80", 129, 132, 203, 128)]
    public void Parse_reads_every_hexadecimal_form(string text, int red, int green, int blue, int alpha) =>
        Assert.Equal(new Color((byte)red, (byte)green, (byte)blue, (byte)alpha), Color.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("#ggg")]
    [InlineData("red")]
    [InlineData("# 12")]
    public void Parse_names_the_forms_when_the_text_is_none_of_them(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => Color.Parse(text));
        Assert.Contains("#RRGGBB", error.Message);
        Assert.Contains($"\"{text}\"", error.Message);
    }

    [Fact]
    public void ToString_is_read_back_by_Parse()
    {
        foreach (Color color in new[] { Color.Tomato, Color.Navy.WithAlpha(7), Color.Transparent, Color.White })
        {
            Assert.Equal(color, Color.Parse(color.ToString()));
        }
    }

    [Theory]
    [InlineData(0, "#FF0000")]
    [InlineData(60, "#FFFF00")]
    [InlineData(120, "#00FF00")]
    [InlineData(180, "#00FFFF")]
    [InlineData(240, "#0000FF")]
    [InlineData(300, "#FF00FF")]
    [InlineData(-120, "#0000FF")]
    [InlineData(780, "#FFFF00")]
    public void FromHsv_goes_round_the_colour_wheel(double hue, string expected) =>
        Assert.Equal(expected, Color.FromHsv(hue, 1, 1).ToString());

    [Fact]
    public void FromHsv_refuses_what_is_out_of_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Color.FromHsv(double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Color.FromHsv(0, 1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Color.FromHsv(0, 1, -0.1));
        Assert.Equal(new Color(128, 128, 128), Color.FromHsv(99, 0, 0.5));
    }

    [Fact]
    public void Lerp_meets_both_ends_and_the_middle()
    {
        Assert.Equal(Color.Red, Color.Lerp(Color.Red, Color.Blue, 0));
        Assert.Equal(Color.Blue, Color.Lerp(Color.Red, Color.Blue, 1));
        Assert.Equal(Color.Blue, Color.Lerp(Color.Red, Color.Blue, 7));
        Assert.Equal(new Color(128, 0, 128), Color.Lerp(Color.Red, Color.Blue, 0.5));
    }
}
