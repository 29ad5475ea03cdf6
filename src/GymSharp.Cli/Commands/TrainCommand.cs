using System.CommandLine;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Cli.Tracking;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;
using Spectre.Console;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp train</c>: trains an agent and leaves a run directory.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        TrainArguments arguments = new();
        Option<bool> json = JsonOutput.Option();
        Option<bool> list = new("--list") { Description = "List the algorithms and their options." };
        Command command = arguments.CreateCommand("train", "Train an agent.");
        command.Options.Add(json);
        command.Options.Add(list);
        command.SetAction(parsed => parsed.GetValue(list)
            ? AlgorithmList.Print(parsed.GetValue(json))
            : Run(arguments.Read(parsed), parsed.GetValue(json)));
        return command;
    }

    private static int Run(TrainingRequest request, bool json)
    {
        TrainingSummary summary = Train(request, json);
        if (json)
        {
            JsonOutput.Print(Json(summary));
        }
        else
        {
            SummaryScreen.Print(request, summary);
        }

        return ErrorReport.Success;
    }

    private static TrainingSummary Train(TrainingRequest request, bool json)
    {
        using StopSignals stop = new();
        using OutputCapture capture = new();
        return !json && AnsiConsole.Profile.Out.IsTerminal && AnsiConsole.Profile.Capabilities.Interactive
            ? LiveProgress.Run(observer => Execute(request, capture.Watch(observer), stop.Token))
            : Execute(
                request,
                capture.Watch(new PlainProgress(json ? capture.Error : capture.Out)),
                stop.Token);
    }

    private static TrainingSummary Execute(
        TrainingRequest request, ITrainingObserver observer, CancellationToken stop) =>
        new TrainingRun(request, observer, TimeProvider.System)
        {
            OpenSink = directory => new TrackingSink(directory, TimeProvider.System),
        }.Execute(stop);

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
}
