using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>
/// Turns each observation into one flat array: discrete ones into one-hot codes, composite ones part after part.
/// </summary>
/// <typeparam name="T">
/// Element type of the flat array; the one <see cref="SpaceUtilities.FlattenSpace"/> gives.
/// </typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
public sealed class FlattenObservation<T, TAction, TInnerObservation>
    : ObservationWrapper<T[], TAction, TInnerObservation>
    where T : unmanaged
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly Space<TInnerObservation> inner;

    // Arrays are stored flat already; only one-hot codes of MultiDiscrete differ.
    private readonly bool isFlat;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observations flatten to a fixed length.</param>
    /// <exception cref="ArgumentException">They do not, or to another element type; the message names it.</exception>
    public FlattenObservation(Env<TInnerObservation, TAction> env)
        : base(env, FlatSpace<T>.Of((env ?? throw new ArgumentNullException(nameof(env))).ObservationSpace))
    {
        inner = env.ObservationSpace;
        isFlat = typeof(TInnerObservation) == typeof(T[]) && (Space)inner is Box<T> or MultiBinary;
    }

    /// <inheritdoc/>
    protected override Step<T[]> OnStep(TAction action, T[]? reuse)
    {
        if (!isFlat)
        {
            return base.OnStep(action, reuse);
        }

        Step<TInnerObservation> step = Wrapped.Step(action, reuse is null ? default : (TInnerObservation)(object)reuse);
        return new((T[])(object)step.Observation, step.Reward, step.Terminated, step.Truncated, step.Info);
    }

    /// <inheritdoc/>
    protected override T[] Transform(TInnerObservation observation, T[]? reuse)
    {
        object flat = isFlat ? observation : SpaceUtilities.Flatten(inner, observation);
        return ObservationMemory.Into((T[])flat, reuse);
    }
}
