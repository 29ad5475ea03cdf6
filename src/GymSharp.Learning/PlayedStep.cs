namespace GymSharp.Learning;

/// <summary>What a step of an agent brought.</summary>
/// <param name="Reward">Reward of the step.</param>
/// <param name="Terminated">Whether the task ended.</param>
/// <param name="Truncated">Whether the episode was cut off.</param>
/// <param name="Info">What else the environment tells.</param>
public readonly record struct PlayedStep(double Reward, bool Terminated, bool Truncated, Info Info)
{
    /// <summary>Whether the episode is over.</summary>
    public bool Done => Terminated || Truncated;
}
