using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Learning.Options;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;
using Spectre.Console;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp train</c>: trains an agent and leaves a run directory.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Argument<string> algorithm = new("algorithm") { Description = "Name of the algorithm; --list shows all.", Arity = ArgumentArity.ZeroOrOne };
        Argument<string> env = new("env") { Description = "Id of the environment.", Arity = ArgumentArity.ZeroOrOne };
        Option<long?> steps = new("--steps") { Description = "Environment steps; tuned per environment by default." };
        Option<ulong> seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => 0 };
        Option<int> envs = new("--envs") { Description = "Environments stepped side by side.", DefaultValueFactory = _ => 1 };
        Option<string[]> set = Settings.Option("--set", "An option of the algorithm.");
        Option<string[]> envSet = Settings.Option("--env-set", "A keyword argument of the environment.");
        Option<string?> runDir = new("--run-dir") { Description = "Directory of the run; runs/ENV/ALGORITHM-N by default." };
        Option<bool> resume = new("--resume") { Description = "Continue the run in --run-dir." };
        Option<int> evalEpisodes = new("--eval-episodes") { Description = "Episodes of the final evaluation.", DefaultValueFactory = _ => 100 };
        Option<bool> noVideo = new("--no-video") { Description = "Record no videos." };
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Option<bool> list = new("--list") { Description = "List the algorithms and their options." };
        Command command = new("train", "Train an agent.")
        {
            algorithm, env, steps, seed, envs, set, envSet, runDir, resume, evalEpisodes, noVideo, json, list,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list))
            {
                return List();
            }

            TrainingRequest request = new()
            {
                Algorithm = Needed(parsed.GetValue(algorithm), "the algorithm"),
                Environment = Needed(parsed.GetValue(env), "the environment"),
                Steps = parsed.GetValue(steps),
                Seed = parsed.GetValue(seed),
                Options = Settings.Parse("--set", parsed.GetValue(set)),
                EnvironmentArguments = Settings.Parse("--env-set", parsed.GetValue(envSet)),
                RunDirectory = parsed.GetValue(runDir),
                Resume = parsed.GetValue(resume),
                EvaluationEpisodes = parsed.GetValue(evalEpisodes),
                Video = !parsed.GetValue(noVideo),
                Command = "gymsharp " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value))),
            };
            Check(request, parsed.GetValue(envs));
            return Run(request, parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(TrainingRequest request, bool json)
    {
        using CancellationTokenSource stop = new();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        bool live = !json && AnsiConsole.Profile.Out.IsTerminal && AnsiConsole.Profile.Capabilities.Interactive;
        TrainingSummary summary = live
            ? LiveProgress.Run(observer => new TrainingRun(request, observer, TimeProvider.System).Execute(stop.Token))
            : new TrainingRun(request, new PlainProgress(json ? Console.Error : Console.Out), TimeProvider.System).Execute(stop.Token);
        if (json)
        {
            Console.WriteLine(Json(summary).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        }
        else
        {
            SummaryScreen.Print(request, summary);
        }

        return ErrorReport.Success;
    }

    // The first signal stops cleanly; a second one ends the process at once, as usual.
    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        if (!stop.IsCancellationRequested)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static JsonObject Json(TrainingSummary summary) => new()
    {
        ["run_dir"] = summary.RunDirectory,
        ["completed"] = summary.Completed,
        ["steps"] = summary.Steps,
        ["episodes"] = summary.Episodes,
        ["seconds"] = Math.Round(summary.Seconds, 3),
        ["evaluation"] = summary.Evaluation is { } evaluation ? EvaluationJson.Of(evaluation) : null,
        ["videos"] = new JsonArray([.. summary.Videos.Select(path => (JsonNode)path)]),
    };

    private static int List()
    {
        foreach (AlgorithmSpec algorithm in AlgorithmCatalog.All)
        {
            Console.WriteLine($"{algorithm.Name}: {algorithm.Description}");
            foreach (OptionDescription option in OptionBinder.Describe(algorithm.OptionsType))
            {
                Console.WriteLine($"    {option.Name,-22} {option.Description} (default {option.Default ?? "none"})");
            }
        }

        return ErrorReport.Success;
    }

    private static void Check(TrainingRequest request, int envs)
    {
        if (envs != 1)
        {
            throw new UsageException($"--envs {envs}: {request.Algorithm} learns from one environment at a time. Leave --envs out.");
        }

        if (request.EvaluationEpisodes < 1)
        {
            throw new UsageException($"--eval-episodes {request.EvaluationEpisodes}: expected 1 or more.");
        }
    }

    private static string Needed(string? value, string what) => value
        ?? throw new UsageException(
            $"Name {what}: gymsharp train ALGORITHM ENV, for example gymsharp train random-search CartPole-v1. "
            + "`gymsharp train --list` shows the algorithms, `gymsharp envs` the environments.");

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;
}
