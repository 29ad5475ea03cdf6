namespace GymSharp.Vector.Wrappers;

/// <summary>Clips the reward of each environment to bounds.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one.</param>
/// <param name="minReward">The lowest reward paid, or null for no bound.</param>
/// <param name="maxReward">The highest reward paid, or null for no bound.</param>
/// <exception cref="ArgumentException">There is no bound at all, or the lower is above the upper.</exception>
public sealed class ClipReward<TObservation, TAction>(
    VectorEnv<TObservation, TAction> envs, double? minReward = null, double? maxReward = null)
    : VectorizeTransformReward<TObservation, TAction>(
        envs, env => new GymSharp.Wrappers.ClipReward<int, int>(env, minReward, maxReward))
    where TObservation : notnull
    where TAction : notnull;
