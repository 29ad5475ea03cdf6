namespace GymSharp.Vector.Wrappers;

/// <summary>Scales the picture that each environment shows, by pixel area as OpenCV does.</summary>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <param name="envs">
/// A batch whose environments show pictures of shape <c>[height, width]</c> or <c>[height, width, channels]</c>;
/// disposed with this one.
/// </param>
/// <param name="height">New height in pixels, at least 1.</param>
/// <param name="width">New width in pixels, at least 1.</param>
/// <exception cref="ArgumentException">The environments show no pictures, or a size is not positive.</exception>
public sealed class ResizeObservation<TAction>(VectorEnv<byte, TAction> envs, int height, int width)
    : VectorizeTransformObservation<byte, TAction, byte>(
        envs, env => new GymSharp.Wrappers.ResizeObservation<int>((Env<byte[], int>)env, height, width))
    where TAction : notnull;
