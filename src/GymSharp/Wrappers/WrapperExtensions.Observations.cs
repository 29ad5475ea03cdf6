using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <content>Wrappers that change observations.</content>
public static partial class WrapperExtensions
{
    /// <summary>Applies a function to each observation.</summary>
    public static TransformObservation<TObservation, TAction, TInnerObservation>
        TransformObservation<TObservation, TAction, TInnerObservation>(
        this Env<TInnerObservation, TAction> env,
        Func<TInnerObservation, TObservation> function,
        Space<TObservation> observationSpace)
        where TObservation : notnull
        where TAction : notnull
        where TInnerObservation : notnull => new(env, function, observationSpace);

    /// <summary>Applies a function to each observation whose results stay in the observation space.</summary>
    public static TransformObservation<TObservation, TAction, TObservation> TransformObservation<TObservation, TAction>(
        this Env<TObservation, TAction> env, Func<TObservation, TObservation> function)
        where TObservation : notnull
        where TAction : notnull => new(env, function, env.ObservationSpace);

    /// <summary>Keeps some entries of dictionary observations.</summary>
    public static FilterObservation<DictValue, TAction> FilterObservation<TAction>(
        this Env<DictValue, TAction> env, params IReadOnlyList<string> keys)
        where TAction : notnull => new(env, keys);

    /// <summary>Keeps some parts of tuple observations.</summary>
    public static FilterObservation<object[], TAction> FilterObservation<TAction>(
        this Env<object[], TAction> env, params IReadOnlyList<int> indexes)
        where TAction : notnull => new(env, indexes);

    /// <summary>Makes array observations flat.</summary>
    public static FlattenObservation<T, TAction, T[]> FlattenObservation<T, TAction>(this Env<T[], TAction> env)
        where T : unmanaged
        where TAction : notnull => new(env);

    /// <summary>Turns discrete observations into one-hot codes.</summary>
    public static FlattenObservation<long, TAction, int> FlattenObservation<TAction>(this Env<int, TAction> env)
        where TAction : notnull => new(env);

    /// <summary>Puts the parts of dictionary observations into one flat array; name its element type.</summary>
    public static FlattenObservation<T, TAction, DictValue> FlattenObservation<T, TAction>(
        this Env<DictValue, TAction> env)
        where T : unmanaged
        where TAction : notnull => new(env);

    /// <summary>Puts the parts of tuple observations into one flat array; name its element type.</summary>
    public static FlattenObservation<T, TAction, object[]> FlattenObservation<T, TAction>(
        this Env<object[], TAction> env)
        where T : unmanaged
        where TAction : notnull => new(env);

    /// <summary>Turns RGB pictures into grey ones.</summary>
    public static GrayscaleObservation<TAction> GrayscaleObservation<TAction>(
        this Env<byte[], TAction> env, bool keepDim = false)
        where TAction : notnull => new(env, keepDim);

    /// <summary>Scales pictures to another size by pixel area.</summary>
    public static ResizeObservation<TAction> ResizeObservation<TAction>(
        this Env<byte[], TAction> env, int height, int width)
        where TAction : notnull => new(env, height, width);

    /// <summary>Gives observations another shape.</summary>
    public static ReshapeObservation<T, TAction> ReshapeObservation<T, TAction>(
        this Env<T[], TAction> env, params int[] shape)
        where T : unmanaged
        where TAction : notnull => new(env, shape);

    /// <summary>Maps observations affinely to other bounds.</summary>
    public static RescaleObservation<T, TAction> RescaleObservation<T, TAction>(
        this Env<T[], TAction> env, double minObservation, double maxObservation)
        where T : unmanaged, INumber<T>
        where TAction : notnull => new(env, minObservation, maxObservation);

    /// <summary>Maps observations affinely to other bounds, given per element.</summary>
    public static RescaleObservation<T, TAction> RescaleObservation<T, TAction>(
        this Env<T[], TAction> env, double[] minObservation, double[] maxObservation)
        where T : unmanaged, INumber<T>
        where TAction : notnull => new(env, minObservation, maxObservation);

    /// <summary>Converts the elements of array observations to another type; name all three types.</summary>
    public static DtypeObservation<TTo, TAction, TFrom> DtypeObservation<TTo, TAction, TFrom>(
        this Env<TFrom[], TAction> env)
        where TTo : unmanaged
        where TAction : notnull
        where TFrom : unmanaged => new(env);

