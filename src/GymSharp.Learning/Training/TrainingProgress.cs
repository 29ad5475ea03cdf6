namespace GymSharp.Learning.Training;

/// <summary>How far a run is.</summary>
/// <param name="Steps">Environment steps so far.</param>
/// <param name="TotalSteps">Planned steps.</param>
/// <param name="Episodes">Episodes so far.</param>
/// <param name="StepsPerSecond">Speed since the run began or was resumed.</param>
/// <param name="MeanReturn">Mean return of the last 100 reports, or NaN.</param>
/// <param name="Epsilon">Share of random actions, or null where the algorithm has none.</param>
/// <param name="Remaining">Time left at this speed.</param>
public readonly record struct TrainingProgress(
    long Steps, long TotalSteps, long Episodes, double StepsPerSecond, double MeanReturn, double? Epsilon,
    TimeSpan Remaining);
