namespace GymSharp.Learning.Training;

/// <summary>Watches a training run, to show it.</summary>
public interface ITrainingObserver
{
    /// <summary>The run begins, or continues.</summary>
    /// <param name="runDirectory">Where its files are.</param>
    /// <param name="totalSteps">Planned steps.</param>
    /// <param name="resumedAt">Steps done before, when it continues.</param>
    void Started(string runDirectory, long totalSteps, long resumedAt);

    /// <summary>Learning went on.</summary>
    void Progressed(in TrainingProgress progress);

    /// <summary>Something a person should know: a phase that begins, a video that became a GIF.</summary>
    void Noticed(string text);
}
