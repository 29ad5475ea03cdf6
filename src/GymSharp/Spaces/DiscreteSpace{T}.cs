using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Finitely many consecutive integers: start, start + 1, …, start + n - 1.</summary>
/// <typeparam name="T"><c>int</c> or <c>long</c>.</typeparam>
/// <remarks>
/// A mask is an <c>sbyte[]</c> of n zeros and ones, where 1 allows the value; when nothing is allowed the start is
/// drawn. Probabilities are a <c>double[]</c> of n numbers whose sum is 1.
/// </remarks>
public abstract class DiscreteSpace<T> : Space<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly long count;
    private readonly long first;
    private readonly DType dtype;

    private protected DiscreteSpace(long n, long start, DType dtype)
    {
        if (n <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n), n, $"n (counts) have to be positive, actual value: {n}");
        }

        if (!dtype.IsInteger())
        {
            throw new ArgumentException(
                $"Invalid Discrete dtype ({dtype.Name()}), must be an integer dtype such as int64.", nameof(dtype));
        }

        (Int128 minimum, Int128 maximum) = dtype.IntegerRange();
        (Int128 lowest, Int128 highest) = Element.TypeOf<T>().IntegerRange();
        Int128 last = (Int128)start + n - 1;
        if (n > maximum || start < minimum || last > maximum || start < lowest || last > highest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(n),
                n,
                $"{n} values from {start} on do not fit {dtype.Name()} in a space of {TypeNames.Of(typeof(T))}; "
                + "take fewer, or LongDiscrete.");
        }

        count = n;
        first = start;
        this.dtype = dtype;
    }

    /// <summary>How many values there are.</summary>
    public T N => T.CreateTruncating(count);

    /// <summary>The smallest value.</summary>
    public T Start => T.CreateTruncating(first);

    /// <inheritdoc/>
    public override IReadOnlyList<int> Shape => [];

    /// <inheritdoc/>
    public override DType? ElementType => dtype;

    /// <inheritdoc/>
    public override bool IsFlattenable => true;

    internal long Count => count;

    internal long First => first;

    internal DType IntegerType => dtype;

    /// <inheritdoc/>
    public override T Sample(object? mask = null, object? probability = null)
    {
        if (mask is null && probability is null)
        {
            return T.CreateTruncating(first + Draw());
        }

        RequireOne(mask, probability);
        return mask is not null
            ? SampleMasked(Masks.Flags(mask, count))
            : SampleWeighted(Masks.Weights(probability!, count));
    }

    /// <summary>Draws one of the values that the mask allows, without allocating.</summary>
    /// <param name="mask">n zeros and ones.</param>
    /// <exception cref="ArgumentException">Another length, or an element that is neither 0 nor 1.</exception>
    public T SampleMasked(ReadOnlySpan<sbyte> mask)
    {
        Masks.RequireFlags(mask, count);
        return T.CreateTruncating(first + Math.Max(0, Draws.Masked(Rng, mask)));
    }

    /// <summary>Draws a value with the given probabilities, without allocating.</summary>
    /// <param name="probability">n numbers whose sum is 1.</param>
    /// <exception cref="ArgumentException">
    /// Another length, an element outside [0, 1], or a sum that is not 1.
    /// </exception>
    public T SampleWeighted(ReadOnlySpan<double> probability)
    {
        Masks.RequireWeights(probability, count);
        return T.CreateTruncating(first + Rng.Choice(probability));
    }

    /// <inheritdoc/>
    public override bool Contains(T value) => ContainsInteger(Int128.CreateTruncating(value));

    /// <inheritdoc/>
    /// <remarks>
    /// Integers and bool count by their value. A NumPy scalar (<see cref="NdArray"/> of the shape ()) must also have an
    /// integer type that converts to the space's without loss.
    /// </remarks>
    public override bool ContainsValue(object? value)
    {
        if (value is NdArray array)
        {
            return array.Shape.Count == 0
                && array.DType.IsInteger()
                && DTypes.CanCast(array.DType, dtype)
                && PythonValues.TryIntegral(array, out Int128 scalar)
                && ContainsInteger(scalar);
        }

        return PythonValues.TryInteger(value, out Int128 number) && ContainsInteger(number);
    }

    /// <inheritdoc/>
    public override T Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is T same)
        {
            return same;
        }

        (Int128 minimum, Int128 maximum) = Element.TypeOf<T>().IntegerRange();
        if (!PythonValues.TryIntegral(value, out Int128 number))
        {
            throw CannotCoerce(value, "a whole number is expected");
        }

        return number >= minimum && number <= maximum
            ? T.CreateTruncating(number)
            : throw CannotCoerce(value, $"{number} does not fit {TypeNames.Of(typeof(T))}");
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(T value) => JsonArrays.Number(value);

    /// <inheritdoc/>
    public override T FromJson(JsonNode? json) => JsonArrays.Read<T>(json, [])[0];

    /// <summary>Same values and element type.</summary>
    public override bool Equals(object? obj) => obj switch
    {
        DiscreteSpace<int> other => count == other.Count && first == other.First && dtype == other.IntegerType,
        DiscreteSpace<long> other => count == other.Count && first == other.First && dtype == other.IntegerType,
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(count, first, dtype);

    /// <summary>Gymnasium's form, for example <c>Discrete(3, start=-1)</c>.</summary>
    public override string ToString()
    {
        string start = first == 0 ? "" : $", start={first}";
        string type = dtype == DType.Int64 ? "" : $", dtype={dtype.Name()}";
        return $"Discrete({count}{start}{type})";
    }

    /// <inheritdoc/>
    protected internal override long FlatLength => count;

    /// <inheritdoc/>
    protected internal override Space FlatSpace() => Box.Binary(dtype, count);

    /// <inheritdoc/>
    protected internal override object FlattenValue(object value)
    {
        long index = long.CreateTruncating(Coerce(value)) - first;
        return index >= 0 && index < count
            ? ArrayConvert.OneHot(dtype, count, [index])
            : throw new ArgumentException($"{value} is not a value of {this}, so it has no flat form.", nameof(value));
    }

    /// <inheritdoc/>
    protected internal override object UnflattenValue(object flat)
    {
        List<int> ones = ArrayConvert.NonZero(ArrayConvert.Expect(flat, count, this));
        return ones.Count > 0
            ? T.CreateTruncating(first + ones[0])
            : throw new ArgumentException(
                $"{PythonValues.Text(flat)} is not a valid one-hot encoded vector and can not be unflattened to "
                + $"space {this}. "
                + "Not all valid samples in a flattened space can be unflattened.",
                nameof(flat));
    }

    /// <inheritdoc/>
    protected internal override Space Batch(int count, bool inheritRng)
    {
        MultiDiscrete batch = new(
            BoundArrays.Fill(this.count, count), BoundArrays.Fill(first, count), shape: null, dtype: dtype);
        return inheritRng ? batch.Continue(Rng) : batch;
    }

    /// <inheritdoc/>
    protected internal override object ConcatenateValues(IReadOnlyList<object> values)
    {
        long[] batch = new long[values.Count];
        for (int i = 0; i < batch.Length; i++)
        {
            batch[i] = long.CreateTruncating(Coerce(values[i]));
        }

        return batch;
    }

    // NumPy draws 8- and 16-bit integers from parts of a 32-bit word, all others alike.
    private long Draw()
    {
        Rng rng = Rng;
        return dtype switch
        {
            DType.Int8 => rng.Integers((sbyte)0, (sbyte)count),
            DType.UInt8 => rng.Integers((byte)0, (byte)count),
            DType.Int16 => rng.Integers((short)0, (short)count),
            DType.UInt16 => rng.Integers((ushort)0, (ushort)count),
            _ => rng.Integers(0L, count),
        };
    }

    private bool ContainsInteger(Int128 value) => value >= first && value - first < count;
}
