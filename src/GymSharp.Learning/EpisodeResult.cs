namespace GymSharp.Learning;

/// <summary>How an episode went.</summary>
/// <param name="Return">Sum of the rewards, undiscounted.</param>
/// <param name="Length">Number of steps.</param>
public readonly record struct EpisodeResult(double Return, int Length);
