using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <content>Integers of every element type.</content>
public sealed partial class Rng
{
    /// <summary>
    /// A uniform integer of type <typeparamref name="T"/>, drawn as NumPy does for that <c>dtype</c>: types of 1, 8 and
    /// 16 bits split a 32-bit word that they do not keep for the next call.
    /// </summary>
    /// <typeparam name="T">
    /// <see cref="bool"/>, or an integer of 8, 16, 32 or 64 bits. Beware of arguments that are <see cref="byte"/> or
    /// <see cref="short"/> by chance: <c>Integers(a, b)</c> then draws 8 or 16 bits, which are other numbers.
    /// </typeparam>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The bound above, itself possible only with <paramref name="endpoint"/>.</param>
    /// <param name="endpoint">Whether <paramref name="high"/> itself may be drawn; needed for the full range.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    /// <exception cref="NotSupportedException">Not such a type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Integers<T>(T low, T high, bool endpoint = false)
        where T : unmanaged
    {
        ulong range = ClosedRange(low, high, endpoint);
        ulong steps = Unsafe.SizeOf<T>() >= sizeof(uint) ? NextBounded(range) : NextPiece<T>(range);
        return IntegerType.FromBits<T>(IntegerType.ToBits(low) + steps);
    }

    /// <summary>Fills an array with uniform integers of one range, in one call of NumPy's <c>integers</c>.</summary>
    /// <typeparam name="T"><see cref="bool"/>, or an integer of 8, 16, 32 or 64 bits.</typeparam>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The bound above, itself possible only with <paramref name="endpoint"/>.</param>
    /// <param name="destination">Receives the numbers.</param>
    /// <param name="endpoint">Whether <paramref name="high"/> itself may be drawn; needed for the full range.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no integer between the bounds.</exception>
    /// <exception cref="NotSupportedException">Not such a type.</exception>
    public void Integers<T>(T low, T high, Span<T> destination, bool endpoint = false)
        where T : unmanaged
    {
        ulong range = ClosedRange(low, high, endpoint);
        ulong offset = IntegerType.ToBits(low);
        WordPieces pieces = default;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = IntegerType.FromBits<T>(offset + NextTyped<T>(range, ref pieces));
        }
    }

    /// <summary>Fills an array with one uniform integer per pair of bounds.</summary>
    /// <typeparam name="T"><see cref="bool"/>, or an integer of 8, 16, 32 or 64 bits.</typeparam>
    /// <param name="low">Smallest values, one per number; or fewer, which then repeat from the start.</param>
    /// <param name="high">The bounds above, as many as <paramref name="low"/>.</param>
    /// <param name="destination">Receives the numbers; its length is a multiple of the number of bounds.</param>
    /// <param name="endpoint">Whether the bounds above themselves may be drawn; needed for the full range.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or no integer lies between two bounds.</exception>
    /// <exception cref="NotSupportedException">Not such a type.</exception>
    public void Integers<T>(
        ReadOnlySpan<T> low, ReadOnlySpan<T> high, Span<T> destination, bool endpoint = false)
        where T : unmanaged
    {
        RequireBoundLengths(low.Length, high.Length, destination.Length);
        for (int i = 0; i < low.Length; i++)
        {
            ClosedRange(low[i], high[i], endpoint);
        }

        WordPieces pieces = default;
        for (int start = 0; start < destination.Length; start += low.Length)
        {
            for (int i = 0; i < low.Length; i++)
            {
                ulong range = ClosedRange(low[i], high[i], endpoint);
                destination[start + i] =
                    IntegerType.FromBits<T>(IntegerType.ToBits(low[i]) + NextTyped<T>(range, ref pieces));
            }
        }
    }

    /// <summary>The distance from low to the last value that may be drawn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ClosedRange<T>(T low, T high, bool endpoint)
        where T : unmanaged
    {
        if (endpoint ? IntegerType.IsLess(high, low) : !IntegerType.IsLess(low, high))
        {
            ThrowIntegerRange(low, high, endpoint);
        }

        return IntegerType.ToBits(high) - IntegerType.ToBits(low) - (endpoint ? 0UL : 1UL);
    }

    private ulong NextPiece<T>(ulong range)
        where T : unmanaged
    {
        WordPieces pieces = default;
        return NextTyped<T>(range, ref pieces);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong NextTyped<T>(ulong range, ref WordPieces pieces)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            return range == 0 ? 0 : pieces.Next(this, bits: 1);
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => pieces.NextBounded(this, (uint)range, bits: 8),
            2 => pieces.NextBounded(this, (uint)range, bits: 16),
            _ => NextBounded(range),
        };
    }
}
