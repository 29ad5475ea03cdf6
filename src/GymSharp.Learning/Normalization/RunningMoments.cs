using System.Numerics.Tensors;
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
    private readonly double[] centers;
    private readonly double[] squares;
    private readonly double[] row;
    private double count = 1e-4;

    /// <summary>Makes moments of nothing.</summary>
    /// <param name="size">Numbers in a row, at least 1.</param>
    public RunningMoments(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        mean = new double[size];
        variance = new double[size];
        Array.Fill(variance, 1);
        centers = new double[size];
        squares = new double[size];
        row = new double[size];
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
        Array.Clear(centers);
        Array.Clear(squares);
        for (int at = 0; at < rows.Length; at += mean.Length)
        {
            TensorPrimitives.ConvertTruncating<float, double>(rows.Slice(at, mean.Length), row);
            TensorPrimitives.Add<double>(centers, row, centers);
        }

        TensorPrimitives.Divide<double>(centers, batch, centers);
        for (int at = 0; at < rows.Length; at += mean.Length)
        {
            TensorPrimitives.ConvertTruncating<float, double>(rows.Slice(at, mean.Length), row);
            TensorPrimitives.Subtract<double>(row, centers, row);
            TensorPrimitives.Multiply<double>(row, row, row);
            TensorPrimitives.Add<double>(squares, row, squares);
        }

        for (int i = 0; i < mean.Length; i++)
        {
            double delta = centers[i] - mean[i];
            mean[i] += delta * batch / total;
            double batchVariance = squares[i] / batch;
            double sum = (variance[i] * count) + (batchVariance * batch) + (delta * delta * count * batch / total);
            variance[i] = sum / total;
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
}
