namespace GymSharp.Wrappers;

/// <summary>
/// Shows the rendered picture instead of the observation; Gymnasium's <c>AddRenderObservation</c> with
/// <c>render_only=True</c>.
/// </summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <param name="env">
/// An environment made with <see cref="RenderMode.RgbArray"/>; it is reset and rendered once to learn the size of its
/// pictures.
/// </param>
/// <exception cref="ArgumentException">The environment renders no pictures.</exception>
public sealed class RenderOnlyObservation<TAction, TInnerObservation>(Env<TInnerObservation, TAction> env)
    : ObservationWrapper<byte[], TAction, TInnerObservation>(env, RenderedPixels.SpaceOf(env))
    where TAction : notnull
    where TInnerObservation : notnull
{
    /// <inheritdoc/>
    protected override string ClassName => "AddRenderObservation";

    /// <inheritdoc/>
    protected override byte[] Transform(TInnerObservation observation, byte[]? reuse) =>
        RenderedPixels.Copy(Wrapped, reuse);
}
