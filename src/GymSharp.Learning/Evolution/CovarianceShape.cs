using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>The shape of a normal distribution of n numbers that CMA-ES draws from and adapts.</summary>
internal abstract class CovarianceShape
{
    /// <summary>How many times as fast the covariances may be learned as n (n + 1) / 2 of them allow.</summary>
    public abstract double LearningFactor { get; }

    /// <summary>Draws <c>z ~ N(0, I)</c> and <c>y = A z</c> with <c>A Aᵀ = C</c>.</summary>
    public abstract void Draw(Rng rng, Span<double> standard, Span<double> change);

    /// <summary>Multiplies C by a factor above 0.</summary>
    public abstract void Scale(double factor);

    /// <summary>Adds <c>weight v vᵀ</c> to C, of which this shape keeps its part.</summary>
    public abstract void Add(double weight, ReadOnlySpan<double> vector);

    /// <summary>Reads or writes C.</summary>
    public abstract void SyncState(StateSync sync);
}
