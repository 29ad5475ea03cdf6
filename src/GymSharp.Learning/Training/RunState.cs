namespace GymSharp.Learning.Training;

/// <summary>The counters of a run; the first thing in a checkpoint.</summary>
/// <param name="Steps">Environment steps.</param>
/// <param name="Episodes">Episodes.</param>
/// <param name="Seconds">Time spent learning.</param>
internal readonly record struct RunState(long Steps, long Episodes, double Seconds);
