using System.Numerics.Tensors;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>All covariances, kept as the lower triangle A of <c>C = A Aᵀ</c>.</summary>
/// <remarks>
/// Sums of vectors with themselves are added to the triangle itself, so no matrix is ever taken apart: Krause, Arbonès
/// and Igel (2016), "CMA-ES with Optimal Covariance Update and Storage Complexity", algorithm 1.
/// </remarks>
internal sealed class FullCovariance : CovarianceShape
{
    // Column by column, each from its diagonal down: an update goes along columns.
    private readonly double[][] columns;
    private readonly double[] rest;

    public FullCovariance(int size)
    {
        columns = new double[size][];
        for (int i = 0; i < size; i++)
        {
            columns[i] = new double[size - i];
            columns[i][0] = 1;
        }

        rest = new double[size];
    }

    public override double LearningFactor => 1;

    public override void Draw(Rng rng, Span<double> standard, Span<double> change)
    {
        change.Clear();
        for (int i = 0; i < columns.Length; i++)
        {
            standard[i] = rng.StandardNormal();
            Span<double> below = change[i..];
            TensorPrimitives.MultiplyAdd<double>(columns[i], standard[i], below, below);
        }
    }

    public override void Scale(double factor)
    {
        double root = Math.Sqrt(factor);
        foreach (double[] column in columns)
        {
            TensorPrimitives.Multiply<double>(column, root, column);
        }
    }

    public override void Add(double weight, ReadOnlySpan<double> vector)
    {
        vector.CopyTo(rest);
        double b = 1;
        for (int i = 0; i < columns.Length; i++)
        {
            double[] column = columns[i];
            double diagonal = column[0];
            double first = rest[i];
            double squared = diagonal * diagonal;
            double gamma = (squared * b) + (weight * first * first);
            double next = Math.Sqrt(squared + (weight / b * first * first));
            Span<double> below = rest.AsSpan(i + 1);
            Span<double> under = column.AsSpan(1);

            // What is left of the vector, before the column changes.
            TensorPrimitives.MultiplyAdd(under, -first / diagonal, below, below);
            double ratio = next / diagonal;
            double share = next * weight * first / gamma;
            TensorPrimitives.Multiply(under, ratio, under);
            TensorPrimitives.MultiplyAdd(below, share, under, under);
            column[0] = next;
            b += weight * first * first / squared;
        }
    }

    public override void SyncState(StateSync sync)
    {
        foreach (double[] column in columns)
        {
            sync.Sync(column.AsSpan());
        }
    }
}
