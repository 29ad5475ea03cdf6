using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GymSharp.Randomness;

/// <summary>
/// The source of randomness: NumPy's <c>Generator(PCG64(SeedSequence(seed)))</c>, method for method, bit for bit.
/// PCG XSL RR 128/64 after Melissa O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
/// Algorithms for Random Number Generation" (2014). Not safe for use by several threads at once: give each its own,
/// from <see cref="Spawn"/>.
/// </summary>
public sealed partial class Rng
{
    /// <summary>
    /// Length in bytes of the form written by <see cref="WriteTo"/>: the <see cref="RngState"/>, then what
    /// <see cref="Spawn"/> needs.
    /// </summary>
    public const int SerializedLength = RngState.SerializedLength + 1 + (6 * sizeof(uint));

    private SeedSequence? seeds;
    private Pcg64 core;
    private uint keptHalf;
    private bool hasKeptHalf;

    /// <summary>A generator seeded with <c>SeedSequence(seed)</c>.</summary>
    public Rng(ulong seed)
        : this(new SeedSequence(new BigInteger(seed)))
    {
    }

    /// <summary>A generator seeded with <c>SeedSequence(seed)</c>.</summary>
    /// <param name="seed">An integer of any size, zero or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seed"/> is negative.</exception>
    public Rng(BigInteger seed)
        : this(new SeedSequence(seed))
    {
    }

    /// <summary>A generator seeded from a sequence, which also supplies the seeds of spawned generators.</summary>
    public Rng(SeedSequence seedSequence)
    {
        ArgumentNullException.ThrowIfNull(seedSequence);
        seeds = seedSequence;
        Span<uint> words = stackalloc uint[8];
        seedSequence.Generate(words);
        core = Pcg64.FromWords(words);
    }

    private Rng(RngState state, SeedSequence? seeds)
    {
        this.seeds = seeds;
        SetState(state);
    }

    /// <summary>
    /// The position in the stream. Setting it continues exactly where the state was taken; it does not change what
    /// <see cref="Spawn"/> gives.
    /// </summary>
    /// <exception cref="ArgumentException">The increment is even, so this is not a state of a generator.</exception>
    public RngState State
    {
        get => new(
            core.StateHigh,
            core.StateLow,
            core.IncrementHigh,
            core.IncrementLow,
            hasKeptHalf,
            hasKeptHalf ? keptHalf : 0);
        set
        {
            value.RequireOddIncrement(nameof(value));
            SetState(value);
        }
    }

    /// <summary>A generator seeded with 128 bits from the operating system.</summary>
    public static Rng FromOperatingSystem() => new(SeedSequence.FromOperatingSystem());

    /// <summary>
    /// Reads a generator from the first <see cref="SerializedLength"/> bytes of <paramref name="source"/>. It continues
    /// the stream and spawns the children that the original would have continued and spawned.
    /// </summary>
    /// <exception cref="ArgumentException">Too few bytes, or bytes that are not a generator.</exception>
    public static Rng ReadFrom(ReadOnlySpan<byte> source)
    {
        Rng rng = new(default, seeds: null);
        rng.RestoreFrom(source);
        return rng;
    }

    /// <summary>Makes this generator the one that was written, as <see cref="ReadFrom"/> does for a new one.</summary>
    /// <exception cref="ArgumentException">Bytes that are not a generator, or too few; nothing changed.</exception>
    public void RestoreFrom(ReadOnlySpan<byte> source)
    {
        SerializedSize.Require(source.Length, SerializedLength, nameof(source));
        RngState state = RngState.ReadFrom(source);
        seeds = ReadSeeds(source[RngState.SerializedLength..]);
        SetState(state);
    }

    /// <summary>Writes <see cref="SerializedLength"/> bytes, little-endian on every machine.</summary>
    /// <remarks>
    /// The seed itself is not written, but its mixed pool is, and that is all that spawning needs. Only a generator
    /// made from a sequence with an unusual pool size cannot spawn after it was read back.
    /// </remarks>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public int WriteTo(Span<byte> destination)
    {
        SerializedSize.Require(destination.Length, SerializedLength, nameof(destination));
        Span<byte> rest = destination[State.WriteTo(destination)..SerializedLength];
        rest.Clear();
        if (seeds is { Pool.Length: SeedSequence.DefaultPoolSize })
        {
            rest[0] = 1;
            for (int i = 0; i < SeedSequence.DefaultPoolSize; i++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(rest[(1 + (4 * i))..], seeds.Pool[i]);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(rest[17..], seeds.HashConstant);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[21..], (uint)seeds.ChildrenSpawned);
        }

        return SerializedLength;
    }

    /// <summary>
    /// Makes <paramref name="count"/> further generators, independent of this one and of each other; the same ones as
    /// NumPy's <c>Generator.spawn</c>. Draws nothing from this generator.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">Read back from bytes, and its pool had an unusual size.</exception>
    public Rng[] Spawn(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (seeds is null)
        {
            throw new InvalidOperationException(
                "This generator was read back from bytes that hold no seed pool, because its seed sequence had an "
                + $"unusual pool size. Use a pool of {SeedSequence.DefaultPoolSize} words, or spawn before saving.");
        }

        SeedSequence[] sequences = seeds.Spawn(count);
        Rng[] children = new Rng[count];
        for (int i = 0; i < count; i++)
        {
            children[i] = new Rng(sequences[i]);
        }

        return children;
    }

    /// <summary>A copy that goes on independently: the same numbers, and the same children when spawning.</summary>
    public Rng Clone() => new(State, seeds?.Clone());

    /// <summary>A uniform 64-bit word. Leaves a kept half word alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64() => core.Next();

    /// <summary>A uniform 32-bit word: the low half of a new 64-bit word, or the half kept from the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (hasKeptHalf)
        {
            hasKeptHalf = false;
            return keptHalf;
        }

        ulong word = NextUInt64();
        hasKeptHalf = true;
        keptHalf = (uint)(word >> 32);
        return (uint)word;
    }

    private static SeedSequence? ReadSeeds(ReadOnlySpan<byte> source)
    {
        Span<uint> words = stackalloc uint[6];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(source[(1 + (4 * i))..]);
        }

        if (source[0] > 1 || words[5] > int.MaxValue)
        {
            throw new ArgumentException(
                "These bytes are not a generator: the part about its seed pool is damaged.", nameof(source));
        }

        return source[0] == 0 ? null : SeedSequence.FromPool(words[..4], words[4], (int)words[5]);
    }

    private void SetState(RngState state)
    {
        core.StateHigh = state.StateHigh;
        core.StateLow = state.StateLow;
        core.IncrementHigh = state.IncrementHigh;
        core.IncrementLow = state.IncrementLow;
        hasKeptHalf = state.HasUInt32;
        keptHalf = state.UInteger;
    }
}
