using GymSharp.Learning.Evaluation;

namespace GymSharp.Learning.Training;

/// <summary>How a training run ended, and where everything is.</summary>
/// <param name="RunDirectory">The run's directory.</param>
/// <param name="Completed">Whether it came to its end; otherwise it was stopped and can be resumed.</param>
/// <param name="Steps">Environment steps done.</param>
/// <param name="Episodes">Episodes done.</param>
/// <param name="Seconds">Time spent learning, all sittings together.</param>
/// <param name="Evaluation">The evaluation at the end, or null when stopped.</param>
/// <param name="Videos">Paths of the videos.</param>
public sealed record TrainingSummary(
    string RunDirectory,
    bool Completed,
    long Steps,
    long Episodes,
    double Seconds,
    EvaluationResult? Evaluation,
    IReadOnlyList<string> Videos)
{
    /// <summary>The step whose agent was evaluated at the end: the best where that was kept, else the last.</summary>
    public long AgentStep { get; init; } = Steps;
}
