using System.Globalization;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;
using Spectre.Console;

namespace GymSharp.Cli.Output;

/// <summary>Progress as a bar that moves, for a terminal.</summary>
internal static class LiveProgress
{
    public static TrainingSummary Run(Func<ITrainingObserver, TrainingSummary> train)
    {
        TrainingSummary? summary = null;
        AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn())
            .Start(context => summary = train(new Observer(context)));
        return summary!;
    }

    private sealed class Observer(ProgressContext context) : ITrainingObserver
    {
        private ProgressTask? task;

        public void Started(string runDirectory, long totalSteps, long resumedAt)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]run[/] {runDirectory}");
            task = context.AddTask("training", maxValue: totalSteps);
            task.Value = resumedAt;
        }

        public void Progressed(in TrainingProgress progress)
        {
            if (task is null)
            {
                return;
            }

            string mean = PlainProgress.Named("  return ", progress.MeanReturn, "0.##");
            string epsilon = PlainProgress.Named("  ε ", progress.Epsilon, "0.###");
            task.Description = string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.StepsPerSecond:N0} steps/s{mean}{epsilon}  {PlainProgress.Left(progress.Remaining)} left");
            task.Value = progress.Steps;
        }

        public void Evaluated(long step, in EvaluationResult result, bool isBest)
        {
            if (isBest)
            {
                AnsiConsole.MarkupLineInterpolated($"[grey]{PlainProgress.Best(step, result)}[/]");
            }
        }

        public void Noticed(string text) => AnsiConsole.MarkupLineInterpolated($"[grey]{text}[/]");
    }
}
