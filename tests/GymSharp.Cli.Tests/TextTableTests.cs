using GymSharp.Cli.Output;

namespace GymSharp.Cli;

public sealed class TextTableTests
{
    [Theory]
    [InlineData(int.MaxValue, "id  what            steps", "a   a rather long…  12345")]
    [InlineData(24, "id  what           steps", "a   a rather lon…  12345")]
    [InlineData(10, "id  what …", "a   a rat…")]
    public void The_flexible_column_gives_way(int width, string first, string second)
    {
        TextTable table = new(flexible: 1, "id", "what", ">steps");
        table.Add("a", "a rather long…", "12345");
        using StringWriter output = new();
        table.Write(output, width);
        string[] lines = output.ToString().Split(System.Environment.NewLine);
        Assert.Equal(first, lines[0]);
        Assert.StartsWith(second[..^1], lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= width));
    }
}
