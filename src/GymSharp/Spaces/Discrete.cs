using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>The integers start, start + 1, …, start + n - 1: a choice among n actions, or one of n states.</summary>
/// <inheritdoc cref="DiscreteSpace{T}" path="/remarks"/>
public sealed class Discrete : DiscreteSpace<int>
{
    private readonly int start;
    private readonly int count;
    private readonly bool isWide;

    /// <summary>The integers from <paramref name="start"/> on.</summary>
    /// <param name="n">How many values there are, 1 or more.</param>
    /// <param name="start">The smallest value.</param>
    /// <param name="dtype">Integer type that Gymnasium would give the samples; it decides how they are drawn.</param>
    /// <exception cref="ArgumentException">No values, values that do not fit the type, or no integer type.</exception>
    public Discrete(int n, int start = 0, DType dtype = DType.Int64)
        : base(n, start, dtype)
    {
        this.start = start;
        count = n;
        isWide = dtype is not (DType.Int8 or DType.UInt8 or DType.Int16 or DType.UInt16);
    }

    /// <inheritdoc/>
    public override int Sample(object? mask = null, object? probability = null)
    {
        if (mask is null && probability is null && isWide)
        {
            Rng rng = Rng;
            return start + (int)rng.NextBounded((uint)count - 1);
        }

        return base.Sample(mask, probability);
    }

    /// <inheritdoc/>
    public override bool Contains(int value) => (uint)(value - start) < (uint)count && value >= start;

    /// <inheritdoc/>
    public override Discrete Clone() => WithRngOf(new Discrete(count, start, IntegerType));
}
