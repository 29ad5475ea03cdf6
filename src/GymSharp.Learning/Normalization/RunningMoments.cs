using GymSharp.State;

namespace GymSharp.Learning.Normalization;

/// <summary>Mean and variance of rows of numbers, element by element, over all rows seen so far.</summary>
/// <remarks>
/// Batches are joined by the formula of Chan, Golub and LeVeque (1979). Before the first row, mean 0 and variance 1
/// weigh as 0.0001 rows, as in OpenAI's baselines.
/// </remarks>
public sealed class RunningMoments
{
    private readonly double[] mean;
    private readonly double[] variance;
    private double count = 1e-4;

    /// <summary>Makes moments of nothing.</summary>
    /// <param name="size">Numbers in a row, at least 1.</param>
    public RunningMoments(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        mean = new double[size];
        variance = new double[size];
        Array.Fill(variance, 1);
    }

    /// <summary>Mean of each element.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>Variance (of the population) of each element.</summary>
    public ReadOnlySpan<double> Variance => variance;

    /// <summary>Number of rows seen, plus 0.0001.</summary>
    public double Count => count;

    /// <summary>Takes rows into account.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <exception cref="ArgumentException">The numbers are no whole rows.</exception>
    public void Update(ReadOnlySpan<float> rows)
    {
        if (rows.IsEmpty || rows.Length % mean.Length != 0)
        {
            throw new ArgumentException(
                $"Rows of {mean.Length} numbers were expected, got {rows.Length} numbers.", nameof(rows));
        }

        int batch = rows.Length / mean.Length;
        double total = count + batch;
        for (int i = 0; i < mean.Length; i++)
        {
            (double batchMean, double batchVariance) = Column(rows, i, batch);
            double delta = batchMean - mean[i];
            mean[i] += delta * batch / total;
            double squares = (variance[i] * count) + (batchVariance * batch) + (delta * delta * count * batch / total);
            variance[i] = squares / total;
        }

        count = total;
    }

    /// <summary>Reads or writes the moments.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(mean.AsSpan());
        sync.Sync(variance.AsSpan());
        sync.Sync(ref count);
    }

    private (double Mean, double Variance) Column(ReadOnlySpan<float> rows, int column, int batch)
    {
        double sum = 0;
        for (int at = column; at < rows.Length; at += mean.Length)
        {
            sum += rows[at];
        }

        double center = sum / batch;
        double squares = 0;
        for (int at = column; at < rows.Length; at += mean.Length)
        {
            double difference = rows[at] - center;
            squares += difference * difference;
        }

        return (center, squares / batch);
    }
}
