using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Randomness;

/// <summary>
/// PCG XSL RR 128/64: a 128-bit linear congruential generator with a permuted output. A value type, so that loops can
/// keep a copy in registers.
/// </summary>
internal struct Pcg64
{
    private const ulong MultiplierHigh = 2549297995355413924;
    private const ulong MultiplierLow = 4865540595714422341;

    public ulong StateHigh;
    public ulong StateLow;
    public ulong IncrementHigh;
    public ulong IncrementLow;

    /// <summary>Seeds as NumPy does: eight words give a start and the choice of a stream.</summary>
    public static Pcg64 FromWords(ReadOnlySpan<uint> words)
    {
        ulong streamHigh = words[4] | ((ulong)words[5] << 32);
        ulong streamLow = words[6] | ((ulong)words[7] << 32);
        Pcg64 generator = new()
        {
            IncrementHigh = (streamHigh << 1) | (streamLow >> 63),
            IncrementLow = (streamLow << 1) | 1,
        };
        generator.Next();
        UInt128 start = new(words[0] | ((ulong)words[1] << 32), words[2] | ((ulong)words[3] << 32));
        UInt128 state = new UInt128(generator.StateHigh, generator.StateLow) + start;
        generator.StateHigh = (ulong)(state >> 64);
        generator.StateLow = (ulong)state;
        generator.Next();
        return generator;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        ulong oldLow = StateLow;
        ulong low = oldLow * MultiplierLow;
        ulong high = HighProduct(oldLow, MultiplierLow);
        high += (StateHigh * MultiplierLow) + (oldLow * MultiplierHigh) + IncrementHigh;
        low += IncrementLow;
        high += low < IncrementLow ? 1UL : 0UL;
        StateHigh = high;
        StateLow = low;
        return BitOperations.RotateRight(high ^ low, (int)(high >> 58));
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (long)(Next() >> 11) * (1.0 / 9007199254740992.0);

    // Math.BigMul passes the low half through memory, which the next step would wait for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HighProduct(ulong left, ulong right) => Bmi2.X64.IsSupported
        ? Bmi2.X64.MultiplyNoFlags(left, right)
        : Math.BigMul(left, right, out _);
}
