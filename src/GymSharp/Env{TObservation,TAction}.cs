using System.Runtime.CompilerServices;
using GymSharp.Randomness;
using GymSharp.Rendering;
using GymSharp.Spaces;

namespace GymSharp;

/// <summary>An environment: something that shows observations, takes actions and pays rewards.</summary>
/// <typeparam name="TObservation">Type of an observation, for example <c>float[]</c>.</typeparam>
/// <typeparam name="TAction">Type of an action, for example <c>int</c>.</typeparam>
/// <remarks>
/// To write one, derive from this class and implement <see cref="OnReset(ulong?, ResetOptions)"/>, <see cref="OnStep"/>
/// and
/// <see cref="Env.SyncState"/>. Draw random numbers only from <see cref="Rng"/>.
/// </remarks>
public abstract class Env<TObservation, TAction> : Env
    where TObservation : notnull
    where TAction : notnull
{
    private Rng? rng;

    /// <inheritdoc/>
    public abstract override Space<TObservation> ObservationSpace { get; }

    /// <inheritdoc/>
    public abstract override Space<TAction> ActionSpace { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode => RenderMode.None;

    /// <inheritdoc/>
    public override EnvMetadata Metadata => EnvMetadata.None;

    /// <inheritdoc/>
    public override Rng Rng
    {
        get => rng ??= Rng.FromOperatingSystem();
        set => rng = value;
    }

    /// <summary>Starts an episode.</summary>
    /// <param name="seed">
    /// Reseeds the environment when given. Usual practice: once, on the first reset; leave it out afterwards.
    /// </param>
    /// <param name="options">Reset options of the environment, or null for none.</param>
    /// <returns>The first observation and its info.</returns>
    /// <exception cref="ArgumentException">An option is unknown or has a wrong value; nothing was changed.</exception>
    public (TObservation Observation, Info Info) Reset(ulong? seed = null, ResetOptions? options = null) =>
        OnReset(seed, options ?? ResetOptions.None);

    /// <summary>
    /// Starts an episode and writes an array observation into memory that the caller owns, where the environment can.
    /// </summary>
    /// <param name="seed">Reseeds the environment when given.</param>
    /// <param name="options">Reset options of the environment, or null for none.</param>
    /// <param name="reuse">An observation of the right shape that may be overwritten and returned; null to have a new
    /// one.</param>
    public (TObservation Observation, Info Info) Reset(ulong? seed, ResetOptions? options, TObservation? reuse) =>
        OnReset(seed, options ?? ResetOptions.None, reuse);

    /// <summary>Takes one step.</summary>
    /// <param name="action">A value of <see cref="ActionSpace"/>.</param>
    /// <returns>Observation, reward, terminated, truncated and info.</returns>
    /// <exception cref="InvalidActionException">The action is outside the action space; the state is
    /// unchanged.</exception>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Step<TObservation> Step(TAction action) => OnStep(action, default);

    /// <summary>
    /// Takes one step and writes an array observation into memory that the caller owns, so that nothing is allocated.
    /// </summary>
    /// <param name="action">A value of <see cref="ActionSpace"/>.</param>
    /// <param name="reuse">An observation of the right shape that may be overwritten and returned; null to have a new
    /// one.</param>
    /// <returns>As above; the info may be one that the environment writes anew in its next step.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Step<TObservation> Step(TAction action, TObservation? reuse) => OnStep(action, reuse);

    /// <inheritdoc/>
    public override Frame? Render() => null;

    /// <inheritdoc/>
    public sealed override (object Observation, Info Info) ResetValue(ulong? seed = null, ResetOptions? options = null)
    {
        (TObservation observation, Info info) = Reset(seed, options);
        return (observation, info);
    }

    /// <inheritdoc/>
    public sealed override Step<object> StepValue(object action)
    {
        Step<TObservation> step = Step(action is TAction typed ? typed : ActionSpace.Coerce(action));
        return new(step.Observation, step.Reward, step.Terminated, step.Truncated, step.Info);
    }

    /// <inheritdoc/>
    public sealed override TResult Accept<TResult>(IEnvVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }

    /// <summary>
    /// Starts an episode. Check the options first, then call <see cref="Reseed"/>, then draw the initial state.
    /// </summary>
    protected abstract (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options);

    /// <summary>
    /// Starts an episode. Override this form too where an array observation can be written into given memory.
    /// </summary>
    /// <param name="seed">Reseeds the environment when given.</param>
    /// <param name="options">Reset options; check them before changing anything.</param>
    /// <param name="reuse">Memory for the observation that may be overwritten and returned; null where a new one is
    /// wanted.</param>
    protected virtual (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => OnReset(seed, options);

    /// <summary>Takes one step.</summary>
    /// <param name="action">The action; check it before changing anything.</param>
    /// <param name="reuse">
    /// Memory for the observation that may be overwritten and returned; null (or a value type) where a new one is
    /// wanted.
    /// </param>
    protected abstract Step<TObservation> OnStep(TAction action, TObservation? reuse);

    /// <summary>The environment that a step may go to directly: this one, or the one below a wrapper that has nothing
    /// more to do in a step.</summary>
    internal virtual Env<TObservation, TAction> StepTarget => this;

    /// <summary>Makes a new generator from the seed, where one is given.</summary>
    protected void Reseed(ulong? seed)
    {
        if (seed is { } value)
        {
            Rng = new Rng(value);
        }
    }
}
