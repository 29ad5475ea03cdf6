using System.Globalization;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;

namespace GymSharp.Learning.Runs;

/// <summary>Passes on what happens, and writes it as plain lines to <c>output.log</c>.</summary>
internal sealed class RunOutput : ITrainingObserver, IDisposable
{
    private readonly ITrainingObserver observer;
    private readonly TextWriter log;
    private readonly HashSet<string> notices = new(StringComparer.Ordinal);
    private long nextPercent;

    public RunOutput(RunDirectory directory, ITrainingObserver observer)
    {
        this.observer = observer;
        log = TextWriter.Synchronized(new StreamWriter(directory.LogPath, append: true) { AutoFlush = true });
        observer.Opened(log);
    }

    public void Started(string runDirectory, long totalSteps, long resumedAt)
    {
        log.WriteLine(resumedAt == 0
            ? $"started: {totalSteps} steps"
            : $"resumed at step {resumedAt} of {totalSteps}");
        nextPercent = resumedAt * 100 / Math.Max(1, totalSteps);
        observer.Started(runDirectory, totalSteps, resumedAt);
    }

    public void Reported(in LearningReport report) => observer.Reported(report);

    public void Progressed(in TrainingProgress progress)
    {
        long percent = progress.Steps * 100 / Math.Max(1, progress.TotalSteps);
        if (percent >= nextPercent)
        {
            nextPercent = percent + 5;
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"step {progress.Steps} of {progress.TotalSteps}, episode {progress.Episodes}, "
                + $"mean return {progress.MeanReturn:0.###}"));
        }

        observer.Progressed(progress);
    }

    public void Evaluated(long step, in EvaluationResult result, bool isBest)
    {
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"evaluation at step {step}: mean return {result.MeanReturn:0.###} over {result.Episodes} episodes"
            + $"{(isBest ? ", the best so far" : "")}"));
        observer.Evaluated(step, result, isBest);
    }

    public void Noticed(string text)
    {
        // The same remark about the first and the second video is made once.
        if (notices.Add(text))
        {
            log.WriteLine(text);
            observer.Noticed(text);
        }
    }

    /// <summary>Writes a line to the log alone.</summary>
    public void Log(string text) => log.WriteLine(text);

    public void Dispose() => log.Dispose();
}
