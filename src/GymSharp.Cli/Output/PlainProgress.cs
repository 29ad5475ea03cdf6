using System.Globalization;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Output;

/// <summary>Progress as plain lines, for output that is not a terminal.</summary>
internal sealed class PlainProgress(TextWriter output) : ITrainingObserver
{
    private long nextPercent;

    public void Started(string runDirectory, long totalSteps, long resumedAt)
    {
        nextPercent = (resumedAt * 100 / totalSteps) + 10;
        output.WriteLine(resumedAt == 0
            ? $"Training for {totalSteps:N0} steps in {runDirectory}"
            : $"Resuming at step {resumedAt:N0} of {totalSteps:N0} in {runDirectory}");
    }

    public void Progressed(in TrainingProgress progress)
    {
        long percent = progress.Steps * 100 / progress.TotalSteps;
        if (percent >= nextPercent)
        {
            nextPercent = ((percent / 10) + 1) * 10;
            output.WriteLine(Line(progress));
        }
    }

    public void Evaluated(long step, in EvaluationResult result, bool isBest)
    {
        if (isBest)
        {
            output.WriteLine(Best(step, result));
        }
    }

    public void Noticed(string text) => output.WriteLine(text);

    /// <summary>Steps, speed, return, ε and time left in one line.</summary>
    public static string Line(in TrainingProgress progress)
    {
        string mean = Named(", return ", progress.MeanReturn, "0.##");
        string epsilon = Named(", ε ", progress.Epsilon, "0.###");
        long percent = progress.Steps * 100 / progress.TotalSteps;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"step {progress.Steps:N0} ({percent} %), episode {progress.Episodes:N0}{mean}{epsilon}, "
            + $"{progress.StepsPerSecond:N0} steps/s, {Left(progress.Remaining)} left");
    }

    /// <summary>An evaluation that is the best so far, in one line.</summary>
    public static string Best(long step, in EvaluationResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"best agent so far: step {step:N0}, mean return {result.MeanReturn:0.##} over {result.Episodes} episodes");

    /// <summary>A number with its name, or nothing where there is none.</summary>
    public static string Named(string name, double? value, string format) =>
        value is { } number && !double.IsNaN(number)
            ? name + number.ToString(format, CultureInfo.InvariantCulture)
            : "";

    /// <summary>A duration in the coarsest units that say enough.</summary>
    public static string Left(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s"
        : $"{time.Seconds} s";
}
