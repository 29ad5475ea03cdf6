using System.CommandLine;
using System.CommandLine.Help;
using GymSharp.Cli.Commands;
using GymSharp.Cli.Output;

namespace GymSharp.Cli;

/// <summary>
/// The commands. The only composition root: the families of environments and the algorithms meet here and nowhere else.
/// </summary>
internal static class CommandLine
{
    public const string Name = "gymsharp";

    /// <summary>Runs one command.</summary>
    /// <returns>0, or 1 where something failed, or 2 where the command itself was wrong.</returns>
    public static int Run(string[] arguments)
    {
        Option<bool> verbose = new("--verbose") { Description = "Show the stack trace of an error.", Recursive = true };
        Command root = Create(verbose);
        GymLog.SetSink(text => Console.Error.WriteLine("warning: " + text));
        ParseResult parsed = root.Parse(arguments);
        return parsed.Errors.Count > 0
            ? UsageErrors.Report(parsed)
            : ErrorReport.Guard(
                () => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }),
                parsed.GetValue(verbose));
    }

    // Not a RootCommand: that one takes its name from the file of the program.
    private static Command Create(Option<bool> verbose) => new(Name, "GymSharp: reinforcement learning for .NET.")
    {
        EnvsCommand.Create(),
        RolloutCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        RecordCommand.Create(),
        ExportCommand.Create(),
        ProveCommand.Create(),
        BenchmarkCommand.Create(),
        CheckCommand.Create(),
        RomsCommand.Create(),
        AtariCommand.Create(),
        new HelpOption { Recursive = true },
        new VersionOption(),
        verbose,
    };
}
