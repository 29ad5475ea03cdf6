namespace GymSharp.Spaces;

/// <summary>Makes boxes whose element type is known only at run time.</summary>
public static class Box
{
    /// <summary>A box with the same bounds for every element.</summary>
    /// <param name="dtype">Element type.</param>
    /// <param name="low">Lower bound; negative infinity for none.</param>
    /// <param name="high">Upper bound; positive infinity for none.</param>
    /// <param name="shape">Sizes of the axes; (1,) when left out.</param>
    /// <returns>A <see cref="Box{T}"/> of the element type.</returns>
    /// <exception cref="ArgumentException">
    /// The bounds are not numbers, do not fit the type, or are in the wrong order.
    /// </exception>
    public static Space Create(DType dtype, double low, double high, params int[] shape)
    {
        int[] axes = shape is { Length: > 0 } ? shape : [1];
        int size = Shapes.Size(axes);
        return Create(dtype, BoundArrays.Fill(low, size), BoundArrays.Fill(high, size), axes);
    }

    /// <summary>A box with bounds for each element.</summary>
    /// <param name="dtype">Element type.</param>
    /// <param name="low">Lower bounds, row-major; negative infinity for none.</param>
    /// <param name="high">Upper bounds, row-major; positive infinity for none.</param>
    /// <param name="shape">Sizes of the axes; one axis when left out.</param>
    /// <returns>A <see cref="Box{T}"/> of the element type.</returns>
    /// <exception cref="ArgumentException">The numbers of bounds do not fit, or as for the other form.</exception>
    public static Space Create(DType dtype, double[] low, double[] high, params int[] shape) => dtype switch
    {
        DType.Bool => Box<bool>.FromDoubles(low, high, shape),
        DType.Int8 => Box<sbyte>.FromDoubles(low, high, shape),
        DType.Int16 => Box<short>.FromDoubles(low, high, shape),
        DType.Int32 => Box<int>.FromDoubles(low, high, shape),
        DType.Int64 => Box<long>.FromDoubles(low, high, shape),
        DType.UInt8 => Box<byte>.FromDoubles(low, high, shape),
        DType.UInt16 => Box<ushort>.FromDoubles(low, high, shape),
        DType.UInt32 => Box<uint>.FromDoubles(low, high, shape),
        DType.UInt64 => Box<ulong>.FromDoubles(low, high, shape),
        DType.Float16 => Box<Half>.FromDoubles(low, high, shape),
        DType.Float32 => Box<float>.FromDoubles(low, high, shape),
        DType.Float64 => Box<double>.FromDoubles(low, high, shape),
        _ => throw new ArgumentOutOfRangeException(
            nameof(dtype), dtype, "Invalid Box dtype, must be an integer, floating, or bool dtype."),
    };

    /// <summary>A box of zeros and ones.</summary>
    internal static Space Binary(DType dtype, long length) => length <= Array.MaxLength
        ? FromArrays(dtype, new long[length], BoundArrays.Fill(1L, (int)length), [(int)length])
        : throw new ArgumentException($"A box of {length} elements is too large.", nameof(length));

    /// <summary>A box with bounds of any element type, converted to the box's.</summary>
    internal static Space FromArrays(
        DType dtype, Array low, Array high, int[] shape, bool[]? boundedBelow = null, bool[]? boundedAbove = null)
    {
        return dtype switch
        {
            DType.Bool => Make<bool>(),
            DType.Int8 => Make<sbyte>(),
            DType.Int16 => Make<short>(),
            DType.Int32 => Make<int>(),
            DType.Int64 => Make<long>(),
            DType.UInt8 => Make<byte>(),
            DType.UInt16 => Make<ushort>(),
            DType.UInt32 => Make<uint>(),
            DType.UInt64 => Make<ulong>(),
            DType.Float16 => Make<Half>(),
            DType.Float32 => Make<float>(),
            _ => Make<double>(),
        };

        Box<T> Make<T>()
            where T : unmanaged =>
            new(shape, ArrayConvert.To<T>(low), ArrayConvert.To<T>(high), boundedBelow, boundedAbove);
    }
}
