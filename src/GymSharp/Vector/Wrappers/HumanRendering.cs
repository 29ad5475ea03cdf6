using GymSharp.Rendering;
using GymSharp.Wrappers;

namespace GymSharp.Vector.Wrappers;

/// <summary>Shows all environments to a person after every reset and step, side by side on one display.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>
/// Pictures are scaled by pixel area to fill a screen of the given size in as few rows and columns as fit its shape.
/// </remarks>
public sealed class HumanRendering<TObservation, TAction> : VectorWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly IFrameDisplay display;
    private readonly EnvMetadata metadata;
    private readonly (int Width, int Height)? screen;
    private FrameGrid? grid;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">A batch made with <see cref="RenderMode.RgbArray"/>; disposed with this one.</param>
    /// <param name="display">Where frames are shown; disposed with this wrapper.</param>
    /// <param name="screenSize">Width and height of the picture shown; null for those of one environment's.</param>
    /// <exception cref="ArgumentException">The batch renders no pictures.</exception>
    public HumanRendering(
        VectorEnv<TObservation, TAction> envs, IFrameDisplay display, (int Width, int Height)? screenSize = null)
        : base(envs)
    {
        ArgumentNullException.ThrowIfNull(display);
        if (envs.RenderMode != RenderMode.RgbArray)
        {
            throw new ArgumentException(
                $"HumanRendering expects the render mode {RenderMode.RgbArray} but got {envs.RenderMode}. "
                + "Make the batch with it.",
                nameof(envs));
        }

        this.display = display;
        screen = screenSize;
        metadata = envs.Metadata.RenderModes.Contains(RenderMode.Human)
            ? envs.Metadata
            : envs.Metadata with { RenderModes = [.. envs.Metadata.RenderModes, RenderMode.Human] };
    }

    /// <inheritdoc/>
    public override RenderMode RenderMode => RenderMode.Human;

    /// <inheritdoc/>
    public override EnvMetadata Metadata => metadata;

    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request)
    {
        base.OnReset(observations, request);
        Show();
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        base.OnStep(actions, batch);
        Show();
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
        IReadOnlyList<Frame> frames = Wrapped.Render() ?? throw new InvalidOperationException(
            $"{Wrapped} rendered nothing although its render mode is {Wrapped.RenderMode}.");
        grid ??= FrameGrid.ToFill(screen ?? (frames[0].Width, frames[0].Height), frames[0], frames.Count);
        display.Show(grid.Join(frames), metadata.RenderFps);
    }
}
