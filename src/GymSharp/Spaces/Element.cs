using System.Runtime.CompilerServices;

namespace GymSharp.Spaces;

/// <summary>
/// Conversions between the element types. The comparisons of types are decided when a method is compiled, so that each
/// instantiation is one conversion.
/// </summary>
internal static class Element
{
    public static DType TypeOf<T>()
        where T : unmanaged => TypeOf(typeof(T))
        ?? throw new NotSupportedException(
            $"{TypeNames.Of(typeof(T))} is not an element type; use bool, a fixed-size integer, Half, "
            + "float or double.");

    public static DType? TypeOf(Type type)
    {
        for (DType dtype = DType.Bool; dtype <= DType.Float64; dtype++)
        {
            if (dtype.ClrType() == type)
            {
                return dtype;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFloating<T>()
        where T : unmanaged => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Unsafe.As<T, double>(ref value);
        }

        if (typeof(T) == typeof(float))
        {
            return Unsafe.As<T, float>(ref value);
        }

        if (typeof(T) == typeof(Half))
        {
            return (double)Unsafe.As<T, Half>(ref value);
        }

        return typeof(T) == typeof(ulong) ? Unsafe.As<T, ulong>(ref value) : ToInt64(value);
    }

    /// <summary>The integer's value; a <c>ulong</c> wraps, a floating-point number is cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            return Unsafe.As<T, bool>(ref value) ? 1 : 0;
        }

        if (typeof(T) == typeof(sbyte))
        {
            return Unsafe.As<T, sbyte>(ref value);
        }

        if (typeof(T) == typeof(short))
        {
            return Unsafe.As<T, short>(ref value);
        }

        if (typeof(T) == typeof(int))
        {
            return Unsafe.As<T, int>(ref value);
        }

        if (typeof(T) == typeof(long) || typeof(T) == typeof(ulong))
        {
            return Unsafe.As<T, long>(ref value);
        }

        if (typeof(T) == typeof(byte))
        {
            return Unsafe.As<T, byte>(ref value);
        }

        if (typeof(T) == typeof(ushort))
        {
            return Unsafe.As<T, ushort>(ref value);
        }

        return typeof(T) == typeof(uint) ? Unsafe.As<T, uint>(ref value) : (long)ToDouble(value);
    }

    /// <summary>The nearest value of a floating-point type; the whole part, wrapped, of an integer type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDouble<T>(double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            return Unsafe.As<double, T>(ref value);
        }

        if (typeof(T) == typeof(float))
        {
            float single = (float)value;
            return Unsafe.As<float, T>(ref single);
        }

        if (typeof(T) == typeof(Half))
        {
            Half half = (Half)value;
            return Unsafe.As<Half, T>(ref half);
        }

        if (typeof(T) == typeof(bool))
        {
            bool flag = value != 0.0;
            return Unsafe.As<bool, T>(ref flag);
        }

        if (typeof(T) == typeof(ulong) && value >= 9223372036854775808.0)
        {
            ulong large = (ulong)value;
            return Unsafe.As<ulong, T>(ref large);
        }

        // What does not fit becomes the smallest number, as the processor's own conversions have it: that to 32 bits,
        // which serves all smaller types, and that to 64 bits, which serves uint too.
        if (Unsafe.SizeOf<T>() <= sizeof(int) && typeof(T) != typeof(uint))
        {
            return FromInt64<T>(value is > -2147483649.0 and < 2147483648.0 ? (long)value : int.MinValue);
        }

        return FromInt64<T>(value is >= -9223372036854775808.0 and < 9223372036854775808.0
            ? (long)value
            : long.MinValue);
    }

    /// <summary>The number, wrapped to the type's range, or rounded to the nearest of a floating-point type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromInt64<T>(long value)
        where T : unmanaged
    {
        if (IsFloating<T>())
        {
            return FromDouble<T>(value);
        }

        if (typeof(T) == typeof(bool))
        {
            bool flag = value != 0;
            return Unsafe.As<bool, T>(ref flag);
        }

        // Integers of every width share their low bytes.
        return BitConverter.IsLittleEndian ? Unsafe.As<long, T>(ref value) : FromInt64BigEndian<T>(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo Cast<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(TTo))
        {
            return Unsafe.As<TFrom, TTo>(ref value);
        }

        if (typeof(TTo) == typeof(float) && !IsFloating<TFrom>())
        {
            // Straight from the integer: by way of a double it would be rounded twice.
            float single = typeof(TFrom) == typeof(ulong) ? Unsafe.As<TFrom, ulong>(ref value) : ToInt64(value);
            return Unsafe.As<float, TTo>(ref single);
        }

        return IsFloating<TFrom>() || IsFloating<TTo>()
            ? FromDouble<TTo>(ToDouble(value))
            : FromInt64<TTo>(ToInt64(value));
    }

    /// <summary>Whether the first is not above the second; false where one is not a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NotAbove<T>(T left, T right)
        where T : unmanaged
    {
        if (IsFloating<T>())
        {
            return ToDouble(left) <= ToDouble(right);
        }

        return typeof(T) == typeof(ulong)
            ? Unsafe.As<T, ulong>(ref left) <= Unsafe.As<T, ulong>(ref right)
            : ToInt64(left) <= ToInt64(right);
    }

    private static T FromInt64BigEndian<T>(long value)
        where T : unmanaged =>
        Unsafe.As<byte, T>(ref Unsafe.Add(ref Unsafe.As<long, byte>(ref value), sizeof(long) - Unsafe.SizeOf<T>()));
}
