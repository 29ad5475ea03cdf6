using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Cli.Proof;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp prove</c>: trains algorithms on environments and compares with published figures.</summary>
internal static class ProveCommand
{
    public static Command Create()
    {
        Argument<string[]> filter = new("filter")
        {
            Description = "Words that the group, algorithm or environment must contain; all without.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<int?> seeds = NumberOption.Create("--seeds", "Seeds per cell; as the list says by default.", 1);
        Option<int> jobs = NumberOption.WithDefault(
            "--jobs", "Runs side by side; where there are several, each on one thread.", 1, Environment.ProcessorCount);
        Option<string> output = new("--output")
        {
            Description = "Where results.md, results.json and the curves go.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("runs", "proof"),
        };
        Option<string?> runs = new("--runs")
        {
            Description = "Where the runs go; OUTPUT/runs by default.",
            HelpName = "DIR",
        };
        Option<bool> quick = new("--quick") { Description = "The short form: few cells, one seed, 20 episodes." };
        Option<bool> again = new("--again") { Description = "Run again what was finished earlier." };
        Option<bool> finished = new("--finished")
        {
            Description = "Train nothing; tell of the runs that are finished.",
        };
        Option<bool> list = new("--list") { Description = "List what there is to prove." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("prove", "Train, evaluate, and compare with published figures.")
        {
            filter, seeds, jobs, output, runs, quick, again, finished, list, json,
        };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(output);
            ProofRequest request = new()
            {
                Quick = parsed.GetValue(quick),
                Seeds = parsed.GetValue(seeds),
                Jobs = parsed.GetValue(jobs),
                Output = folder,
                Runs = parsed.GetValue(runs) ?? Path.Combine(folder, "runs"),
                Again = parsed.GetValue(again),
                OnlyFinished = parsed.GetValue(finished),
            };
            Check(request);
            IReadOnlyList<ProofCell> cells = ProofList.Embedded.Select(parsed.GetValue(filter) ?? [], request.Quick);
            string line = string.Join(
                ' ', parsed.Tokens.Select(token => ShellText.Quote(token.Value)).Prepend(CommandLine.Name));
            return parsed.GetValue(list)
                ? List(cells)
                : Run(request, cells, line, parsed.GetValue(json));
        });
        return command;
    }

    private static void Check(ProofRequest request)
    {
        if (request is { OnlyFinished: true, Again: true })
        {
            throw new UsageException(
                "--finished trains nothing, --again trains everything anew: both together were given. "
                + "Leave one of them out.");
        }
    }

    private static int List(IReadOnlyList<ProofCell> cells)
    {
        TextTable table = new(2, "group", "algorithm", "environment", ">steps", ">goal", "source");
        foreach (ProofCell cell in cells)
        {
            table.Add(
                cell.Group, cell.Label, cell.Environment, $"{cell.Steps:N0}", cell.GoalText, cell.Source);
        }

        table.Write(Console.Out, Terminal.Width);
        return ErrorReport.Success;
    }

    private static int Run(ProofRequest request, IReadOnlyList<ProofCell> cells, string line, bool json)
    {
        using StopSignals stop = new();
        TextWriter progress = json ? Console.Error : Console.Out;
        IReadOnlyList<CellResult> results = new ProofRunner(request, progress).Run(cells, stop.Token);
        ProofReport report = new(request, line);
        string page = report.Write(results);
        if (json)
        {
            JsonOutput.Print(report.Json(results));
        }

        int missed = results.Count(result => result.IsMet == false);
        progress.WriteLine(stop.Token.IsCancellationRequested
            ? $"Stopped; the same command goes on. What is finished stands in {page}"
            : $"{results.Count - missed} of {results.Count} met their goals; the table is {page}");
        return missed == 0 && !stop.Token.IsCancellationRequested ? ErrorReport.Success : ErrorReport.Failed;
    }
}
