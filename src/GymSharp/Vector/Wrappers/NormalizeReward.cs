using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Divides each reward by the running standard deviation of the discounted return of all environments.
/// </summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>
/// Engstrom et al., "Implementation Matters in Deep Policy Gradients" (2020). The mean is not subtracted. As in
/// Gymnasium,
/// returns are summed up in single precision and their statistics are double, and any reset, also one with a mask,
/// starts
/// the returns of all environments anew.
/// </remarks>
public sealed class NormalizeReward<TObservation, TAction> : VectorWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly RewardScale scale;
    private readonly float[] returns;
    private readonly float[] counted;
    private readonly bool[] ended;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="gamma">Discount factor of the return, in [0, 1].</param>
    /// <param name="epsilon">Added to the variance, so that a constant does not divide by zero; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public NormalizeReward(VectorEnv<TObservation, TAction> envs, double gamma = 0.99, double epsilon = 1e-8)
        : base(envs)
    {
        scale = new(gamma, epsilon);
        returns = new float[NumEnvs];
        counted = new float[NumEnvs];
        ended = new bool[NumEnvs];
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

    /// <summary>
    /// Takes over the statistics of another wrapper, for example those of training for an evaluation.
    /// </summary>
    public void CopyStatisticsFrom(NormalizeReward<TObservation, TAction> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        scale.Moments.CopyFrom(other.scale.Moments);
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<TObservation> observations, VectorReset request)
    {
        base.OnReset(observations, request);
        returns.AsSpan().Clear();
        ended.AsSpan().Clear();
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        base.OnStep(actions, batch);
        bool isSameStep = AutoresetMode == AutoresetMode.SameStep;
        int active = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            // The step that resets an environment belongs to no episode.
            if (isSameStep || !ended[i])
            {
                float discounted = returns[i] * (float)Gamma;
                returns[i] = (float)((discounted * (batch.Terminated[i] ? 0.0 : 1.0)) + batch.Rewards[i]);
                counted[active++] = returns[i];
            }

            ended[i] = batch.DoneAt(i);
        }

        if (UpdateRunningMean && active > 0)
        {
            UpdateStatistics(active);
        }

        double deviation = scale.Deviation;
        for (int i = 0; i < returns.Length; i++)
        {
            batch.Rewards[i] /= deviation;
            returns[i] = isSameStep && ended[i] ? 0 : returns[i];
        }
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        scale.SyncState(sync);
        sync.Sync(returns.AsSpan());
        sync.Sync(ended.AsSpan());
    }

    private void UpdateStatistics(int active)
    {
        Span<float> mean = stackalloc float[1];
        Span<float> variance = stackalloc float[1];
        BatchMoments.Compute<float>(counted.AsSpan(0, active), mean, variance);
        scale.Moments.Update<float>(mean, variance, active);
    }
}
