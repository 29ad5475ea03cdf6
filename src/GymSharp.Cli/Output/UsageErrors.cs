using System.CommandLine;
using System.CommandLine.Parsing;

namespace GymSharp.Cli.Output;

/// <summary>Errors that the parser found, with the nearest valid name.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = Path(parsed.CommandResult);
        string[] errors =
            parsed.UnmatchedTokens.Count > 0 ? [.. Unmatched(command, path, parsed.UnmatchedTokens)]
            : command.Subcommands.Count > 0 ? [$"Name a command: {string.Join(", ", Names(command.Subcommands))}."]
            : [.. parsed.Errors.Select(error => error.Message)];
        foreach (string error in errors)
        {
            Console.Error.WriteLine("error: " + error);
        }

        Console.Error.WriteLine($"See '{path} --help'.");
        return ErrorReport.BadUsage;
    }

    // What follows an unknown option may be its value, and what follows an unknown command its arguments: no second
    // error.
    private static IEnumerable<string> Unmatched(Command command, string path, IReadOnlyList<string> tokens)
    {
        string first = tokens[0];
        if (!first.StartsWith('-'))
        {
            yield return command.Subcommands.Count == 0
                ? $"'{first}' is one argument too many for '{path}'."
                : $"There is no command '{first}'.{Suggestions.DidYouMean(first, Names(command.Subcommands))} "
                    + $"Commands: {string.Join(", ", Names(command.Subcommands))}.";
            yield break;
        }

        foreach (string option in tokens.Where(token => token.StartsWith('-')))
        {
            string name = option.Split('=', 2)[0];
            yield return $"'{path}' has no option '{name}'.{Suggestions.DidYouMean(name, Names(command.Options))}";
        }
    }

    private static IEnumerable<string> Names(IEnumerable<Symbol> symbols) => symbols.Select(symbol => symbol.Name);

    private static string Path(CommandResult command) => command.Parent is CommandResult parent
        ? $"{Path(parent)} {command.Command.Name}"
        : command.Command.Name;
}
