using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>A wrapper that changes rendered pictures and passes everything else through.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap; disposed with this one.</param>
public abstract class RenderWrapper<TObservation, TAction>(Env<TObservation, TAction> env)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    /// <inheritdoc/>
    public sealed override Frame? Render() => Wrapped.Render() switch
    {
        null => null,
        { Text: null } frame => Transform(frame),
        _ => throw new InvalidOperationException(
            $"{GetType().Name.Split('`')[0]} changes pictures, but the environment renders text. "
            + "Make it with RenderMode.RgbArray."),
    };

    /// <inheritdoc/>
    protected sealed override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    /// <summary>Makes the picture to show; the one given must not be written to.</summary>
    protected abstract Frame Transform(Frame frame);
}
