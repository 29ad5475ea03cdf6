using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Maps observations affinely from the bounds of their box to other bounds.</summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Observations outside the bounds land outside the new ones. A box of integers computes in integers, wrapping around,
/// as NumPy does: convert with <see cref="DtypeObservation{TTo, TAction, TFrom}"/> first where that is not meant.
/// </remarks>
public sealed class RescaleObservation<T, TAction> : ObservationWrapper<T[], TAction, T[]>
    where T : unmanaged, INumber<T>
    where TAction : notnull
{
    private readonly RescaleMap<T> map;

    /// <summary>Wraps an environment, with the same bounds for every element.</summary>
    /// <param name="env">An environment whose observation space is a <see cref="Box{T}"/>.</param>
    /// <param name="minObservation">New lower bound.</param>
    /// <param name="maxObservation">New upper bound.</param>
    /// <exception cref="ArgumentException">The space is no box, or the bounds do not fit it.</exception>
    public RescaleObservation(Env<T[], TAction> env, double minObservation, double maxObservation)
        : this(env, [minObservation], [maxObservation])
    {
    }

    /// <summary>Wraps an environment, with bounds per element.</summary>
    /// <param name="env">An environment whose observation space is a <see cref="Box{T}"/>.</param>
    /// <param name="minObservation">New lower bounds; infinite where the box is unbounded below.</param>
    /// <param name="maxObservation">New upper bounds; infinite where the box is unbounded above.</param>
    /// <exception cref="ArgumentException">The space is no box, or the bounds do not fit it.</exception>
    public RescaleObservation(Env<T[], TAction> env, double[] minObservation, double[] maxObservation)
        : this(env, Map(env, minObservation, maxObservation))
    {
    }

    private RescaleObservation(Env<T[], TAction> env, RescaleMap<T> map)
        : base(env, map.Space)
    {
        this.map = map;
    }

    /// <inheritdoc/>
    protected override T[] Transform(T[] observation, T[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        T[] rescaled = ObservationMemory.Take(reuse, observation.Length);
        map.Forward(observation, rescaled);
        return rescaled;
    }

    private static RescaleMap<T> Map(Env<T[], TAction> env, double[] low, double[] high)
    {
        ArgumentNullException.ThrowIfNull(env);
        return (Space)env.ObservationSpace is Box<T> box
            ? new RescaleMap<T>(box, low, high)
            : throw new ArgumentException(
                $"RescaleObservation requires a Box observation space, got {env.ObservationSpace}.", nameof(env));
    }
}
