using System.Numerics.Tensors;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>Variances alone: time and memory grow with the weights, not with their square.</summary>
/// <remarks>
/// With n numbers to learn in place of n (n + 1) / 2 they may be learned (n + 2) / 3 times as fast: Ros and Hansen
/// (2008), "A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity".
/// </remarks>
internal sealed class DiagonalCovariance : CovarianceShape
{
    private readonly double[] variances;

    public DiagonalCovariance(int size)
    {
        variances = new double[size];
        Array.Fill(variances, 1);
    }

    public override double LearningFactor => (variances.Length + 2) / 3.0;

    public override void Draw(Rng rng, Span<double> standard, Span<double> change)
    {
        for (int i = 0; i < variances.Length; i++)
        {
            standard[i] = rng.StandardNormal();
            change[i] = Math.Sqrt(variances[i]) * standard[i];
        }
    }

    public override void Scale(double factor) => TensorPrimitives.Multiply<double>(variances, factor, variances);

    public override void Add(double weight, ReadOnlySpan<double> vector)
    {
        for (int i = 0; i < variances.Length; i++)
        {
            variances[i] += weight * vector[i] * vector[i];
        }
    }

    public override void SyncState(StateSync sync) => sync.Sync(variances.AsSpan());
}
