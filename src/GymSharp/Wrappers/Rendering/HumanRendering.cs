using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>
/// Shows the environment to a person after every reset and step, on a display that the caller supplies.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class HumanRendering<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly IFrameDisplay display;
    private readonly EnvMetadata metadata;
    private (int Width, int Height)? size;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">
    /// An environment made with <see cref="RenderMode.RgbArray"/> or <see cref="RenderMode.Ansi"/>.
    /// </param>
    /// <param name="display">
    /// Where frames are shown, for example a <see cref="TerminalDisplay"/>; disposed with this wrapper.
    /// </param>
    /// <exception cref="ArgumentException">The environment renders nothing that could be shown.</exception>
    public HumanRendering(Env<TObservation, TAction> env, IFrameDisplay display)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(display);
        if (env.RenderMode is not (RenderMode.RgbArray or RenderMode.Ansi))
        {
            throw new ArgumentException(
                $"HumanRendering expects the render mode {RenderMode.RgbArray} or {RenderMode.Ansi} but got "
                + $"{env.RenderMode}. "
                + "Make the environment with one of them.",
                nameof(env));
        }

        this.display = display;
        metadata = env.Metadata.RenderModes.Contains(RenderMode.Human)
            ? env.Metadata
            : env.Metadata with { RenderModes = [.. env.Metadata.RenderModes, RenderMode.Human] };
    }

    /// <inheritdoc/>
    public override RenderMode RenderMode => RenderMode.Human;

    /// <inheritdoc/>
    public override EnvMetadata Metadata => metadata;

    /// <summary>Nothing: frames are shown by resets and steps.</summary>
    public override Frame? Render() => null;

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        Show();
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        Show();
        return step;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            display.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Show()
    {
        Frame frame = Wrapped.Render() ?? throw new InvalidOperationException(
            $"{Wrapped} rendered nothing although its render mode is {Wrapped.RenderMode}.");
        size ??= (frame.Width, frame.Height);
        if (size != (frame.Width, frame.Height))
        {
            throw new InvalidOperationException(
                $"The size of the picture has changed from {size} to {(frame.Width, frame.Height)}.");
        }

        display.Show(frame, metadata.RenderFps);
    }
}
