namespace GymSharp.Spaces;

/// <summary>
/// An array of numbers with a shape of its own, as NumPy has it; a NumPy scalar is one with the empty shape.
/// </summary>
/// <remarks>
/// Values of spaces are plain arrays (<c>float[]</c>), whose shape is that of their space. Where a value's own shape
/// and
/// element type matter, as when asking a space whether it contains what Gymnasium would have been given, wrap it.
/// </remarks>
public sealed class NdArray
{
    private readonly int[] shape;

    /// <summary>Wraps elements in row-major order.</summary>
    /// <param name="data">A one-dimensional array of an element type; it is not copied.</param>
    /// <param name="shape">Sizes of the axes; nothing for a scalar.</param>
    /// <exception cref="ArgumentException">
    /// The number of elements does not fit the shape, or the type is none of <see cref="Spaces.DType"/>.
    /// </exception>
    public NdArray(Array data, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        DType? dtype = data.Rank == 1 ? Element.TypeOf(data.GetType().GetElementType()!) : null;
        if (dtype is null)
        {
            throw new ArgumentException(
                $"{TypeNames.Of(data.GetType())} is not a one-dimensional array of numbers or bool.", nameof(data));
        }

        if (Shapes.Size(shape) != data.Length)
        {
            throw new ArgumentException(
                $"{data.Length} elements do not fill the shape {Shapes.Text(shape)}; give {Shapes.Size(shape)}.",
                nameof(data));
        }

        Data = data;
        DType = dtype.Value;
        this.shape = [.. shape];
    }

    /// <summary>The elements in row-major order.</summary>
    public Array Data { get; }

    /// <summary>Type of the elements.</summary>
    public DType DType { get; }

    /// <summary>Sizes of the axes.</summary>
    public IReadOnlyList<int> Shape => shape;

    /// <summary>Wraps one number.</summary>
    public static NdArray Scalar<T>(T value)
        where T : unmanaged => new(new[] { value });

    /// <summary>The elements as they stand in NumPy's <c>str</c>.</summary>
    public override string ToString() => ArrayText.Of(Data, shape);

    internal ReadOnlySpan<int> Axes => shape;

    /// <summary>The parts along the first axis.</summary>
    internal IEnumerable<object> Rows()
    {
        if (shape.Length == 0)
        {
            yield break;
        }

        int[] rest = shape[1..];
        int size = Shapes.Size(rest);
        for (int i = 0; i < shape[0]; i++)
        {
            yield return new NdArray(ArrayConvert.Slice(Data, i * size, size), rest);
        }
    }
}
