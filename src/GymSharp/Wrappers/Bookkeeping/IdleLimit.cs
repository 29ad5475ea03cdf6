using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Truncates an episode that has paid no reward above 0 for a number of steps.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// For training, where an episode in which nothing good can happen any more costs time: a car that has lost the road.
/// Gymnasium has no such wrapper.
/// </remarks>
public sealed class IdleLimit<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private int idleSteps;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="maxIdleSteps">The step without a reward above 0 that truncates, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxIdleSteps"/> is not positive.</exception>
    public IdleLimit(Env<TObservation, TAction> env, int maxIdleSteps)
        : base(env)
    {
        if (maxIdleSteps < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxIdleSteps), $"Expect the `max_idle_steps` to be positive, actually: {maxIdleSteps}.");
        }

        MaxIdleSteps = maxIdleSteps;
    }

    /// <summary>The step without a reward above 0 that truncates an episode.</summary>
    public int MaxIdleSteps { get; }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        idleSteps = 0;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        idleSteps = step.Reward > 0 ? 0 : idleSteps + 1;
        return step.WithTruncated(step.Truncated | idleSteps >= MaxIdleSteps);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref idleSteps);
    }
}
