using System.Numerics;

namespace GymSharp.Vector.Wrappers;

/// <summary>Maps the observations of each environment affinely from the bounds of their box to other bounds.</summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
public sealed class RescaleObservation<T, TAction> : VectorizeTransformObservation<T, TAction, T>
    where T : unmanaged, INumber<T>
    where TAction : notnull
{
    /// <summary>Wraps a batch, with the same bounds for every element.</summary>
    /// <param name="envs">A batch whose environments show a box; disposed with this one.</param>
    /// <param name="minObservation">New lower bound.</param>
    /// <param name="maxObservation">New upper bound.</param>
    /// <exception cref="ArgumentException">The space is no box, or the bounds do not fit it.</exception>
    public RescaleObservation(VectorEnv<T, TAction> envs, double minObservation, double maxObservation)
        : this(envs, [minObservation], [maxObservation])
    {
    }

    /// <summary>Wraps a batch, with bounds per element.</summary>
    /// <param name="envs">A batch whose environments show a box; disposed with this one.</param>
    /// <param name="minObservation">New lower bounds; infinite where the box is unbounded below.</param>
    /// <param name="maxObservation">New upper bounds; infinite where the box is unbounded above.</param>
    /// <exception cref="ArgumentException">The space is no box, or the bounds do not fit it.</exception>
    public RescaleObservation(VectorEnv<T, TAction> envs, double[] minObservation, double[] maxObservation)
        : base(
            envs,
            env => new GymSharp.Wrappers.RescaleObservation<T, int>(
                (Env<T[], int>)env, minObservation, maxObservation))
    {
    }
}
