using GymSharp.Learning.Training;

namespace GymSharp.Cli.Proof;

/// <summary>Says nothing: of runs side by side only the results are told.</summary>
internal sealed class SilentObserver : ITrainingObserver
{
    public void Started(string runDirectory, long totalSteps, long resumedAt)
    {
    }

    public void Progressed(in TrainingProgress progress)
    {
    }

    public void Noticed(string text)
    {
    }
}
