using System.Globalization;
using GymSharp.Learning.Training;

namespace GymSharp.Learning.Runs;

/// <summary>Passes on what happens, and writes it as plain lines to <c>output.log</c>.</summary>
internal sealed class RunOutput(RunDirectory directory, ITrainingObserver observer) : ITrainingObserver, IDisposable
{
    private readonly StreamWriter log = new(directory.LogPath, append: true) { AutoFlush = true };
    private readonly HashSet<string> notices = new(StringComparer.Ordinal);
    private long nextPercent;

    public void Started(string runDirectory, long totalSteps, long resumedAt)
    {
        log.WriteLine(resumedAt == 0
            ? $"started: {totalSteps} steps"
            : $"resumed at step {resumedAt} of {totalSteps}");
        nextPercent = resumedAt * 100 / Math.Max(1, totalSteps);
        observer.Started(runDirectory, totalSteps, resumedAt);
    }

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

    public void Noticed(string text)
    {
        // The same remark about the first and the second video is made once.
        if (notices.Add(text))
        {
            log.WriteLine(text);
            observer.Noticed(text);
        }
    }

    public void Dispose() => log.Dispose();
}
