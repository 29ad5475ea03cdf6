using System.Numerics;
using GymSharp.State;

namespace GymSharp.Wrappers;

/// <summary>Mean and variance of a stream of vectors, updated one vector at a time.</summary>
/// <typeparam name="T">Precision of the statistics and of every operation on them.</typeparam>
/// <remarks>
/// Chan, Golub and LeVeque, "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances" (1979), with
/// the operations in the order of Gymnasium's <c>RunningMeanStd</c>. The count is double precision and is rounded to
/// <typeparamref name="T"/> in each operation.
/// </remarks>
/// <param name="size">Elements of a vector.</param>
/// <param name="startsInSingle">
/// Whether mean and variance are single precision until the first update, as NumPy arrays of that type are.
/// </param>
internal sealed class RunningMoments<T>(int size, bool startsInSingle = false)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double InitialCount = 1e-4;
    private readonly T[] mean = new T[size];
    private readonly T[] variance = Ones(size);
    private double count = InitialCount;

    /// <summary>Mean of each element; 0 at first.</summary>
    public ReadOnlySpan<T> Mean => mean;

    /// <summary>Population variance of each element; 1 at first.</summary>
    public ReadOnlySpan<T> Variance => variance;

    /// <summary>Number of vectors seen, plus 0.0001.</summary>
    public double Count => count;

    /// <summary>Whether the statistics are still single precision.</summary>
    public bool IsSingle => startsInSingle && count == InitialCount;

    /// <summary>Takes one more vector into account.</summary>
    public void Update(ReadOnlySpan<T> sample)
    {
        double total = count + 1.0;
        T before = T.CreateTruncating(count);
        T after = T.CreateTruncating(total);
        T weight = IsSingle ? T.CreateTruncating((float)count) : before;
        for (int i = 0; i < mean.Length; i++)
        {
            T delta = sample[i] - mean[i];

            // The variance of a batch of one: zero, or not a number where the sample is not finite.
            T spread = sample[i] - sample[i];
            mean[i] += delta / after;
            T sum = (variance[i] * weight) + (spread * spread) + (delta * delta * before / after);
            variance[i] = sum / after;
        }

        count = total;
    }

    /// <summary>Takes a batch of vectors into account.</summary>
    /// <typeparam name="TBatch">Precision of the batch's own statistics.</typeparam>
    /// <param name="batchMean">Mean of each element over the batch.</param>
    /// <param name="batchVariance">Population variance of each element over the batch.</param>
    /// <param name="batchCount">Number of vectors in the batch.</param>
    public void Update<TBatch>(ReadOnlySpan<TBatch> batchMean, ReadOnlySpan<TBatch> batchVariance, int batchCount)
        where TBatch : unmanaged, IBinaryFloatingPointIeee754<TBatch>
    {
        double total = count + batchCount;
        T before = T.CreateTruncating(count);
        T added = T.CreateTruncating(batchCount);
        T after = T.CreateTruncating(total);
        T weight = IsSingle ? T.CreateTruncating((float)count) : before;
        for (int i = 0; i < mean.Length; i++)
        {
            T delta = T.CreateTruncating(batchMean[i]) - mean[i];
            mean[i] += delta * added / after;

            // The batch's share is rounded to the precision of the batch.
            T share = T.CreateTruncating(batchVariance[i] * TBatch.CreateTruncating(batchCount));
            variance[i] = ((variance[i] * weight) + share + (delta * delta * before * added / after)) / after;
        }

        count = total;
    }

    /// <summary>Takes over the statistics of another.</summary>
    public void CopyFrom(RunningMoments<T> other)
    {
        other.mean.CopyTo(mean, 0);
        other.variance.CopyTo(variance, 0);
        count = other.count;
    }

    /// <summary>Reads or writes the statistics.</summary>
    public void SyncState(StateSync sync)
    {
        sync.Sync(mean.AsSpan());
        sync.Sync(variance.AsSpan());
        sync.Sync(ref count);
    }

    private static T[] Ones(int size)
    {
        T[] ones = new T[size];
        Array.Fill(ones, T.One);
        return ones;
    }
}
