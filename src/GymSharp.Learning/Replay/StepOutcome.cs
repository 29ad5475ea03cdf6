namespace GymSharp.Learning.Replay;

/// <summary>What a step gave.</summary>
/// <param name="Reward">The reward.</param>
/// <param name="Terminated">The task is over: nothing of worth follows.</param>
/// <param name="Truncated">The episode was cut off: what would have followed still counts.</param>
public readonly record struct StepOutcome(float Reward, bool Terminated = false, bool Truncated = false);
