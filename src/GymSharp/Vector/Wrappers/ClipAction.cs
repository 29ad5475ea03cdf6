using System.Numerics;

namespace GymSharp.Vector.Wrappers;

/// <summary>Accepts any actions and clips those of each environment to the bounds of its action space.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="T">Element type of the actions.</typeparam>
/// <param name="envs">A batch whose environments have a box as action space; disposed with this one.</param>
/// <exception cref="ArgumentException">The action space is another one.</exception>
public sealed class ClipAction<TObservation, T>(VectorEnv<TObservation, T> envs)
    : VectorizeTransformAction<TObservation, T, T>(
        envs, static env => new GymSharp.Wrappers.ClipAction<int, T>((Env<int, T[]>)env))
    where TObservation : notnull
    where T : unmanaged, IFloatingPointIeee754<T>;
