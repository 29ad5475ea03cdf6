using System.Runtime.CompilerServices;
using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>
/// Demands <c>Reset</c> before <c>Step</c> and <c>Render</c>, and warns once about a step after the end of an episode.
/// </summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <param name="env">The environment to wrap.</param>
/// <param name="disableRenderOrderEnforcing">Allows rendering before the first reset.</param>
public sealed class OrderEnforcing<TObservation, TAction>(
    Env<TObservation, TAction> env, bool disableRenderOrderEnforcing = false)
    : Wrapper<TObservation, TAction>(env)
    where TObservation : notnull
    where TAction : notnull
{
    private Env<TObservation, TAction> next = env;
    private Phase phase;

    private enum Phase : byte
    {
        Fresh,
        Running,
        Ended,
        Warned,
    }

    /// <summary>Whether <c>Reset</c> has been called.</summary>
    public bool HasReset => phase != Phase.Fresh;

    /// <inheritdoc/>
    internal override Env? ActionTarget => Wrapped.ActionTarget;

    /// <inheritdoc/>
    public override Frame? Render()
    {
        if (!disableRenderOrderEnforcing && !HasReset)
        {
            throw new ResetNeededException(
                "Cannot call env.Render() before calling env.Reset(). Call Reset first, or set "
                + "disableRenderOrderEnforcing.");
        }

        return base.Render();
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        phase = Phase.Running;
        next = Wrapped.StepTarget;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = StepInOrder(action, reuse);
        return step.WithTruncated(step.Truncated);
    }

    /// <summary>A step of the environment below, which <see cref="TimeLimit{TObservation, TAction}"/> takes without a
    /// further call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Step<TObservation> StepInOrder(TAction action, TObservation? reuse)
    {
        if (phase != Phase.Running)
        {
            Complain();
        }

        Step<TObservation> step = next.Step(action, reuse);
        if (step.Terminated & phase == Phase.Running)
        {
            phase = Phase.Ended;
        }

        return step;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref phase);
    }

    private void Complain()
    {
        if (phase == Phase.Fresh)
        {
            throw new ResetNeededException(
                "Cannot call env.Step() before calling env.Reset(). Call Reset once to start the first episode.");
        }

        if (phase == Phase.Ended)
        {
            phase = Phase.Warned;
            GymLog.Warn(
                "Step() was called although this environment has already returned terminated = true. "
                + "Call Reset() at the end of an episode; what further steps return is undefined.");
        }
    }
}
