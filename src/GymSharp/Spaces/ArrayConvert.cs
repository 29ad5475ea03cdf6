namespace GymSharp.Spaces;

/// <summary>Conversions of whole arrays whose element type is known only at run time.</summary>
internal static class ArrayConvert
{
    private static readonly long[] One = [1];

    /// <summary>The elements as another type, row-major; the same array where nothing changes.</summary>
    public static T[] To<T>(Array source)
        where T : unmanaged => source switch
        {
            T[] same when same.GetType() == typeof(T[]) => same,
            bool[] values when values.GetType() == typeof(bool[]) => Map<bool, T>(values),
            sbyte[] values when values.GetType() == typeof(sbyte[]) => Map<sbyte, T>(values),
            short[] values when values.GetType() == typeof(short[]) => Map<short, T>(values),
            int[] values when values.GetType() == typeof(int[]) => Map<int, T>(values),
            long[] values when values.GetType() == typeof(long[]) => Map<long, T>(values),
            byte[] values when values.GetType() == typeof(byte[]) => Map<byte, T>(values),
            ushort[] values when values.GetType() == typeof(ushort[]) => Map<ushort, T>(values),
            uint[] values when values.GetType() == typeof(uint[]) => Map<uint, T>(values),
            ulong[] values when values.GetType() == typeof(ulong[]) => Map<ulong, T>(values),
            Half[] values => Map<Half, T>(values),
            float[] values => Map<float, T>(values),
            double[] values => Map<double, T>(values),
            _ => throw new ArgumentException(
                $"{TypeNames.Of(source.GetType())} is not an array of numbers.", nameof(source)),
        };

    /// <summary>The elements as another type, in a new or the same array.</summary>
    public static Array To(Array source, DType dtype) => dtype switch
    {
        DType.Bool => To<bool>(source),
        DType.Int8 => To<sbyte>(source),
        DType.Int16 => To<short>(source),
        DType.Int32 => To<int>(source),
        DType.Int64 => To<long>(source),
        DType.UInt8 => To<byte>(source),
        DType.UInt16 => To<ushort>(source),
        DType.UInt32 => To<uint>(source),
        DType.UInt64 => To<ulong>(source),
        DType.Float16 => To<Half>(source),
        DType.Float32 => To<float>(source),
        _ => To<double>(source),
    };

    /// <summary>Zeros with ones at the given positions.</summary>
    public static Array OneHot(DType dtype, long length, ReadOnlySpan<long> positions)
    {
        if (length > Array.MaxLength)
        {
            throw new ArgumentException($"A one-hot array of {length} elements is too long.", nameof(length));
        }

        Array result = Array.CreateInstance(dtype.ClrType(), length);
        Array one = To(One, dtype);
        foreach (long position in positions)
        {
            Array.Copy(one, 0, result, position, 1);
        }

        return result;
    }

    /// <summary>Positions of the elements that are not zero.</summary>
    public static List<int> NonZero(Array source)
    {
        double[] values = To<double>(source);
        List<int> positions = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0.0)
            {
                positions.Add(i);
            }
        }

        return positions;
    }

    /// <summary>A flat array of numbers of the given length.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static Array Expect(object value, long length, Space space)
    {
        Array? array = (value as NdArray)?.Data ?? value as Array;
        return array is { Rank: 1 }
            && array.Length == length
            && Element.TypeOf(array.GetType().GetElementType()!) is not null
            ? array
            : throw new ArgumentException(
                $"A flattened value of {space} is an array of {length} numbers, not {PythonValues.Text(value)}.",
                nameof(value));
    }

    /// <summary>The parts of a batch along its first axis; those of plain arrays are plain.</summary>
    public static IEnumerable<object> Rows(object batch, int[] shape, Space space)
    {
        if (batch is NdArray { Shape.Count: > 0 } shaped)
        {
            return shaped.Rows();
        }

        int size = shape.Length == 0 ? 0 : Shapes.Size(shape.AsSpan(1));
        return size > 0 && batch is Array { Rank: 1 } array && array.Length % size == 0
            ? Enumerable.Range(0, array.Length / size).Select(row => (object)Slice(array, row * size, size))
            : throw new ArgumentException(
                $"Unable to iterate over the following elements: {PythonValues.Text(batch)}; "
                + $"they are no batch of {space}.",
                nameof(batch));
    }

    /// <summary>A part of an array, of the same element type.</summary>
    public static Array Slice(Array source, int start, int length)
    {
        Array part = Array.CreateInstance(source.GetType().GetElementType()!, length);
        Array.Copy(source, start, part, 0, length);
        return part;
    }

    /// <summary>Puts arrays of one element type behind each other.</summary>
    public static Array Concatenate(IReadOnlyList<Array> parts, DType dtype)
    {
        int length = 0;
        foreach (Array part in parts)
        {
            length += part.Length;
        }

        Array result = Array.CreateInstance(dtype.ClrType(), length);
        int at = 0;
        foreach (Array part in parts)
        {
            Array.Copy(To(part, dtype), 0, result, at, part.Length);
            at += part.Length;
        }

        return result;
    }

    /// <summary>The elements of an array with several axes, row-major.</summary>
    public static Array Ravel(Array source)
    {
        if (source.Rank == 1)
        {
            return source;
        }

        Array flat = Array.CreateInstance(source.GetType().GetElementType()!, source.Length);
        int at = 0;
        foreach (object? item in source)
        {
            flat.SetValue(item, at++);
        }

        return flat;
    }

    private static TTo[] Map<TFrom, TTo>(TFrom[] source)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        TTo[] result = new TTo[source.Length];
        for (int i = 0; i < source.Length; i++)
        {
            result[i] = Element.Cast<TFrom, TTo>(source[i]);
        }

        return result;
    }
}
