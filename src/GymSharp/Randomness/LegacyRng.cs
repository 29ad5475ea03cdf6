using System.Numerics;
using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <summary>
/// NumPy's older generator <c>RandomState(seed)</c>, method for method, bit for bit. MinAtar draws from it; new code
/// uses <see cref="Rng"/>. Not safe for use by several threads at once.
/// </summary>
public sealed partial class LegacyRng
{
    /// <summary>Length in bytes of the form written by <see cref="WriteTo"/>.</summary>
    public const int SerializedLength = LegacyRngState.SerializedLength;

    private readonly uint[] key = new uint[MersenneTwister.Length];
    private int position = MersenneTwister.Length;
    private double? keptGauss;

    /// <summary>A generator seeded with one 32-bit number.</summary>
    /// <param name="seed">A number from 0 to 2^32 - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public LegacyRng(BigInteger seed)
    {
        if (seed < 0 || seed > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(seed), seed, "Seed must be between 0 and 2**32 - 1; use Rng for larger seeds.");
        }

        MersenneTwister.Seed(key, (uint)seed);
    }

    /// <summary>A generator seeded with a list of 32-bit numbers; a list of one is not the same as a number.</summary>
    /// <param name="seed">One or more numbers.</param>
    /// <exception cref="ArgumentException">An empty list.</exception>
    public LegacyRng(ReadOnlySpan<uint> seed)
    {
        if (seed.IsEmpty)
        {
            throw new ArgumentException("Seed must be non-empty; give 1 or more numbers.", nameof(seed));
        }

        MersenneTwister.Seed(key, seed);
    }

    private LegacyRng(LegacyRngState state) => SetState(state);

    private LegacyRng(SeedSequence seeds)
    {
        seeds.Generate(key);
        key[0] = 0x80000000;
    }

    /// <summary>The position in the stream. Setting it continues exactly where the state was taken.</summary>
    /// <exception cref="ArgumentNullException">No state.</exception>
    public LegacyRngState State
    {
        get => new(key, position, keptGauss);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            SetState(value);
        }
    }

    /// <summary>A generator seeded from the operating system.</summary>
    public static LegacyRng FromOperatingSystem() => new(SeedSequence.FromOperatingSystem());

    /// <summary>
    /// Reads a generator from the first <see cref="SerializedLength"/> bytes of <paramref name="source"/>.
    /// </summary>
    /// <exception cref="ArgumentException">Too few bytes, or bytes that are not a generator.</exception>
    public static LegacyRng ReadFrom(ReadOnlySpan<byte> source) => new(LegacyRngState.ReadFrom(source));

    /// <summary>Makes this generator the one that was written, as <see cref="ReadFrom"/> does for a new one.</summary>
    /// <exception cref="ArgumentException">Bytes that are not a generator, or too few; nothing changed.</exception>
    public void RestoreFrom(ReadOnlySpan<byte> source) => SetState(LegacyRngState.ReadFrom(source));

    /// <summary>Writes <see cref="SerializedLength"/> bytes, little-endian on every machine.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public int WriteTo(Span<byte> destination) => State.WriteTo(destination);

    /// <summary>A copy that goes on independently with the same numbers.</summary>
    public LegacyRng Clone() => new(State);

    /// <summary>A uniform 32-bit word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (position == MersenneTwister.Length)
        {
            MersenneTwister.Twist(key);
            position = 0;
        }

        return MersenneTwister.Temper(key[position++]);
    }

    /// <summary>A uniform 64-bit word from two 32-bit words, upper half first.</summary>
    public ulong NextUInt64()
    {
        ulong high = NextUInt32();
        return (high << 32) | NextUInt32();
    }

    private void SetState(LegacyRngState state)
    {
        state.Key.CopyTo(key);
        position = state.Position;
        keptGauss = state.Gauss;
    }
}
