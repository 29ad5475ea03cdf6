using System.Numerics;
using System.Security.Cryptography;

namespace GymSharp.Randomness;

/// <summary>
/// Turns any non-negative integer, or list of them, into well-mixed words that seed a generator, and grows a tree of
/// independent children. The same words as NumPy's <c>SeedSequence</c>, after Melissa O'Neill,
/// "Developing a seed_seq alternative" (2015).
/// </summary>
public sealed class SeedSequence
{
    /// <summary>Number of 32-bit words in the entropy pool unless asked for otherwise: 128 bits.</summary>
    public const int DefaultPoolSize = 4;

    private const uint InitialA = 0x43b0d7e5;
    private const uint MultiplierA = 0x931e8875;
    private const uint InitialB = 0x8b51f9dd;
    private const uint MultiplierB = 0x58f38ded;
    private const uint MixLeft = 0xca01f9dd;
    private const uint MixRight = 0x4973f715;

    private readonly uint[] entropyWords;
    private readonly uint[] spawnKey;
    private readonly uint[] pool;

    // A child is its parent's pool with one more word mixed in, so the running hash constant is kept.
    private uint hashConstant;

    /// <summary>Mixes one non-negative integer of any size.</summary>
    /// <param name="entropy">The seed, zero or greater.</param>
    /// <param name="spawnKey">Position in a tree of sequences; empty for a root.</param>
    /// <param name="poolSize">Number of 32-bit words in the pool, 4 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative seed, or a pool below 4 words.</exception>
    public SeedSequence(BigInteger entropy, ReadOnlySpan<uint> spawnKey = default, int poolSize = DefaultPoolSize)
        : this(SeedWords.Of(entropy), spawnKey.ToArray(), poolSize)
    {
    }

    /// <summary>Mixes a list of 32-bit words.</summary>
    /// <param name="entropy">The seed, least significant word first; may be empty.</param>
    /// <param name="spawnKey">Position in a tree of sequences; empty for a root.</param>
    /// <param name="poolSize">Number of 32-bit words in the pool, 4 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pool below 4 words.</exception>
    public SeedSequence(
        ReadOnlySpan<uint> entropy, ReadOnlySpan<uint> spawnKey = default, int poolSize = DefaultPoolSize)
        : this(entropy.ToArray(), spawnKey.ToArray(), poolSize)
    {
    }

    /// <summary>Mixes a list of non-negative integers of any size, each cut into 32-bit words.</summary>
    /// <param name="entropy">The seeds, zero or greater.</param>
    /// <param name="spawnKey">Position in a tree of sequences; empty for a root.</param>
    /// <param name="poolSize">Number of 32-bit words in the pool, 4 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative seed, or a pool below 4 words.</exception>
    public SeedSequence(
        IReadOnlyList<BigInteger> entropy, ReadOnlySpan<uint> spawnKey = default, int poolSize = DefaultPoolSize)
        : this(SeedWords.Of(entropy), spawnKey.ToArray(), poolSize)
    {
    }

    private SeedSequence(uint[] entropyWords, uint[] spawnKey, int poolSize)
    {
        if (poolSize < DefaultPoolSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(poolSize), poolSize, $"The entropy pool needs at least {DefaultPoolSize} words.");
        }

        this.entropyWords = entropyWords;
        this.spawnKey = spawnKey;
        pool = new uint[poolSize];
        hashConstant = InitialA;
        FillPool();
        for (int i = poolSize; i < entropyWords.Length; i++)
        {
            Absorb(entropyWords[i]);
        }

