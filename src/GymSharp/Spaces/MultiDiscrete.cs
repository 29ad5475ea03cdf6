using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Arrays of integers, each with its own number of values: several choices at once.</summary>
/// <remarks>
/// Values are <c>long[]</c> whatever the element type, which decides only how Gymnasium would store and draw them.
/// A mask is an array with one <c>sbyte[]</c> of zeros and ones per choice, nested as the shape is
/// (<c>sbyte[][]</c>, or <c>object[]</c> of such); where nothing is allowed the smallest value is taken. Probabilities
/// are nested in the same way, with <c>double[]</c>.
/// </remarks>
public sealed partial class MultiDiscrete : Space<long[]>
{
    private readonly int[] shape;
    private readonly DType dtype;

    /// <summary>One choice per element.</summary>
    /// <param name="nvec">Number of values of each choice, 1 or more, row-major.</param>
    /// <param name="start">Smallest value of each choice; zeros when left out.</param>
    /// <param name="shape">Sizes of the axes; one axis when left out.</param>
    /// <param name="dtype">Integer type that Gymnasium would give the samples.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, a choice without values, or values that do not fit the type.
    /// </exception>
    public MultiDiscrete(long[] nvec, long[]? start = null, int[]? shape = null, DType dtype = DType.Int64)
    {
        ArgumentNullException.ThrowIfNull(nvec);
        this.shape = shape is null ? [nvec.Length] : [.. shape];
        if (!dtype.IsInteger())
        {
            throw new ArgumentException(
                $"Invalid MultiDiscrete dtype ({dtype.Name()}), must be an integer dtype such as int64.",
                nameof(dtype));
        }

        if (Shapes.Size(this.shape) != nvec.Length)
        {
            throw new ArgumentException(
                $"{nvec.Length} counts do not fill the shape {Shapes.Text(this.shape)}; "
                + $"give {Shapes.Size(this.shape)}.",
                nameof(nvec));
        }

        if (start is not null && start.Length != nvec.Length)
        {
            throw new ArgumentException(
                $"start and nvec (counts) should have the same shape, got ({start.Length},) and ({nvec.Length},)",
                nameof(start));
        }

        RequireCounts(nvec, start, dtype);
        NVec = [.. nvec];
        Start = start is null ? new long[nvec.Length] : [.. start];
        this.dtype = dtype;
    }

    /// <summary>Number of values of each choice, row-major. Do not change them.</summary>
    public long[] NVec { get; }

    /// <summary>Smallest value of each choice, row-major. Do not change them.</summary>
    public long[] Start { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Shape => shape;

    /// <inheritdoc/>
    public override DType? ElementType => dtype;

    /// <inheritdoc/>
    public override bool IsFlattenable => true;

    /// <inheritdoc/>
    public override long[] Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        long[] sample = new long[NVec.Length];
        if (mask is not null || probability is not null)
        {
            object[] choices = new object[NVec.Length];
            int at = 0;
            MultiDiscreteMasks.Collect((mask ?? probability)!, this, mask is not null, choices, ref at);
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = Start[i] + (choices[i] is sbyte[] flags
                    ? Math.Max(0, Draws.Masked(Rng, flags))
                    : Draws.WeightedAmongPossible(Rng, (double[])choices[i]));
            }

            return sample;
        }

