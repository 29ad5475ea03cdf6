using System.Numerics;

namespace GymSharp.Wrappers;

/// <summary>Mean and variance of a batch of vectors, with the sums in NumPy's order.</summary>
internal static class BatchMoments
{
    private const int PairwiseBlock = 128;

    /// <summary>Computes mean and population variance of each element over the rows.</summary>
    /// <param name="rows">The vectors, one after the other, at least one.</param>
    /// <param name="mean">Receives the means; its length is that of a vector.</param>
    /// <param name="variance">Receives the variances.</param>
    public static void Compute<T>(ReadOnlySpan<T> rows, Span<T> mean, Span<T> variance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T count = T.CreateTruncating(rows.Length / mean.Length);
        if (mean.Length == 1)
        {
            mean[0] = PairwiseSum(rows, T.Zero, isSquared: false) / count;
            variance[0] = PairwiseSum(rows, mean[0], isSquared: true) / count;
            return;
        }

        mean.Clear();
        variance.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            mean[i % mean.Length] += rows[i];
        }

        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] /= count;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            T delta = rows[i] - mean[i % mean.Length];
            variance[i % mean.Length] += delta * delta;
        }

        for (int i = 0; i < variance.Length; i++)
        {
            variance[i] /= count;
        }
    }

    // NumPy adds contiguous numbers in pairs of blocks, and within a block in eight partial sums.
    private static T PairwiseSum<T>(ReadOnlySpan<T> values, T mean, bool isSquared)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length > PairwiseBlock)
        {
            int half = values.Length / 2;
            half -= half % 8;
            return PairwiseSum(values[..half], mean, isSquared) + PairwiseSum(values[half..], mean, isSquared);
        }

        T sum = T.Zero;
        int at = 0;
        if (values.Length >= 8)
        {
            Span<T> partial = stackalloc T[8];
            partial.Clear();
            for (; at < values.Length - (values.Length % 8); at++)
            {
                partial[at % 8] += Term(values[at], mean, isSquared);
            }

            sum = ((partial[0] + partial[1]) + (partial[2] + partial[3]))
                + ((partial[4] + partial[5]) + (partial[6] + partial[7]));
        }

        for (; at < values.Length; at++)
        {
            sum += Term(values[at], mean, isSquared);
        }

        return sum;
    }

    private static T Term<T>(T value, T mean, bool isSquared)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T delta = value - mean;
        return isSquared ? delta * delta : delta;
    }
}
