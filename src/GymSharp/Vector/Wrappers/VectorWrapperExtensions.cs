using System.Numerics;
using GymSharp.Recording;
using GymSharp.Wrappers;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Puts wrappers around a batch in the order in which they are written: <c>envs.ClipAction().NormalizeReward()</c>.
/// </summary>
public static class VectorWrapperExtensions
{
    /// <summary>Adds up the rewards and steps of each episode, and reports them at its end.</summary>
    public static RecordEpisodeStatistics<TObservation, TAction> RecordEpisodeStatistics<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs, int bufferLength = 100)
        where TObservation : notnull
        where TAction : notnull => new(envs, bufferLength);

    /// <summary>Shifts and scales observations to mean 0 and variance 1.</summary>
    public static NormalizeObservation<T, TAction> NormalizeObservation<T, TAction>(
        this VectorEnv<T, TAction> envs, double epsilon = 1e-8)
        where T : unmanaged
        where TAction : notnull => new(envs, epsilon);

    /// <summary>Maps observations affinely to other bounds.</summary>
    public static RescaleObservation<T, TAction> RescaleObservation<T, TAction>(
        this VectorEnv<T, TAction> envs, double minObservation, double maxObservation)
        where T : unmanaged, INumber<T>
        where TAction : notnull => new(envs, minObservation, maxObservation);

    /// <summary>Gives the observations of each environment another shape.</summary>
    public static ReshapeObservation<T, TAction> ReshapeObservation<T, TAction>(
        this VectorEnv<T, TAction> envs, params int[] shape)
        where T : unmanaged
        where TAction : notnull => new(envs, shape);

    /// <summary>Scales the picture that each environment shows.</summary>
    public static ResizeObservation<TAction> ResizeObservation<TAction>(
        this VectorEnv<byte, TAction> envs, int height, int width)
        where TAction : notnull => new(envs, height, width);

    /// <summary>Turns the colour picture that each environment shows to grey.</summary>
    public static GrayscaleObservation<TAction> GrayscaleObservation<TAction>(
        this VectorEnv<byte, TAction> envs, bool keepDim = false)
        where TAction : notnull => new(envs, keepDim);

    /// <summary>Clips the actions of each environment to the bounds of its action space.</summary>
    public static ClipAction<TObservation, T> ClipAction<TObservation, T>(this VectorEnv<TObservation, T> envs)
        where TObservation : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => new(envs);

    /// <summary>Maps actions affinely from bounds of the agent to those of each environment.</summary>
    public static RescaleAction<TObservation, T> RescaleAction<TObservation, T>(
        this VectorEnv<TObservation, T> envs, double minAction, double maxAction)
        where TObservation : notnull
        where T : unmanaged, IFloatingPointIeee754<T> => new(envs, minAction, maxAction);

    /// <summary>Clips the reward of each environment to bounds.</summary>
    public static ClipReward<TObservation, TAction> ClipReward<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs, double? minReward = null, double? maxReward = null)
        where TObservation : notnull
        where TAction : notnull => new(envs, minReward, maxReward);

    /// <summary>Divides each reward by the running standard deviation of the discounted return.</summary>
    public static NormalizeReward<TObservation, TAction> NormalizeReward<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs, double gamma = 0.99, double epsilon = 1e-8)
        where TObservation : notnull
        where TAction : notnull => new(envs, gamma, epsilon);

    /// <summary>Splits batched infos into one info per environment.</summary>
    public static DictInfoToList<TObservation, TAction> DictInfoToList<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs)
        where TObservation : notnull
        where TAction : notnull => new(envs);

    /// <summary>Records videos that show all environments side by side.</summary>
    public static RecordVideo<TObservation, TAction> RecordVideo<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs, string videoFolder, RecordVideoOptions? options = null)
        where TObservation : notnull
        where TAction : notnull => new(envs, videoFolder, options);

    /// <summary>Shows all environments to a person after every reset and step.</summary>
    public static HumanRendering<TObservation, TAction> HumanRendering<TObservation, TAction>(
        this VectorEnv<TObservation, TAction> envs, IFrameDisplay display)
        where TObservation : notnull
        where TAction : notnull => new(envs, display);
}
