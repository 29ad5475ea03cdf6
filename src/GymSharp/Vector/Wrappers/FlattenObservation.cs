namespace GymSharp.Vector.Wrappers;

/// <summary>Turns the observation of each environment into a flat array; Discrete parts become one-hot.</summary>
/// <typeparam name="T">Element type of the flat array, the one <c>SpaceUtilities.FlattenSpace</c> gives.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Element type of the observations below.</typeparam>
/// <param name="envs">
/// A batch whose environments' observations flatten to a fixed length; disposed with this one.
/// </param>
/// <exception cref="ArgumentException">
/// Observations do not flatten to a fixed length, or not to elements of type <typeparamref name="T"/>.
/// </exception>
public sealed class FlattenObservation<T, TAction, TInnerObservation>(VectorEnv<TInnerObservation, TAction> envs)
    : VectorizeTransformObservation<T, TAction, TInnerObservation>(
        envs,
        static env => env is Env<TInnerObservation, int> whole
            ? new GymSharp.Wrappers.FlattenObservation<T, int, TInnerObservation>(whole)
            : new GymSharp.Wrappers.FlattenObservation<T, int, TInnerObservation[]>((Env<TInnerObservation[], int>)env))
    where T : unmanaged
    where TAction : notnull
    where TInnerObservation : notnull;
