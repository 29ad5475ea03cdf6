using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Shifts and scales observations to mean 0 and variance 1, by the statistics of all it has seen.</summary>
/// <typeparam name="T">Element type of the observations below.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Observations of <c>float</c> and <c>Half</c> keep statistics in single precision, others in double precision;
/// results are <c>float</c>. These are Gymnasium's roundings.
/// </remarks>
public sealed class NormalizeObservation<T, TAction> : ObservationWrapper<float[], TAction, T[]>
    where T : unmanaged
    where TAction : notnull
{
    private readonly ObservationMoments<float>? single;
    private readonly ObservationMoments<double>? full;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment whose observations are arrays of one shape.</param>
    /// <param name="epsilon">Added to the variance, so that a constant does not divide by zero; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not positive.</exception>
    /// <exception cref="ArgumentException">The observations have no fixed shape.</exception>
    public NormalizeObservation(Env<T[], TAction> env, double epsilon = 1e-8)
        : base(env, NormalizedSpace(env))
    {
        if (!(epsilon > 0.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(epsilon), $"`epsilon` should be strictly positive. Received {epsilon}.");
        }

        int size = ((Box<float>)ObservationSpace).Low.Length;
        if (typeof(T) == typeof(float) || typeof(T) == typeof(Half))
        {
            single = new ObservationMoments<float>(size, epsilon);
        }
        else
        {
            full = new ObservationMoments<double>(size, epsilon);
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
        if (other.Mean.Length != Mean.Length)
        {
            throw new ArgumentException(
                $"The other wrapper has observations of {other.Mean.Length} elements, this one of {Mean.Length}.",
                nameof(other));
        }

        single?.CopyFrom(other.single!);
        full?.CopyFrom(other.full!);
    }

    /// <inheritdoc/>
    protected override float[] Transform(T[] observation, float[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(observation);
        float[] normalized = ObservationMemory.Take(reuse, observation.Length);
        single?.Normalize<T>(observation, normalized, UpdateRunningMean);
        full?.Normalize<T>(observation, normalized, UpdateRunningMean);
        return normalized;
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

    private static Box<float> NormalizedSpace(Env<T[], TAction> env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.ObservationSpace.Shape is { } shape
            ? new Box<float>(float.NegativeInfinity, float.PositiveInfinity, [.. shape])
            : throw new ArgumentException(
                $"NormalizeObservation requires the observation space to have a shape, got {env.ObservationSpace}.",
                nameof(env));
    }
}
