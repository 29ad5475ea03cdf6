using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector.Wrappers;

/// <summary>A batch around another one that changes the element type of observations or actions.</summary>
/// <typeparam name="TObservation">Element type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Element type of the actions it takes.</typeparam>
/// <typeparam name="TInnerObservation">Element type of the observations below.</typeparam>
/// <typeparam name="TInnerAction">Element type of the actions below.</typeparam>
/// <param name="envs">The batch to wrap; disposed with this one.</param>
public abstract class VectorWrapper<TObservation, TAction, TInnerObservation, TInnerAction>(
    VectorEnv<TInnerObservation, TInnerAction> envs) : VectorEnv<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
    where TInnerAction : notnull
{
    private readonly VectorEnv<TInnerObservation, TInnerAction> wrapped =
        envs ?? throw new ArgumentNullException(nameof(envs));

    /// <inheritdoc/>
    public override int NumEnvs => wrapped.NumEnvs;

    /// <inheritdoc/>
    public override Space SingleObservationSpace => wrapped.SingleObservationSpace;

    /// <inheritdoc/>
    public override Space SingleActionSpace => wrapped.SingleActionSpace;

    /// <inheritdoc/>
    public override Space ObservationSpace => wrapped.ObservationSpace;

    /// <inheritdoc/>
    public override Space ActionSpace => wrapped.ActionSpace;

    /// <inheritdoc/>
    public override AutoresetMode AutoresetMode => wrapped.AutoresetMode;

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
    public override IReadOnlyList<Env> Envs => wrapped.Envs;

    /// <inheritdoc/>
    public override VectorEnv Unwrapped => wrapped.Unwrapped;

    /// <inheritdoc/>
    public override VectorEnv? Inner => wrapped;

    /// <summary>The batch directly below.</summary>
    protected VectorEnv<TInnerObservation, TInnerAction> Wrapped => wrapped;

    /// <inheritdoc/>
    public override Info BatchInfo() => wrapped.BatchInfo();

    /// <inheritdoc/>
    public override Info InfoAt(int index) => wrapped.InfoAt(index);

    /// <inheritdoc/>
    public override Info? FinalInfoAt(int index) => wrapped.FinalInfoAt(index);

    /// <inheritdoc/>
    public override IReadOnlyList<Frame>? Render() => wrapped.Render();

    /// <summary>The class around what it wraps: <c>&lt;ClipReward, SyncVectorEnv(…)&gt;</c>.</summary>
    public override string ToString() => $"<{ClassName}, {wrapped}>";

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
