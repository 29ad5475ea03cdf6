using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <summary>Integers of any element type as 64-bit words. The type tests vanish when a method is compiled.</summary>
internal static class IntegerType
{
    /// <summary>The value, sign-extended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToBits<T>(T value)
        where T : unmanaged
    {
        if (IsSigned<T>())
        {
            return (ulong)(Unsafe.SizeOf<T>() switch
            {
                1 => Unsafe.BitCast<T, sbyte>(value),
                2 => Unsafe.BitCast<T, short>(value),
                4 => Unsafe.BitCast<T, int>(value),
                _ => Unsafe.BitCast<T, long>(value),
            });
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<T, byte>(value),
            2 => Unsafe.BitCast<T, ushort>(value),
            4 => Unsafe.BitCast<T, uint>(value),
            _ => Unsafe.BitCast<T, ulong>(value),
        };
    }

    /// <summary>The value whose lowest bits these are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromBits<T>(ulong bits)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.BitCast<byte, T>((byte)bits),
            2 => Unsafe.BitCast<ushort, T>((ushort)bits),
            4 => Unsafe.BitCast<uint, T>((uint)bits),
            _ => Unsafe.BitCast<ulong, T>(bits),
        };

    /// <summary>Whether the left value is the smaller one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLess<T>(T left, T right)
        where T : unmanaged =>
        IsSigned<T>() ? (long)ToBits(left) < (long)ToBits(right) : ToBits(left) < ToBits(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSigned<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(int) || typeof(T) == typeof(long)
            || typeof(T) == typeof(sbyte) || typeof(T) == typeof(short))
        {
            return true;
        }

        if (typeof(T) == typeof(uint) || typeof(T) == typeof(ulong) || typeof(T) == typeof(byte)
            || typeof(T) == typeof(ushort) || typeof(T) == typeof(bool))
        {
            return false;
        }

        throw new NotSupportedException(
            $"Integers are drawn as bool or as integers of 8, 16, 32 or 64 bits, not as {typeof(T).Name}.");
    }
}
