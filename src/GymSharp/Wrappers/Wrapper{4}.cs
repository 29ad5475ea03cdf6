using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>An environment around another one that changes the type of observations or actions.</summary>
/// <typeparam name="TObservation">Type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Type of the actions it takes.</typeparam>
/// <typeparam name="TInnerObservation">Type of the observations below.</typeparam>
/// <typeparam name="TInnerAction">Type of the actions below.</typeparam>
/// <param name="env">The environment to wrap; disposed with this one.</param>
public abstract class Wrapper<TObservation, TAction, TInnerObservation, TInnerAction>(
    Env<TInnerObservation, TInnerAction> env) : Env<TObservation, TAction>, IWrapper
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
    where TInnerAction : notnull
{
    private readonly Env<TInnerObservation, TInnerAction> wrapped = env ?? throw new ArgumentNullException(nameof(env));

    /// <inheritdoc/>
    public override EnvSpec? Spec
    {
        get => wrapped.Spec;
        internal set => wrapped.Spec = value;
    }

    /// <inheritdoc/>
    public override RenderMode RenderMode => wrapped.RenderMode;

    /// <inheritdoc/>
    public override EnvMetadata Metadata => wrapped.Metadata;

    /// <inheritdoc/>
    public override Rng Rng
    {
        get => wrapped.Rng;
        set => wrapped.Rng = value;
    }

    /// <inheritdoc/>
    public override Env Unwrapped => wrapped.Unwrapped;

    /// <inheritdoc/>
    public override Env? Inner => wrapped;

    /// <inheritdoc/>
    internal override Env? ActionTarget => null;

    /// <inheritdoc/>
    Env IWrapper.Wrapped => wrapped;

    /// <summary>The environment directly below.</summary>
    protected Env<TInnerObservation, TInnerAction> Wrapped => wrapped;

    /// <inheritdoc/>
    public override Frame? Render() => wrapped.Render();

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            wrapped.Dispose();
        }

        base.Dispose(disposing);
    }
}
