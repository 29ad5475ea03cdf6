using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>
/// Arrays whose elements lie between bounds: [a, b], [a, ∞), (-∞, b] or (-∞, ∞), for each element separately.
/// </summary>
/// <typeparam name="T">
/// Element type: <c>bool</c>, <c>sbyte</c> to <c>ulong</c>, <see cref="Half"/>, <c>float</c> or <c>double</c>.
/// </typeparam>
/// <remarks>
/// Samples are uniform between two bounds, exponential behind one, and normal without any. Values are row-major
/// arrays; the shape is the space's.
/// </remarks>
public sealed partial class Box<T> : Space<T[]>, IBox
    where T : unmanaged
{
    private readonly int[] shape;
    private readonly bool[] below;
    private readonly bool[] above;
    private string? text;

    /// <summary>The same bounds for every element.</summary>
    /// <param name="low">Lower bound; negative infinity for none.</param>
    /// <param name="high">Upper bound; positive infinity for none.</param>
    /// <param name="shape">
    /// Sizes of the axes; (1,) when left out, as in Gymnasium. See <see cref="Scalar"/> for the shape ().
    /// </param>
    /// <exception cref="ArgumentException">
    /// The bounds are not numbers or in the wrong order, or the type is no element type.
    /// </exception>
    public Box(T low, T high, params int[] shape)
        : this(shape is { Length: > 0 } ? [.. shape] : [1], low, high)
    {
    }

    /// <summary>Bounds for each element.</summary>
    /// <param name="low">Lower bounds, row-major; negative infinity for none.</param>
    /// <param name="high">Upper bounds, row-major; positive infinity for none.</param>
    /// <param name="shape">Sizes of the axes; one axis when left out.</param>
    /// <exception cref="ArgumentException">
    /// The numbers of bounds do not fit, or bounds are not numbers or in the wrong order.
    /// </exception>
    public Box(T[] low, T[] high, params int[] shape)
        : this(BoundArrays.ShapeFor(Length(low), Length(high), shape), [.. low], [.. high], null, null)
    {
    }

    internal Box(int[] shape, T[] low, T[] high, bool[]? boundedBelow, bool[]? boundedAbove)
    {
        ElementDType = Element.TypeOf<T>();
        BoundArrays.Require(low, high, shape);
        this.shape = shape;
        Low = low;
        High = high;
        below = boundedBelow ?? Array.ConvertAll(low, value => !double.IsNegativeInfinity(Element.ToDouble(value)));
        above = boundedAbove ?? Array.ConvertAll(high, value => !double.IsPositiveInfinity(Element.ToDouble(value)));
        allBounded = Array.TrueForAll(below, bounded => bounded) && Array.TrueForAll(above, bounded => bounded);
    }

    private Box(int[] shape, T low, T high)
        : this(shape, BoundArrays.Fill(low, Shapes.Size(shape)), BoundArrays.Fill(high, Shapes.Size(shape)), null, null)
    {
    }

    /// <summary>Lower bounds, row-major. Do not change them.</summary>
    public T[] Low { get; }

    /// <summary>Upper bounds, row-major. Do not change them.</summary>
    public T[] High { get; }

    /// <summary>Whether each element has a lower bound.</summary>
    public IReadOnlyList<bool> BoundedBelow => below;

    /// <summary>Whether each element has an upper bound.</summary>
    public IReadOnlyList<bool> BoundedAbove => above;

    /// <summary>Whether every element has both bounds.</summary>
    public bool IsBounded => allBounded;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Shape => shape;

    /// <inheritdoc/>
    public override DType? ElementType => ElementDType;

    /// <inheritdoc/>
    public override bool IsFlattenable => true;

    private DType ElementDType { get; }

    Array IBox.LowValues => Low;

    Array IBox.HighValues => High;

    /// <summary>A box of the shape (), whose values are arrays of one element.</summary>
    /// <exception cref="ArgumentException">The bounds are not numbers or in the wrong order.</exception>
    public static Box<T> Scalar(T low, T high) => new([], low, high);

    /// <summary>A box with the bounds that Gymnasium would make of these numbers.</summary>
    /// <param name="low">Lower bounds; negative infinity for none, in a signed integer type too.</param>
    /// <param name="high">Upper bounds; positive infinity for none, in a signed integer type too.</param>
    /// <param name="shape">Sizes of the axes; one axis when left out.</param>
    /// <exception cref="ArgumentException">
    /// A bound is not a number or does not fit the type, or as for the constructors.
    /// </exception>
    public static Box<T> FromDoubles(double[] low, double[] high, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(low);
        ArgumentNullException.ThrowIfNull(high);
        ArgumentNullException.ThrowIfNull(shape);
        int[] axes = BoundArrays.ShapeFor(low.Length, high.Length, shape);
        (T[] lowBounds, bool[] below) = BoundArrays.FromDoubles<T>(low, isLow: true);
        (T[] highBounds, bool[] above) = BoundArrays.FromDoubles<T>(high, isLow: false);
        return new(axes, lowBounds, highBounds, below, above);
    }

    /// <inheritdoc/>
    public override bool Contains(T[] value)
    {
        if (value is null || value.Length != Low.Length)
        {
            return false;
        }

        for (int i = 0; i < value.Length; i++)
        {
            if (!Element.NotAbove(Low[i], value[i]) || !Element.NotAbove(value[i], High[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A plain array with one axis has the space's shape if it has as many elements. Element types must convert without
    /// loss (<see cref="DTypes.CanCast"/>); numbers and lists of numbers take the space's type, as in Gymnasium.
    /// </remarks>
    public override bool ContainsValue(object? value)
    {
        if (value is T[] typed && value.GetType() == typeof(T[]))
        {
            return Contains(typed);
        }

        NdArray? array = PythonValues.AsArray(value);
        bool isScalar = array is not null && array.Shape.Count == 0;
        if (array is null || isScalar)
        {
            array = array is null ? PythonValues.FromNested(value, ElementDType) : array;
            bool fits = isScalar
                ? value is not NdArray || DTypes.CanCast(array!.DType, ElementDType)
                : array is not null;
            return fits && Shapes.Same(array!.Axes, shape) && Contains(ArrayConvert.To<T>(array.Data));
        }

        bool sameShape = Shapes.Same(array.Axes, shape) || (value is Array { Rank: 1 }
            && array.Data.Length == Low.Length);
        return sameShape
            && DTypes.CanCast(array.DType, ElementDType)
            && Contains(ArrayConvert.To<T>(array.Data));
    }

    /// <inheritdoc/>
    public override T[] Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is T[] same && value.GetType() == typeof(T[]) && same.Length == Low.Length)
        {
            return same;
        }

        NdArray array = PythonValues.AsArray(value) ?? PythonValues.FromNested(value)
            ?? throw CannotCoerce(value, $"an array of {ElementDType.Name()} is expected");
        if (array.Data.Length != Low.Length || (value is not Array { Rank: 1 } && !FitsShape(array.Axes)))
        {
            throw CannotCoerce(value, $"its shape is {Shapes.Text(array.Axes)}; {Shapes.Text(shape)} is expected");
        }

        T[] converted = ArrayConvert.To<T>(array.Data);
        if (!ElementDType.IsFloating() && !SameNumbers(array.Data, converted))
        {
            throw CannotCoerce(value, $"some of its numbers are none of type {ElementDType.Name()}");
        }

        return converted;
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(T[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == Low.Length
            ? JsonArrays.Write<T>(value, shape)
            : throw CannotCoerce(value, $"it has {value.Length} elements; {Low.Length} are expected");
    }

    /// <inheritdoc/>
    public override T[] FromJson(JsonNode? json) => JsonArrays.Read<T>(json, shape);

    /// <inheritdoc/>
    public override Box<T> Clone() =>
        WithRngOf(new Box<T>(shape, Low, High, below, above));

    /// <summary>Same shape, element type and bounds, up to rounding (<c>numpy.allclose</c>).</summary>
    public override bool Equals(object? obj) =>
        obj is Box<T> other
            && Shapes.Same(shape, other.shape)
            && Closeness.All(Low, other.Low)
            && Closeness.All(High, other.High);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Bounds that are merely close count as equal, so they cannot take part.
        HashCode hash = default;
        hash.Add(ElementDType);
        foreach (int axis in shape)
        {
            hash.Add(axis);
        }

        return hash.ToHashCode();
    }

    /// <summary>Gymnasium's form, for example <c>Box(-1.0, 1.0, (2,), float32)</c>.</summary>
    public override string ToString() => text ??=
        $"Box({ArrayText.Short(Low, shape)}, {ArrayText.Short(High, shape)}, "
        + $"{Shapes.Text(shape)}, {ElementDType.Name()})";

    private static int Length(T[] bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return bounds.Length;
    }

    private static bool SameNumbers(Array given, T[] converted) =>
        ArrayConvert.To<double>(given).AsSpan().SequenceEqual(ArrayConvert.To<double>(converted));

    private bool FitsShape(ReadOnlySpan<int> axes) => Shapes.Same(axes, shape) || (Low.Length == 1 && axes.Length <= 1);
}