        foreach (uint word in spawnKey)
        {
            Absorb(word);
        }
    }

    private SeedSequence(SeedSequence parent, uint childIndex)
        : this(parent.entropyWords, [.. parent.spawnKey, childIndex], parent.pool.AsSpan(), parent.hashConstant)
    {
        Absorb(childIndex);
    }

    private SeedSequence(uint[] entropyWords, uint[] spawnKey, ReadOnlySpan<uint> pool, uint hashConstant)
    {
        this.entropyWords = entropyWords;
        this.spawnKey = spawnKey;
        this.pool = pool.ToArray();
        this.hashConstant = hashConstant;
    }

    /// <summary>The seed as one integer; a list of words is read least significant word first.</summary>
    public BigInteger Entropy => SeedWords.ToInteger(entropyWords);

    /// <summary>The path from the root to this sequence; empty for a root.</summary>
    public IReadOnlyList<uint> SpawnKey => spawnKey;

    /// <summary>How many children were spawned so far; the next child's key ends with this number.</summary>
    public int ChildrenSpawned { get; private set; }

    /// <summary>The mixed entropy, 32-bit words.</summary>
    public ReadOnlySpan<uint> Pool => pool;

    internal uint HashConstant => hashConstant;

    /// <summary>A sequence seeded with 128 bits from the operating system.</summary>
    public static SeedSequence FromOperatingSystem()
    {
        Span<byte> bytes = stackalloc byte[DefaultPoolSize * sizeof(uint)];
        RandomNumberGenerator.Fill(bytes);
        return new SeedSequence(new BigInteger(bytes, isUnsigned: true));
    }

    /// <summary>Produces <paramref name="count"/> 32-bit words; the same ones at every call.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public uint[] GenerateState32(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        uint[] state = new uint[count];
        Generate(state);
        return state;
    }

    /// <summary>Produces <paramref name="count"/> 64-bit words, each of two 32-bit words, low half first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ulong[] GenerateState64(int count)
    {
        uint[] halves = GenerateState32(checked(2 * count));
        ulong[] state = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            state[i] = halves[2 * i] | ((ulong)halves[(2 * i) + 1] << 32);
        }

        return state;
    }

    /// <summary>Makes <paramref name="count"/> further children, independent of this one and of each other.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public SeedSequence[] Spawn(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int first = ChildrenSpawned;
        ChildrenSpawned = checked(first + count);
        SeedSequence[] children = new SeedSequence[count];
        for (int i = 0; i < count; i++)
        {
            children[i] = new SeedSequence(this, (uint)(first + i));
        }

        return children;
    }

    /// <summary>A copy that spawns its own children from here on.</summary>
    public SeedSequence Clone() =>
        new(entropyWords, spawnKey, pool, hashConstant) { ChildrenSpawned = ChildrenSpawned };

    // The seed itself cannot be told from the pool; what spawning needs can.
    internal static SeedSequence FromPool(ReadOnlySpan<uint> pool, uint hashConstant, int childrenSpawned) =>
        new([], [], pool, hashConstant) { ChildrenSpawned = childrenSpawned };

    internal void Generate(Span<uint> state)
    {
        uint constant = InitialB;
        int source = 0;
        for (int i = 0; i < state.Length; i++)
        {
            uint value = pool[source] ^ constant;
            constant *= MultiplierB;
            value *= constant;
            state[i] = value ^ (value >> 16);
            source = source + 1 == pool.Length ? 0 : source + 1;
        }
    }

    private static uint Mix(uint x, uint y)
    {
        uint result = (MixLeft * x) - (MixRight * y);
        return result ^ (result >> 16);
    }

    private void FillPool()
    {
        for (int i = 0; i < pool.Length; i++)
        {
            pool[i] = Hash(i < entropyWords.Length ? entropyWords[i] : 0);
        }

        for (int source = 0; source < pool.Length; source++)
        {
            for (int target = 0; target < pool.Length; target++)
            {
                if (source != target)
                {
                    pool[target] = Mix(pool[target], Hash(pool[source]));
                }
            }
        }
    }

    private void Absorb(uint word)
    {
        for (int target = 0; target < pool.Length; target++)
        {
            pool[target] = Mix(pool[target], Hash(word));
        }
    }

    private uint Hash(uint value)
    {
        value ^= hashConstant;
        hashConstant *= MultiplierA;
        value *= hashConstant;
        return value ^ (value >> 16);
    }
}
