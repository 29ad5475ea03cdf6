using GymSharp.Registration;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Truncates an episode after a number of steps.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class TimeLimit<TObservation, TAction> : Wrapper<TObservation, TAction>, ITimeLimit
    where TObservation : notnull
    where TAction : notnull
{
    private readonly OrderEnforcing<TObservation, TAction>? order;
    private int elapsedSteps;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="maxEpisodeSteps">The step that truncates, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxEpisodeSteps"/> is not positive.</exception>
    public TimeLimit(Env<TObservation, TAction> env, int maxEpisodeSteps)
        : base(env)
    {
        if (maxEpisodeSteps <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxEpisodeSteps),
                $"Expect the `max_episode_steps` to be positive, actually: {maxEpisodeSteps}.");
        }

        MaxEpisodeSteps = maxEpisodeSteps;
        order = env as OrderEnforcing<TObservation, TAction>;
    }

    /// <summary>The step that truncates an episode.</summary>
    public int MaxEpisodeSteps { get; }

    /// <summary>Steps taken since the last reset.</summary>
    public int ElapsedSteps => elapsedSteps;

    /// <inheritdoc/>
    internal override Env? ActionTarget => Wrapped.ActionTarget;

    /// <inheritdoc/>
    public override EnvSpec? Spec
    {
        get => base.Spec is { } spec ? spec with { MaxEpisodeSteps = MaxEpisodeSteps } : null;
        internal set => base.Spec = value;
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        elapsedSteps = 0;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = order is null ? Wrapped.Step(action, reuse) : order.StepInOrder(action, reuse);
        return step.WithTruncated(step.Truncated | ++elapsedSteps >= MaxEpisodeSteps);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref elapsedSteps);
    }
}
