using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GymSharp.Architecture;

/// <summary>What the libraries may not use, with what to use in its place.</summary>
public sealed class BannedSymbolTests
{
    private static readonly (string Symbol, string Instead)[] Banned =
    [
        ("new Random", "the Rng handed in: the same seed must give the same numbers"),
        ("Random.Shared", "the Rng handed in: the same seed must give the same numbers"),
        ("Guid.NewGuid", "a name derived from the run, or the Rng"),
        ("DateTime.Now", "an injected TimeProvider"),
        ("DateTime.UtcNow", "an injected TimeProvider"),
        ("DateTimeOffset.Now", "an injected TimeProvider"),
        ("DateTimeOffset.UtcNow", "an injected TimeProvider"),
        ("Environment.TickCount", "an injected TimeProvider"),
        ("Environment.TickCount64", "an injected TimeProvider"),
        ("Stopwatch.StartNew", "TimeProvider.GetTimestamp"),
        ("Stopwatch.GetTimestamp", "TimeProvider.GetTimestamp"),
        ("Thread.Sleep", "a wait on what is awaited"),
        ("Console.Write", "GymLog, a TextWriter handed in, or a return value"),
        ("Console.WriteLine", "GymLog, a TextWriter handed in, or a return value"),
        ("Console.Out", "a TextWriter handed in"),
        ("Console.Error", "GymLog"),
    ];

    // Path (or folder), symbol, and the reason.
    private static readonly (string Path, string Symbol, string Reason)[] Exemptions =
    [
        ("src/GymSharp/GymLog.cs", "Console.Error", "the default place for warnings; a program can send them elsewhere"),
        ("src/GymSharp.Cli/", "Console.Write", "the command line owns the terminal"),
        ("src/GymSharp.Cli/", "Console.WriteLine", "the command line owns the terminal"),
        ("src/GymSharp.Cli/", "Console.Out", "the command line owns the terminal"),
        ("src/GymSharp.Cli/", "Console.Error", "the command line owns the terminal"),
        ("src/GymSharp.Cli/", "Stopwatch.GetTimestamp", "the benchmark command measures time"),
    ];

    [Fact]
    public void Sources_use_no_banned_symbol()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            foreach (SyntaxNode node in Repository.Syntax(path).DescendantNodes())
            {
                string? used = node switch
                {
                    MemberAccessExpressionSyntax access => access.ToString(),
                    ObjectCreationExpressionSyntax creation => $"new {creation.Type}",
                    _ => null,
                };
                foreach ((string symbol, string instead) in Banned)
                {
                    if (used is not null && IsUse(used, symbol) && !IsExempt(path, symbol))
                    {
                        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                        offenders.Add($"{path}:{line} uses {symbol}; use {instead}");
                    }
                }
            }
        }

        Assert.True(offenders.Count == 0, string.Join(Environment.NewLine, offenders.Distinct()));
    }

    [Fact]
    public void Blocking_on_tasks_is_banned_in_the_libraries()
    {
        List<string> offenders = [];
        foreach (string path in Repository.Sources("src"))
        {
            offenders.AddRange(Repository.Syntax(path).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.ToString().EndsWith(".GetAwaiter().GetResult", StringComparison.Ordinal))
                .Select(access => $"{path}:{access.GetLocation().GetLineSpan().StartLinePosition.Line + 1} blocks on a task; make the caller async"));
        }

        Assert.True(offenders.Count == 0, string.Join(Environment.NewLine, offenders));
    }

    [Fact]
    public void Exemptions_are_still_needed() => Assert.All(Exemptions, exemption =>
    {
        Assert.NotEmpty(exemption.Reason);
        Assert.True(
            Directory.Exists(Path.Combine(Repository.Root, exemption.Path)) || File.Exists(Path.Combine(Repository.Root, exemption.Path)),
            $"{exemption.Path} is gone: remove its exemption.");
    });

    private static bool IsUse(string used, string symbol) =>
        used == symbol || used.StartsWith("System." + symbol, StringComparison.Ordinal)
        || (used.StartsWith(symbol, StringComparison.Ordinal) && !char.IsLetterOrDigit(used[symbol.Length]));

    private static bool IsExempt(string path, string symbol) => Exemptions.Any(exemption =>
        exemption.Symbol == symbol && (path == exemption.Path || (exemption.Path.EndsWith('/') && path.StartsWith(exemption.Path, StringComparison.Ordinal))));
}
