using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Renders after every reset and step and keeps the pictures.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>Pictures are not part of a saved state: they do not decide the future.</remarks>
public sealed class RenderCollection<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private List<Frame> frames = [];

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment with a render mode other than <see cref="RenderMode.None"/>.</param>
    /// <param name="popFrames">Whether <see cref="RenderAll"/> forgets what it gives.</param>
    /// <param name="resetClean">Whether a reset forgets the pictures before it.</param>
    /// <exception cref="ArgumentException">The environment does not render.</exception>
    public RenderCollection(Env<TObservation, TAction> env, bool popFrames = true, bool resetClean = true)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (env.RenderMode is RenderMode.None or RenderMode.Human)
        {
            throw new ArgumentException(
                $"RenderCollection expects an environment that renders, got render mode {env.RenderMode}. "
                + "Make the environment with RenderMode.RgbArray or RenderMode.Ansi.",
                nameof(env));
        }

        PopFrames = popFrames;
        ResetClean = resetClean;
    }

    /// <summary>Whether <see cref="RenderAll"/> forgets what it gives.</summary>
    public bool PopFrames { get; }

    /// <summary>Whether a reset forgets the pictures before it.</summary>
    public bool ResetClean { get; }

    /// <summary>Number of pictures kept at present.</summary>
    public int Count => frames.Count;

    /// <summary>The pictures since the last call, or of the whole episode, as the wrapper was told.</summary>
    /// <returns>The oldest first; empty when nothing happened since the last call.</returns>
    public IReadOnlyList<Frame> RenderAll()
    {
        if (!PopFrames)
        {
            return [.. frames];
        }

        IReadOnlyList<Frame> result = frames;
        frames = [];
        return result;
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        if (ResetClean)
        {
            frames = [];
        }

        Collect();
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        Collect();
        return step;
    }

    private void Collect()
    {
        if (Wrapped.Render() is { } frame)
        {
            frames.Add(frame);
        }
    }
}
