namespace GymSharp.Spaces;

/// <summary>NumPy's rules about element types: names, promotion and safe casts.</summary>
public static class DTypes
{
    private static readonly string[] Names =
    [
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
        "float16", "float32", "float64",
    ];

    private static readonly Type[] ClrTypes =
    [
        typeof(bool), typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort),
        typeof(uint), typeof(ulong), typeof(Half), typeof(float), typeof(double),
    ];

    /// <summary>NumPy's name, for example <c>float32</c>.</summary>
    public static string Name(this DType dtype) => Names[(int)dtype];

    /// <summary>The CLR type of an element.</summary>
    public static Type ClrType(this DType dtype) => ClrTypes[(int)dtype];

    /// <summary>Whether elements are whole numbers; false for <see cref="DType.Bool"/>.</summary>
    public static bool IsInteger(this DType dtype) => dtype is >= DType.Int8 and <= DType.UInt64;

    /// <summary>Whether elements are floating-point numbers.</summary>
    public static bool IsFloating(this DType dtype) => dtype >= DType.Float16;

    /// <summary>Finds an element type by NumPy's name.</summary>
    /// <exception cref="FormatException">There is no such type; the message lists those there are.</exception>
    public static DType Parse(string name)
    {
        int index = Array.IndexOf(Names, name);
        return index >= 0
            ? (DType)index
            : throw new FormatException(
                $"'{name}' is not an element type; expected one of {string.Join(", ", Names)}.");
    }

    /// <summary>The smallest type that holds the values of both (<c>numpy.promote_types</c>).</summary>
    public static DType Promote(DType left, DType right)
    {
        if (left == right || right == DType.Bool)
        {
            return left;
        }

        if (left == DType.Bool)
        {
            return right;
        }

        if (left.IsFloating() || right.IsFloating())
        {
            return (DType)Math.Max((int)FloatFor(left), (int)FloatFor(right));
        }

        bool leftSigned = left <= DType.Int64;
        if (leftSigned == (right <= DType.Int64))
        {
            return (DType)Math.Max((int)left, (int)right);
        }

        DType signed = leftSigned ? left : right;
        DType unsigned = leftSigned ? right : left;
        return unsigned == DType.UInt64
            ? DType.Float64
            : (DType)Math.Max((int)signed, (int)DType.Int16 + (int)unsigned - (int)DType.UInt8);
    }

    /// <summary>The type of arrays of several types put together (<c>numpy.result_type</c>).</summary>
    /// <remarks>
    /// Not a chain of <see cref="Promote"/>: the most general type is found first, and each other is promoted with it,
    /// so
    /// that <c>uint16</c>, <c>int8</c> and <c>float32</c> give <c>float32</c> in any order.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no types.</exception>
    public static DType ResultType(params IReadOnlyCollection<DType> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        if (types.Count == 0)
        {
            throw new ArgumentException(
                "need at least one array to concatenate: a space without parts has no flat form.", nameof(types));
        }

        DType main = types.MaxBy(Generality);
        DType result = main;
        foreach (DType type in types)
        {
            result = Promote(result, Promote(main, type));
        }

        return result;
    }

    /// <summary>Whether every value of one type is kept by the other (<c>numpy.can_cast</c>, rule "safe").</summary>
    public static bool CanCast(DType from, DType to) => Promote(from, to) == to;

    /// <summary>The smallest and the largest value of an integer type; 0 and 1 for <see cref="DType.Bool"/>.</summary>
    internal static (Int128 Minimum, Int128 Maximum) IntegerRange(this DType dtype) => dtype switch
    {
        DType.Bool => (0, 1),
        DType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        DType.Int16 => (short.MinValue, short.MaxValue),
        DType.Int32 => (int.MinValue, int.MaxValue),
        DType.Int64 => (long.MinValue, long.MaxValue),
        DType.UInt8 => (0, byte.MaxValue),
        DType.UInt16 => (0, ushort.MaxValue),
        DType.UInt32 => (0, uint.MaxValue),
        DType.UInt64 => (0, ulong.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "An integer type was expected."),
    };

    // NumPy's type numbers: by size, signed before unsigned, then floating; float16 came last.
    private static int Generality(DType dtype) => dtype switch
    {
        DType.Bool => 0,
        DType.Float16 => int.MaxValue,
        _ when dtype.IsFloating() => 100 + (int)dtype,
        <= DType.Int64 => 2 * (int)dtype,
        _ => (2 * (int)(dtype - (DType.UInt8 - DType.Int8))) + 1,
    };

    private static DType FloatFor(DType dtype) => dtype switch
    {
        DType.Bool or DType.Int8 or DType.UInt8 or DType.Float16 => DType.Float16,
        DType.Int16 or DType.UInt16 or DType.Float32 => DType.Float32,
        _ => DType.Float64,
    };
}
