namespace GymSharp.Learning.Replay;

/// <summary>How many steps a transition spans, and how rewards within it are discounted.</summary>
/// <param name="Gamma">Discount per step, 0 to 1.</param>
/// <param name="Steps">Steps, at least 1; fewer where the episode ends or the newest transition is reached.</param>
public readonly record struct ReplayWindow(double Gamma, int Steps = 1);
