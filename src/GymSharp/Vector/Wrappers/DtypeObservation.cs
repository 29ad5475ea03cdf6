namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Converts the elements of each environment's observations to another type, as NumPy's <c>astype</c> does.
/// </summary>
/// <typeparam name="TTo">The new element type.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <typeparam name="TFrom">Element type of the observations below.</typeparam>
/// <param name="envs">
/// A batch whose environments show a box, MultiDiscrete or MultiBinary, or Discrete with elements of type <c>int</c>;
/// disposed with this one.
/// </param>
/// <exception cref="ArgumentException">
/// The space is another one, or its bounds cannot be expressed in the new type.
/// </exception>
public sealed class DtypeObservation<TTo, TAction, TFrom>(VectorEnv<TFrom, TAction> envs)
    : VectorizeTransformObservation<TTo, TAction, TFrom>(
        envs,
        static env => env is Env<int, int> discrete
            ? new GymSharp.Wrappers.DtypeObservation<TTo, int>(discrete)
            : new GymSharp.Wrappers.DtypeObservation<TTo, int, TFrom>((Env<TFrom[], int>)env))
    where TTo : unmanaged
    where TAction : notnull
    where TFrom : unmanaged;
