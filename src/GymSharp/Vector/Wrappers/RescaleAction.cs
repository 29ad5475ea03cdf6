using System.Numerics;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Lets an agent act in bounds of its own, such as [-1, 1], and maps its actions affinely to those of each environment.
/// </summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions.</typeparam>
public sealed class RescaleAction<TObservation, T> : VectorizeTransformAction<TObservation, T, T>
    where TObservation : notnull
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Wraps a batch, with the same bounds for every element.</summary>
    /// <param name="envs">A batch whose environments have a box as action space; disposed with this one.</param>
    /// <param name="minAction">The agent's lower bound.</param>
    /// <param name="maxAction">The agent's upper bound, above the lower.</param>
    /// <exception cref="ArgumentException">The action space is no box, or the bounds do not fit it.</exception>
    public RescaleAction(VectorEnv<TObservation, T> envs, double minAction, double maxAction)
        : this(envs, [minAction], [maxAction])
    {
    }

    /// <summary>Wraps a batch, with bounds per element.</summary>
    /// <param name="envs">A batch whose environments have a box as action space; disposed with this one.</param>
    /// <param name="minAction">The agent's lower bounds; infinite where the box is unbounded below.</param>
    /// <param name="maxAction">
    /// The agent's upper bounds, above the lower; infinite where the box is unbounded above.
    /// </param>
    /// <exception cref="ArgumentException">The action space is no box, or the bounds do not fit it.</exception>
    public RescaleAction(VectorEnv<TObservation, T> envs, double[] minAction, double[] maxAction)
        : base(envs, env => new GymSharp.Wrappers.RescaleAction<int, T>((Env<int, T[]>)env, minAction, maxAction))
    {
    }
}
