using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Divides each reward by the running standard deviation of the discounted return.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Engstrom et al., "Implementation Matters in Deep Policy Gradients" (2020). The mean is not subtracted.
/// </remarks>
public sealed class NormalizeReward<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly RewardScale scale;
    private double discountedReturn;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="gamma">Discount factor of the return, in [0, 1].</param>
    /// <param name="epsilon">Added to the variance, so that a constant does not divide by zero; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public NormalizeReward(Env<TObservation, TAction> env, double gamma = 0.99, double epsilon = 1e-8)
        : base(env)
    {
        scale = new(gamma, epsilon);
    }

    /// <summary>Discount factor of the return.</summary>
    public double Gamma => scale.Gamma;

    /// <summary>Added to the variance.</summary>
    public double Epsilon => scale.Epsilon;

    /// <summary>Whether further rewards change the statistics; switch it off for evaluation.</summary>
    public bool UpdateRunningMean
    {
        get => scale.Updates;
        set => scale.Updates = value;
    }

    /// <summary>Mean of the discounted return so far.</summary>
    public double Mean => scale.Moments.Mean[0];

    /// <summary>Variance of the discounted return so far.</summary>
    public double Variance => scale.Moments.Variance[0];

    /// <summary>Number of rewards so far, plus 0.0001.</summary>
    public double Count => scale.Moments.Count;

    /// <summary>Takes over the statistics of another wrapper.</summary>
    public void CopyStatisticsFrom(NormalizeReward<TObservation, TAction> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        scale.Moments.CopyFrom(other.scale.Moments);
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse) => Wrapped.Reset(seed, options, reuse);

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> step = Wrapped.Step(action, reuse);
        discountedReturn = (discountedReturn * Gamma * (step.Terminated ? 0.0 : 1.0)) + step.Reward;
        if (UpdateRunningMean)
        {
            scale.Moments.Update([discountedReturn]);
        }

        return step with { Reward = step.Reward / scale.Deviation };
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        scale.SyncState(sync);
        sync.Sync(ref discountedReturn);
    }
}
