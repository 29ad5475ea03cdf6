using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GymSharp.Randomness;

/// <summary>
/// The complete position of an <see cref="Rng"/> in its stream. Two generators with equal states give equal numbers
/// from here on.
/// </summary>
/// <param name="StateHigh">Upper 64 bits of the linear congruential state.</param>
/// <param name="StateLow">Lower 64 bits of the linear congruential state.</param>
/// <param name="IncrementHigh">Upper 64 bits of the increment, which selects the stream.</param>
/// <param name="IncrementLow">Lower 64 bits of the increment; always odd.</param>
/// <param name="HasUInt32">Whether half a 64-bit word is kept for the next 32-bit draw.</param>
/// <param name="UInteger">The kept half, or 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RngState(
    ulong StateHigh, ulong StateLow, ulong IncrementHigh, ulong IncrementLow, bool HasUInt32, uint UInteger)
{
    /// <summary>Length in bytes of the serialised form.</summary>
    public const int SerializedLength = (4 * sizeof(ulong)) + 1 + sizeof(uint);

    /// <summary>The linear congruential state as one number, as NumPy reports it.</summary>
    public UInt128 State => new(StateHigh, StateLow);

    /// <summary>The increment as one number, as NumPy reports it.</summary>
    public UInt128 Increment => new(IncrementHigh, IncrementLow);

    /// <summary>
    /// Reads a state from the first <see cref="SerializedLength"/> bytes of <paramref name="source"/>.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Too few bytes, a flag that is neither 0 nor 1, or an even increment.
    /// </exception>
    public static RngState ReadFrom(ReadOnlySpan<byte> source)
    {
        SerializedSize.Require(source.Length, SerializedLength, nameof(source));
        byte flag = source[32];
        if (flag > 1)
        {
            throw new ArgumentException(
                $"Byte 32 of a generator state is 0 or 1, not {flag}; these bytes are not a state.", nameof(source));
        }

        RngState state = new(
            BinaryPrimitives.ReadUInt64LittleEndian(source),
            BinaryPrimitives.ReadUInt64LittleEndian(source[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(source[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(source[24..]),
            flag == 1,
            BinaryPrimitives.ReadUInt32LittleEndian(source[33..]));
        state.RequireOddIncrement(nameof(source));
        return state;
    }

    /// <summary>Writes <see cref="SerializedLength"/> bytes, little-endian on every machine.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public int WriteTo(Span<byte> destination)
    {
        SerializedSize.Require(destination.Length, SerializedLength, nameof(destination));
        BinaryPrimitives.WriteUInt64LittleEndian(destination, StateHigh);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], StateLow);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], IncrementHigh);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], IncrementLow);
        destination[32] = HasUInt32 ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32LittleEndian(destination[33..], UInteger);
        return SerializedLength;
    }

    internal void RequireOddIncrement(string parameter)
    {
        if ((IncrementLow & 1) == 0)
        {
            throw new ArgumentException(
                "The increment of a generator state is odd; this one is even, so the period would be short.",
                parameter);
        }
    }
}
