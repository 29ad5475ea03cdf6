namespace GymSharp.Vector;

/// <summary>What one step of a batch gives back, in memory of its own.</summary>
/// <typeparam name="TObservations">Type of the batched observations.</typeparam>
/// <param name="Observations">What the agents see after the step.</param>
/// <param name="Rewards">One reward per environment.</param>
/// <param name="Terminated">Whether the task of each environment ended.</param>
/// <param name="Truncated">Whether the episode of each environment was cut off.</param>
/// <param name="Info">The batched infos, see <see cref="VectorEnv.BatchInfo"/>.</param>
public readonly record struct VectorStep<TObservations>(
    TObservations Observations, double[] Rewards, bool[] Terminated, bool[] Truncated, Info Info);
