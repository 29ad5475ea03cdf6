using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Cli.Running;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">0, 1 or 2; above 128 where a signal ended it.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each line of standard output as JSON.</summary>
    public JsonElement[] JsonLines => [.. Lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>Standard output as one JSON document.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>The program ended well and had nothing to complain about.</summary>
    public ProgramResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        return this;
    }

    /// <summary>The command was wrong: exit code 2, one readable message, nothing on standard output.</summary>
    public ProgramResult RefusedWith(params string[] parts) => EndedWith(2, parts);

    /// <summary>The command failed: exit code 1, one readable message.</summary>
    public ProgramResult FailedWith(params string[] parts) => EndedWith(1, parts);

    private ProgramResult EndedWith(int code, string[] parts)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, expected {code}\n{Output}\n{Error}");
        Assert.Contains("error: ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", Error, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, Error, StringComparison.Ordinal));
        return this;
    }
}
