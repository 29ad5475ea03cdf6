using System.CommandLine;
using System.CommandLine.Parsing;
using GymSharp.Cli.Commands;

namespace GymSharp.Cli;

public sealed class NumberOptionTests
{
    [Theory]
    [InlineData("7", 7)]
    [InlineData("200k", 200_000)]
    [InlineData("200K", 200_000)]
    [InlineData("2.5M", 2_500_000)]
    [InlineData("0.001k", 1)]
    [InlineData("3G", 3_000_000_000)]
    [InlineData("9223372036.854775807G", long.MaxValue)]
    public void Thousands_and_millions_may_be_written_short(string text, long expected)
    {
        Option<long?> option = NumberOption.Create("--steps", "Steps.", 1L);
        ParseResult result = new RootCommand { option }.Parse(["--steps", text]);
        Assert.Empty(result.Errors);
        Assert.Equal(expected, result.GetValue(option));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0k")]
    [InlineData("-1k")]
    [InlineData("1.5")]
    [InlineData("1.2345k")]
    [InlineData("k")]
    [InlineData("1kk")]
    [InlineData("1e3")]
    [InlineData("5m")]
    [InlineData("9223372036.854775808G")]
    [InlineData("79228162514264337593543950335G")]
    public void Anything_else_is_refused_with_what_is_possible(string text)
    {
        Option<long?> option = NumberOption.Create("--steps", "Steps.", 1L);
        ParseError error = Assert.Single(new RootCommand { option }.Parse(["--steps", text]).Errors);
        Assert.Contains(
            $"--steps {text}: expected a whole number from 1 to 9223372036854775807, in digits or as in 200k or 2.5M.",
            error.Message,
            StringComparison.Ordinal);
    }
}
