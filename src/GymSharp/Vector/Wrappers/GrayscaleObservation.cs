namespace GymSharp.Vector.Wrappers;

/// <summary>Turns the colour picture that each environment shows to grey.</summary>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">
/// A batch whose environments show pictures of shape <c>[height, width, 3]</c>, 0 to 255; disposed with this one.
/// </param>
/// <param name="keepDim">
/// Whether results have shape <c>[height, width, 1]</c> instead of <c>[height, width]</c>.
/// </param>
/// <exception cref="ArgumentException">The environments show no such pictures.</exception>
public sealed class GrayscaleObservation<TAction>(VectorEnv<byte, TAction> envs, bool keepDim = false)
    : VectorizeTransformObservation<byte, TAction, byte>(
        envs, env => new GymSharp.Wrappers.GrayscaleObservation<int>((Env<byte[], int>)env, keepDim))
    where TAction : notnull;
