using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>Arrays of zeros and ones.</summary>
/// <remarks>
/// A mask is an <c>sbyte[]</c> with one element per bit: 0 and 1 fix it, 2 leaves it to chance. Probabilities are a
/// <c>double[]</c> with the chance of a 1 for each bit.
/// </remarks>
public sealed partial class MultiBinary : Space<sbyte[]>
{
    private readonly int[] shape;
    private readonly int size;

    /// <summary>Bits in the given shape.</summary>
    /// <param name="shape">Sizes of the axes, each 1 or more; one number for a flat array.</param>
    /// <exception cref="ArgumentException">No axes, or one without elements.</exception>
    public MultiBinary(params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length == 0 || Array.Exists(shape, axis => axis <= 0))
        {
            throw new ArgumentException(
                $"n (counts) have to be positive, got {(shape.Length == 1 ? shape[0] : Shapes.Text(shape))}",
                nameof(shape));
        }

        this.shape = [.. shape];
        size = Shapes.Size(shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Shape => shape;

    /// <inheritdoc/>
    public override DType? ElementType => DType.Int8;

    /// <inheritdoc/>
    public override bool IsFlattenable => true;

    /// <inheritdoc/>
    public override sbyte[] Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        sbyte[] sample = new sbyte[size];
        if (probability is not null)
        {
            SampleWeighted(sample, Masks.Read<double>(probability, nameof(probability), shape, "probability"));
            return sample;
        }

        sbyte[]? fixedBits = mask is null ? null : Masks.Read<sbyte>(mask, nameof(mask), shape, "mask");
        if (fixedBits is not null && fixedBits.AsSpan().ContainsAnyExceptInRange((sbyte)0, (sbyte)2))
        {
            throw new ArgumentException(
                $"All values of a mask should be 0, 1 or 2, actual values: {ArrayText.Of(fixedBits, shape)}",
                nameof(mask));
        }

        Draws.Bits(Rng, sample);
        for (int i = 0; fixedBits is not null && i < size; i++)
        {
            sample[i] = fixedBits[i] == 2 ? sample[i] : fixedBits[i];
        }

        return sample;
    }

    /// <inheritdoc/>
    public override bool Contains(sbyte[] value) =>
        value is not null && value.Length == size && !value.AsSpan().ContainsAnyExceptInRange((sbyte)0, (sbyte)1);

    /// <inheritdoc/>
    /// <remarks>
    /// Arrays of any element type, and lists, whose shape fits and whose elements are zeros and ones.
    /// </remarks>
    public override bool ContainsValue(object? value)
    {
        if (value is sbyte[] bits && value.GetType() == typeof(sbyte[]))
        {
            return Contains(bits);
        }

        NdArray? array = PythonValues.AsArray(value) ?? (value is System.Collections.IList
            ? PythonValues.FromNested(value)
            : null);
        return array is not null
            && (Shapes.Same(array.Axes, shape)
                || (value is Array { Rank: 1 } and not object[] && array.Data.Length == size))
            && Array.TrueForAll(ArrayConvert.To<double>(array.Data), bit => bit is 0.0 or 1.0);
    }

    /// <inheritdoc/>
    public override sbyte[] Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is sbyte[] same && value.GetType() == typeof(sbyte[]) && same.Length == size)
        {
            return same;
        }

        NdArray array = PythonValues.AsArray(value) ?? PythonValues.FromNested(value)
            ?? throw CannotCoerce(value, "an array of zeros and ones is expected");
        return array.Data.Length == size
            && Array.TrueForAll(ArrayConvert.To<double>(array.Data), bit => bit is 0.0 or 1.0)
            ? ArrayConvert.To<sbyte>(array.Data)
            : throw CannotCoerce(value, $"zeros and ones in the shape {Shapes.Text(shape)} are expected");
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(sbyte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == size
            ? JsonArrays.Write<sbyte>(value, shape)
            : throw CannotCoerce(value, $"it has {value.Length} elements; {size} are expected");
    }

    /// <inheritdoc/>
    public override sbyte[] FromJson(JsonNode? json) => JsonArrays.Read<sbyte>(json, shape);

    /// <inheritdoc/>
    public override MultiBinary Clone() => WithRngOf(new MultiBinary(shape));

    /// <summary>Same shape.</summary>
    public override bool Equals(object? obj) => obj is MultiBinary other && Shapes.Same(shape, other.shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int axis in shape)
        {
            hash.Add(axis);
        }

        return hash.ToHashCode();
    }

    /// <summary>Gymnasium's form, for example <c>MultiBinary(5)</c>.</summary>
    public override string ToString() => $"MultiBinary({(shape.Length == 1 ? shape[0] : Shapes.Text(shape))})";

    private void SampleWeighted(sbyte[] sample, double[] probability)
    {
        Masks.RequireUnitInterval(probability, shape);
        for (int i = 0; i < size; i++)
        {
            sample[i] = Rng.Random() <= probability[i] ? (sbyte)1 : (sbyte)0;
        }
    }
}
