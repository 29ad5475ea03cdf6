using GymSharp.Learning.Evaluation;

namespace GymSharp.Learning.Training;

/// <summary>Watches a training run, to show it or to act on it; hooks that are not needed can be left out.</summary>
public interface ITrainingObserver
{
    /// <summary>The run's <c>output.log</c> is open.</summary>
    /// <param name="log">What is written to it goes there; several threads may use it until the run ends.</param>
    void Opened(TextWriter log)
    {
    }

    /// <summary>The run begins, or continues.</summary>
    /// <param name="runDirectory">Where its files are.</param>
    /// <param name="totalSteps">Planned steps.</param>
    /// <param name="resumedAt">Steps done before, when it continues.</param>
    void Started(string runDirectory, long totalSteps, long resumedAt);

    /// <summary>The learner has reported.</summary>
    void Reported(in LearningReport report)
    {
    }

    /// <summary>Learning went on; told now and then.</summary>
    void Progressed(in TrainingProgress progress);

    /// <summary>The agent was evaluated while training.</summary>
    /// <param name="step">Environment steps so far.</param>
    /// <param name="result">How it did.</param>
    /// <param name="isBest">Whether none before it did better.</param>
    void Evaluated(long step, in EvaluationResult result, bool isBest)
    {
    }

    /// <summary>Something a person should know: a phase that begins, a video that became a GIF.</summary>
    void Noticed(string text);
}
