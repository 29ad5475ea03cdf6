using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <content>Wrappers that change actions or rewards.</content>
public static partial class WrapperExtensions
{
    /// <summary>Applies a function to each action.</summary>
    public static TransformAction<TObservation, TAction, TInnerAction>
        TransformAction<TObservation, TAction, TInnerAction>(
        this Env<TObservation, TInnerAction> env, Func<TAction, TInnerAction> function, Space<TAction> actionSpace)
        where TObservation : notnull
        where TAction : notnull
        where TInnerAction : notnull => new(env, function, actionSpace);

    /// <summary>Applies a function to each action of the action space.</summary>
    public static TransformAction<TObservation, TAction, TAction> TransformAction<TObservation, TAction>(
        this Env<TObservation, TAction> env, Func<TAction, TAction> function)
        where TObservation : notnull
        where TAction : notnull => new(env, function, env.ActionSpace);

    /// <summary>Accepts any vector and clips it to the bounds of the action space.</summary>
    public static ClipAction<TObservation, T> ClipAction<TObservation, T>(this Env<TObservation, T[]> env)
        where TObservation : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => new(env);

    /// <summary>Maps actions affinely from bounds of the agent to those of the environment.</summary>
    public static RescaleAction<TObservation, T> RescaleAction<TObservation, T>(
        this Env<TObservation, T[]> env, double minAction, double maxAction)
        where TObservation : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => new(env, minAction, maxAction);

    /// <summary>
    /// Maps actions affinely from bounds of the agent, given per element, to those of the environment.
    /// </summary>
    public static RescaleAction<TObservation, T> RescaleAction<TObservation, T>(
        this Env<TObservation, T[]> env, double[] minAction, double[] maxAction)
        where TObservation : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => new(env, minAction, maxAction);

    /// <summary>Replaces a continuous action space by numbered bins.</summary>
    public static DiscretizeAction<TObservation, T> DiscretizeAction<TObservation, T>(
        this Env<TObservation, T[]> env, params int[] bins)
        where TObservation : notnull
        where T : unmanaged => new(env, bins);

    /// <summary>Replaces each dimension of a continuous action space by numbered bins.</summary>
    public static MultiDiscretizeAction<TObservation, T> MultiDiscretizeAction<TObservation, T>(
        this Env<TObservation, T[]> env, params int[] bins)
        where TObservation : notnull
        where T : unmanaged => new(env, bins);

    /// <summary>Now and then repeats the action before.</summary>
    public static StickyAction<TObservation, TAction> StickyAction<TObservation, TAction>(
        this Env<TObservation, TAction> env, double repeatActionProbability, int minRepeats = 1, int? maxRepeats = null)
        where TObservation : notnull
        where TAction : notnull => new(env, repeatActionProbability, minRepeats, maxRepeats);

    /// <summary>Takes each action several times.</summary>
    public static RepeatAction<TObservation, TAction> RepeatAction<TObservation, TAction>(
        this Env<TObservation, TAction> env, int numRepeats)
        where TObservation : notnull
        where TAction : notnull => new(env, numRepeats);

    /// <summary>Applies a function to each reward.</summary>
    public static TransformReward<TObservation, TAction> TransformReward<TObservation, TAction>(
        this Env<TObservation, TAction> env, Func<double, double> function)
        where TObservation : notnull
        where TAction : notnull => new(env, function);

    /// <summary>Clips each reward to bounds.</summary>
    public static ClipReward<TObservation, TAction> ClipReward<TObservation, TAction>(
        this Env<TObservation, TAction> env, double? minReward = null, double? maxReward = null)
        where TObservation : notnull
        where TAction : notnull => new(env, minReward, maxReward);

    /// <summary>Divides each reward by the running deviation of the discounted return.</summary>
    public static NormalizeReward<TObservation, TAction> NormalizeReward<TObservation, TAction>(
        this Env<TObservation, TAction> env, double gamma = 0.99, double epsilon = 1e-8)
        where TObservation : notnull
        where TAction : notnull => new(env, gamma, epsilon);
}
