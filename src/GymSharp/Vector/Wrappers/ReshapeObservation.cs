namespace GymSharp.Vector.Wrappers;

/// <summary>Gives the observations of each environment another shape; the elements and their order stay.</summary>
/// <typeparam name="T">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">A batch whose environments show a box; disposed with this one.</param>
/// <param name="shape">The new sizes of the axes of one observation; their product is the number of elements.</param>
/// <exception cref="ArgumentException">The space is no box, or the product differs.</exception>
public sealed class ReshapeObservation<T, TAction>(VectorEnv<T, TAction> envs, params int[] shape)
    : VectorizeTransformObservation<T, TAction, T>(
        envs, env => new GymSharp.Wrappers.ReshapeObservation<T, int>((Env<T[], int>)env, shape))
    where T : unmanaged
    where TAction : notnull;
