using System.CommandLine;
using GymSharp;
using GymSharp.Cli;
using GymSharp.Cli.Commands;
using GymSharp.Cli.Output;

// The only composition root: the families of environments and the algorithms meet here and nowhere else.
RootCommand root = new("GymSharp: reinforcement learning for .NET.")
{
    EnvsCommand.Create(),
    RolloutCommand.Create(),
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    RecordCommand.Create(),
    BenchmarkCommand.Create(),
    CheckCommand.Create(),
};
Option<bool> verbose = new("--verbose") { Description = "Show the stack trace of an error.", Recursive = true };
root.Options.Add(verbose);

GymLog.SetSink(text => Console.Error.WriteLine("warning: " + text));
ParseResult parsed = root.Parse(args);
return parsed.Errors.Count > 0
    ? UsageErrors.Report(parsed)
    : ErrorReport.Guard(() => parsed.Invoke(), parsed.GetValue(verbose));
