using System.Globalization;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Output;

/// <summary>The one screen at the end of a training: how it went and where everything is.</summary>
internal static class SummaryScreen
{
    public static void Print(TrainingRequest request, TrainingSummary summary)
    {
        string here = Path.GetRelativePath(Environment.CurrentDirectory, summary.RunDirectory);
        Console.WriteLine();
        Console.WriteLine(summary.Completed
            ? $"Trained {request.Algorithm} on {request.Environment}."
            : $"Stopped {request.Algorithm} on {request.Environment} at step {summary.Steps:N0}; nothing is lost.");
        Line("steps", string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Steps:N0} in {summary.Episodes:N0} episodes, {summary.Seconds:0.0} s"));
        if (summary.Evaluation is { } evaluation)
        {
            Line("evaluation", Evaluation(evaluation));
            if (summary.AgentStep != summary.Steps)
            {
                Line("agent", string.Create(
                    CultureInfo.InvariantCulture, $"the best while training, that of step {summary.AgentStep:N0}"));
            }
        }

        foreach (string video in summary.Videos)
        {
            Line(
                Path.GetFileNameWithoutExtension(video) == "before" ? "untrained" : "trained",
                Path.GetRelativePath(Environment.CurrentDirectory, video));
        }

        Line("run", here);
        if (summary.Completed)
        {
            Line("curve", Path.Combine(here, "learning-curve.png"));
            Line("again", $"gymsharp evaluate {ShellText.Quote(here)}");
        }
        else
        {
            Line("continue", $"gymsharp train --run-dir {ShellText.Quote(here)} --resume");
        }
    }

    /// <summary>Mean, spread and range in one line.</summary>
    public static string Evaluation(EvaluationResult evaluation) => string.Create(
        CultureInfo.InvariantCulture,
        $"mean return {evaluation.MeanReturn:0.##} ± {evaluation.StdReturn:0.##} over {evaluation.Episodes} episodes "
        + $"(lowest {evaluation.Min:0.##}, highest {evaluation.Max:0.##}), mean length {evaluation.MeanLength:0.#}"
        + $"{Reached(evaluation.SuccessRate)}");

    private static string Reached(double? rate) =>
        rate is { } part ? string.Create(CultureInfo.InvariantCulture, $", goal reached in {part:0.#%}") : "";

    private static void Line(string name, string text) => Console.WriteLine($"  {name,-12}{text}");
}
