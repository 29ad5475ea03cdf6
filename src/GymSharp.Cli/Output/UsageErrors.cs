using System.CommandLine;
using System.CommandLine.Parsing;

namespace GymSharp.Cli.Output;

/// <summary>Errors that the parser found, with the nearest valid name.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        foreach (ParseError error in parsed.Errors)
        {
            Console.Error.WriteLine("error: " + error.Message);
        }

        string[] names = [.. Names(command)];
        foreach (string token in parsed.UnmatchedTokens)
        {
            if (Suggestions.Nearest(token, names) is { } nearest)
            {
                Console.Error.WriteLine($"Did you mean '{nearest}' for '{token}'?");
            }
        }

        string path = command is RootCommand ? "gymsharp" : $"gymsharp {command.Name}";
        Console.Error.WriteLine($"See '{path} --help'.");
        return ErrorReport.BadUsage;
    }

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Select(child => child.Name).Concat(command.Options.Select(option => option.Name));
}
