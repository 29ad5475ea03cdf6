using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Vector.Wrappers;

/// <summary>
/// Shifts and scales observations to mean 0 and variance 1, by the statistics of all environments so far.
/// </summary>
/// <typeparam name="T">Element type of the observations below.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>
/// Observations of <c>float</c> and <c>Half</c> keep statistics in single precision, others in double precision;
/// results
/// are <c>float</c>. Under <see cref="AutoresetMode.SameStep"/>, which Gymnasium refuses, true last observations are
/// normalised by the same statistics and do not change them.
/// </remarks>
public sealed class NormalizeObservation<T, TAction> : VectorObservationWrapper<float, TAction, T>
    where T : unmanaged
    where TAction : notnull
{
    private readonly ObservationMoments<float>? single;
    private readonly ObservationMoments<double>? full;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">A batch whose environments show arrays of one shape; disposed with this one.</param>
    /// <param name="epsilon">Added to the variance, so that a constant does not divide by zero; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not positive.</exception>
    /// <exception cref="ArgumentException">Autoreset is disabled, or the observations have no fixed shape.</exception>
    public NormalizeObservation(VectorEnv<T, TAction> envs, double epsilon = 1e-8)
        : base(envs, NormalizedSpace(envs))
    {
        if (!(epsilon > 0.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(epsilon), $"`epsilon` should be strictly positive. Received {epsilon}.");
        }

        if (envs.AutoresetMode == AutoresetMode.Disabled)
        {
            throw new ArgumentException(
                $"Expected the autoreset mode to be NextStep or SameStep, got {envs.AutoresetMode}: after a reset "
                + "with a mask, the observations of the other environments would be counted twice.",
                nameof(envs));
        }

        if (typeof(T) == typeof(float) || typeof(T) == typeof(Half))
        {
            single = new ObservationMoments<float>(ObservationSize, epsilon);
        }
        else
        {
            full = new ObservationMoments<double>(ObservationSize, epsilon);
        }
    }

    /// <summary>Whether further observations change the statistics; switch it off for evaluation.</summary>
    public bool UpdateRunningMean { get; set; } = true;

    /// <summary>Mean of each element so far.</summary>
    public double[] Mean => single is null ? full!.Mean() : single.Mean();

    /// <summary>Variance of each element so far.</summary>
    public double[] Variance => single is null ? full!.Variance() : single.Variance();

    /// <summary>Number of observations so far, plus 0.0001.</summary>
    public double Count => single?.Count ?? full!.Count;

    /// <summary>
    /// Takes over the statistics of another wrapper, for example those of training for an evaluation.
    /// </summary>
    /// <exception cref="ArgumentException">The other has observations of another length.</exception>
    public void CopyStatisticsFrom(NormalizeObservation<T, TAction> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.ObservationSize != ObservationSize)
        {
            throw new ArgumentException(
                $"The other wrapper has observations of {other.ObservationSize} elements, "
                + $"this one of {ObservationSize}.",
                nameof(other));
        }

        single?.CopyFrom(other.single!);
        full?.CopyFrom(other.full!);
    }

    /// <inheritdoc/>
    protected override void OnReset(Span<float> observations, VectorReset request)
    {
        if (request.Mask.Contains(false))
        {
            throw new ArgumentException(
                "NormalizeObservation does not support partial resets. The reset mask must be true for every "
                + "environment.",
                nameof(request));
        }

        base.OnReset(observations, request);
    }

    /// <inheritdoc/>
    protected override void Transform(ReadOnlySpan<T> observations, Span<float> results)
    {
        if (UpdateRunningMean)
        {
            single?.Update(observations);
            full?.Update(observations);
        }

        for (int at = 0; at < results.Length; at += ObservationSize)
        {
            TransformFinal(observations.Slice(at, ObservationSize), results.Slice(at, ObservationSize));
        }
    }

    /// <inheritdoc/>
    protected override void TransformFinal(ReadOnlySpan<T> observation, Span<float> result)
    {
        single?.Normalize(observation, result, updates: false);
        full?.Normalize(observation, result, updates: false);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        single?.SyncState(sync);
        full?.SyncState(sync);
        bool updates = UpdateRunningMean;
        sync.Sync(ref updates);
        UpdateRunningMean = updates;
    }

    private static Box<float> NormalizedSpace(VectorEnv<T, TAction> envs)
    {
        ArgumentNullException.ThrowIfNull(envs);
        return RowLayout.IsArray(envs.SingleObservationSpace)
            ? new Box<float>(
                float.NegativeInfinity, float.PositiveInfinity, [.. envs.SingleObservationSpace.Shape!])
            : throw new ArgumentException(
                $"NormalizeObservation requires observations that are arrays, got {envs.SingleObservationSpace}.",
                nameof(envs));
    }
}
