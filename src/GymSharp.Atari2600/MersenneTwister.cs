using Words = GymSharp.Randomness.MersenneTwister;

namespace GymSharp.Atari2600;

/// <summary>
/// The 32-bit Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded with one word. The console's power-on
/// state comes from it, and the Arcade Learning Environment draws its sticky actions from another.
/// </summary>
public sealed class MersenneTwister
{
    private const int Size = Words.Length;
    private readonly uint[] words = new uint[Size];
    private int index;

    /// <summary>Starts from a seed.</summary>
    /// <param name="seed">Any word.</param>
    public MersenneTwister(uint seed)
    {
        Words.Seed(words, seed);
        index = Size;
    }

    /// <summary>
    /// The words of the state and the index of the next one: 625 in all. Settable, to restore a state.
    /// </summary>
    /// <exception cref="ArgumentException">There are not 625 words, or the index is over 624.</exception>
    public uint[] State
    {
        get => [.. words, (uint)index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != Size + 1 || value[Size] > Size)
            {
                throw new ArgumentException(
                    "The state of MT19937 is 624 words and an index of at most 624.", nameof(value));
            }

            value.AsSpan(0, Size).CopyTo(words);
            index = (int)value[Size];
        }
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        if (index == Size)
        {
            Words.Twist(words);
            index = 0;
        }

        return Words.Temper(words[index++]);
    }

    /// <summary>The next 32 bits over 2^32: at least 0, less than 1.</summary>
    public double NextDouble() => Next() / 4294967296.0;
}
