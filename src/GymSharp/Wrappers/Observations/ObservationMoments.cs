using System.Numerics;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Normalises observations by their running mean and variance, in one precision.</summary>
/// <typeparam name="TPrecision"><c>float</c> or <c>double</c>.</typeparam>
/// <param name="size">Elements of an observation.</param>
/// <param name="epsilon">Added to the variance.</param>
internal sealed class ObservationMoments<TPrecision>(int size, double epsilon)
    where TPrecision : unmanaged, IBinaryFloatingPointIeee754<TPrecision>
{
    private readonly RunningMoments<TPrecision> moments = new(size, startsInSingle: true);
    private readonly TPrecision epsilon = TPrecision.CreateTruncating(epsilon);
    private readonly TPrecision[] converted = new TPrecision[size];
    private readonly TPrecision[] batchMean = new TPrecision[size];
    private readonly TPrecision[] batchVariance = new TPrecision[size];
    private TPrecision[] batch = [];

    /// <summary>Number of observations so far, plus 0.0001.</summary>
    public double Count => moments.Count;

    /// <summary>Mean of each element.</summary>
    public double[] Mean() => Array.ConvertAll(moments.Mean.ToArray(), Element.ToDouble);

    /// <summary>Variance of each element.</summary>
    public double[] Variance() => Array.ConvertAll(moments.Variance.ToArray(), Element.ToDouble);

    /// <summary>Takes over the statistics of another.</summary>
    public void CopyFrom(ObservationMoments<TPrecision> other) => moments.CopyFrom(other.moments);

    /// <summary>Counts a batch of observations, one after the other.</summary>
    public void Update<T>(ReadOnlySpan<T> observations)
        where T : unmanaged
    {
        if (batch.Length < observations.Length)
        {
            batch = new TPrecision[observations.Length];
        }

        Span<TPrecision> rows = batch.AsSpan(0, observations.Length);
        ObservationMemory.Convert<T, TPrecision>(observations, rows);
        BatchMoments.Compute<TPrecision>(rows, batchMean, batchVariance);
        moments.Update<TPrecision>(batchMean, batchVariance, observations.Length / size);
    }

    /// <summary>Normalises an observation, after it was counted where <paramref name="updates"/> says so.</summary>
    public void Normalize<T>(ReadOnlySpan<T> observation, Span<float> normalized, bool updates)
        where T : unmanaged
    {
        ObservationMemory.Convert<T, TPrecision>(observation, converted);
        if (updates)
        {
            moments.Update(converted);
        }

        ReadOnlySpan<TPrecision> mean = moments.Mean;
        ReadOnlySpan<TPrecision> variance = moments.Variance;
        TPrecision initial = TPrecision.CreateTruncating(MathF.Sqrt(1.0f + float.CreateTruncating(epsilon)));
        bool isInitial = moments.IsSingle;
        for (int i = 0; i < normalized.Length; i++)
        {
            TPrecision deviation = isInitial ? initial : TPrecision.Sqrt(variance[i] + epsilon);
            normalized[i] = float.CreateTruncating((converted[i] - mean[i]) / deviation);
        }
    }

    /// <summary>Reads or writes the statistics.</summary>
    public void SyncState(StateSync sync) => moments.SyncState(sync);
}