        SampleInto(sample);
        return sample;
    }

    /// <summary>Draws a value into memory that the caller owns.</summary>
    /// <param name="destination">As many elements as the shape has.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    public void SampleInto(Span<long> destination)
    {
        if (destination.Length != NVec.Length)
        {
            throw new ArgumentException(
                $"{destination.Length} elements do not hold a value of {this}; give {NVec.Length}.",
                nameof(destination));
        }

        Rng rng = Rng;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (long)(rng.Random() * NVec[i]) + Start[i];
        }
    }

    /// <inheritdoc/>
    public override bool Contains(long[] value)
    {
        if (value is null || value.Length != NVec.Length)
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] < Start[i] || value[i] > Start[i] + (NVec[i] - 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Arrays of the space's shape whose element type converts to the space's without loss. A list of integers counts
    /// as <c>int64</c>, as in NumPy, so a space of a smaller type does not contain it. A <c>long[]</c> is the form of
    /// this space's own values and counts by its numbers alone.
    /// </remarks>
    public override bool ContainsValue(object? value)
    {
        if (value is long[] typed && value.GetType() == typeof(long[]))
        {
            return Contains(typed);
        }

        NdArray? array = PythonValues.AsArray(value) ?? (value is System.Collections.IList
            ? PythonValues.FromNested(value)
            : null);
        return array is not null
            && (Shapes.Same(array.Axes, shape)
                || (value is Array { Rank: 1 } and not object[] && array.Data.Length == NVec.Length))
            && DTypes.CanCast(array.DType, dtype)
            && Contains(ArrayConvert.To<long>(array.Data));
    }

    /// <inheritdoc/>
    public override long[] Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is long[] same && value.GetType() == typeof(long[]) && same.Length == NVec.Length)
        {
            return same;
        }

        NdArray array = PythonValues.AsArray(value) ?? PythonValues.FromNested(value)
            ?? throw CannotCoerce(value, "an array of integers is expected");
        if (array.Data.Length != NVec.Length)
        {
            throw CannotCoerce(
                value, $"{array.Data.Length} numbers were given; the shape {Shapes.Text(shape)} has {NVec.Length}");
        }

        long[] numbers = new long[NVec.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!PythonValues.TryIntegral(array.Data.GetValue(i)!, out Int128 number) || number != (long)number)
            {
                throw CannotCoerce(value, "some of its numbers are not whole, or too large");
            }

            numbers[i] = (long)number;
        }

        return numbers;
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(long[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == NVec.Length
            ? JsonArrays.Write<long>(value, shape)
            : throw CannotCoerce(value, $"it has {value.Length} elements; {NVec.Length} are expected");
    }

    /// <inheritdoc/>
    public override long[] FromJson(JsonNode? json) => JsonArrays.Read<long>(json, shape);

    /// <inheritdoc/>
    public override MultiDiscrete Clone() => WithRngOf(new MultiDiscrete(NVec, Start, shape, dtype));

    /// <summary>Same shape, element type, counts and starts.</summary>
    public override bool Equals(object? obj) =>
        obj is MultiDiscrete other
        && dtype == other.dtype
        && Shapes.Same(shape, other.shape)
        && NVec.AsSpan().SequenceEqual(other.NVec)
        && Start.AsSpan().SequenceEqual(other.Start);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(dtype);
        for (int i = 0; i < NVec.Length; i++)
        {
            hash.Add(NVec[i]);
            hash.Add(Start[i]);
        }

        return hash.ToHashCode();
    }

    /// <summary>Gymnasium's form, for example <c>MultiDiscrete([5 2 2])</c>.</summary>
    public override string ToString()
    {
        string start = Array.Exists(Start, value => value != 0) ? $", start={ArrayText.Of(Start, shape)}" : "";
        return $"MultiDiscrete({ArrayText.Of(NVec, shape)}{start})";
    }

    private static void RequireCounts(long[] nvec, long[]? start, DType dtype)
    {
        if (Array.Exists(nvec, count => count <= 0))
        {
            throw new ArgumentException(
                $"nvec (counts) have to be positive, got {ArrayText.Of(nvec, [nvec.Length])}.", nameof(nvec));
        }

        (Int128 minimum, Int128 maximum) = dtype.IntegerRange();
        for (int i = 0; i < nvec.Length; i++)
        {
            long first = start?[i] ?? 0;
            if (nvec[i] > maximum
                || first < minimum
                || (Int128)first + nvec[i] - 1 > Int128.Min(maximum, long.MaxValue))
            {
                throw new ArgumentException(
                    $"{nvec[i]} values from {first} on do not fit {dtype.Name()}.", nameof(nvec));
            }
        }
    }
}
