namespace GymSharp.Spaces;

/// <summary>The integers start, start + 1, …, start + n - 1, where they do not fit <c>int</c>.</summary>
/// <inheritdoc cref="DiscreteSpace{T}" path="/remarks"/>
public sealed class LongDiscrete : DiscreteSpace<long>
{
    /// <summary>The integers from <paramref name="start"/> on.</summary>
    /// <param name="n">How many values there are, 1 or more.</param>
    /// <param name="start">The smallest value.</param>
    /// <param name="dtype">Integer type that Gymnasium would give the samples; it decides how they are drawn.</param>
    /// <exception cref="ArgumentException">No values, values that do not fit the type, or no integer type.</exception>
    public LongDiscrete(long n, long start = 0, DType dtype = DType.Int64)
        : base(n, start, dtype)
    {
    }

    /// <inheritdoc/>
    public override LongDiscrete Clone() => WithRngOf(new LongDiscrete(Count, First, IntegerType));
}