    /// <summary>Turns discrete observations into a box of one number; name both types.</summary>
    public static DtypeObservation<TTo, TAction> DtypeObservation<TTo, TAction>(this Env<int, TAction> env)
        where TTo : unmanaged
        where TAction : notnull => new(env);

    /// <summary>Replaces observations by the number of the bin they lie in.</summary>
    public static DiscretizeObservation<T, TAction> DiscretizeObservation<T, TAction>(
        this Env<T[], TAction> env, params int[] bins)
        where T : unmanaged
        where TAction : notnull => new(env, bins);

    /// <summary>Replaces each element of observations by the number of the bin it lies in.</summary>
    public static MultiDiscretizeObservation<T, TAction> MultiDiscretizeObservation<T, TAction>(
        this Env<T[], TAction> env, params int[] bins)
        where T : unmanaged
        where TAction : notnull => new(env, bins);

    /// <summary>Shows the observation of some steps ago.</summary>
    public static DelayObservation<TObservation, TAction> DelayObservation<TObservation, TAction>(
        this Env<TObservation, TAction> env, int delay)
        where TObservation : notnull
        where TAction : notnull => new(env, delay);

    /// <summary>Shows the last observations together, the oldest first.</summary>
    public static FrameStackObservation<T, TAction> FrameStackObservation<T, TAction>(
        this Env<T[], TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        where T : unmanaged
        where TAction : notnull => new(env, stackSize, padding);

    /// <summary>Shows the last observations together, the oldest first.</summary>
    public static FrameStackObservation<long[], TAction, int> FrameStackObservation<TAction>(
        this Env<int, TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        where TAction : notnull => new(env, stackSize, padding);

    /// <summary>Shows the last observations together, part by part, the oldest first.</summary>
    public static FrameStackObservation<DictValue, TAction, DictValue> FrameStackObservation<TAction>(
        this Env<DictValue, TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        where TAction : notnull => new(env, stackSize, padding);

    /// <summary>Shows the last observations together, part by part, the oldest first.</summary>
    public static FrameStackObservation<object[], TAction, object[]> FrameStackObservation<TAction>(
        this Env<object[], TAction> env, int stackSize, FramePadding padding = FramePadding.Reset)
        where TAction : notnull => new(env, stackSize, padding);

    /// <summary>Repeats each action and shows the maximum of the last two observations.</summary>
    public static MaxAndSkipObservation<T, TAction> MaxAndSkipObservation<T, TAction>(
        this Env<T[], TAction> env, int skip = 4)
        where T : unmanaged
        where TAction : notnull => new(env, skip);

    /// <summary>Shifts and scales observations to mean 0 and variance 1.</summary>
    public static NormalizeObservation<T, TAction> NormalizeObservation<T, TAction>(
        this Env<T[], TAction> env, double epsilon = 1e-8)
        where T : unmanaged
        where TAction : notnull => new(env, epsilon);

    /// <summary>Shows the rendered picture beside the observation.</summary>
    public static AddRenderObservation<TAction, TObservation> AddRenderObservation<TObservation, TAction>(
        this Env<TObservation, TAction> env, string renderKey = "pixels", string observationKey = "state")
        where TObservation : notnull
        where TAction : notnull => new(env, renderKey, observationKey);

    /// <summary>Shows the rendered picture instead of the observation.</summary>
    public static RenderOnlyObservation<TAction, TObservation> RenderOnlyObservation<TObservation, TAction>(
        this Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull => new(env);

    /// <summary>
    /// Appends the steps of the episode to array observations; name both types, the first being that of the result.
    /// </summary>
    public static TimeAwareObservation<T, TAction, TObservation> TimeAwareObservation<T, TAction, TObservation>(
        this Env<TObservation, TAction> env, bool normalizeTime = false)
        where T : unmanaged
        where TAction : notnull
        where TObservation : notnull => new(env, normalizeTime);

    /// <summary>Shows the steps of the episode as an entry beside the observation.</summary>
    public static TimeAwareDictObservation<TAction, TObservation> TimeAwareDictObservation<TObservation, TAction>(
        this Env<TObservation, TAction> env, bool normalizeTime = false, string timeKey = "time")
        where TObservation : notnull
        where TAction : notnull => new(env, normalizeTime, timeKey);

    /// <summary>Adds the steps of the episode as the last part of tuple observations.</summary>
    public static TimeAwareTupleObservation<TAction> TimeAwareTupleObservation<TAction>(
        this Env<object[], TAction> env, bool normalizeTime = false)
        where TAction : notnull => new(env, normalizeTime);
}
