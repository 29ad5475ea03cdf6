using GymSharp.Learning.Evaluation;

namespace GymSharp.Learning.Training;

/// <summary>Writes down what a run says, and can stop it after a number of steps.</summary>
internal sealed class Witness(CancellationTokenSource? stop = null, long stopAt = long.MaxValue) : ITrainingObserver
{
    public List<string> Notices { get; } = [];

    public List<(long Step, double Mean, bool IsBest)> Evaluations { get; } = [];

    public long ResumedAt { get; private set; }

    public int ProgressReports { get; private set; }

    public void Started(string runDirectory, long totalSteps, long resumedAt) => ResumedAt = resumedAt;

    public void Progressed(in TrainingProgress progress)
    {
        ProgressReports++;
        if (progress.Steps >= stopAt)
        {
            stop?.Cancel();
        }
    }

    public void Evaluated(long step, in EvaluationResult result, bool isBest) =>
        Evaluations.Add((step, result.MeanReturn, isBest));

    public void Noticed(string text) => Notices.Add(text);
}
