using System.Numerics;

namespace GymSharp.Randomness;

/// <summary>Seeds as Gymnasium takes them.</summary>
public static class Seeding
{
    /// <summary>Makes a generator and says which seed it has, as Gymnasium's <c>np_random</c> does.</summary>
    /// <param name="seed">An integer of any size, zero or greater; null for one from the operating system.</param>
    /// <returns>The generator and the seed that makes the same generator again.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative seed.</exception>
    public static (Rng Rng, BigInteger Seed) NpRandom(BigInteger? seed = null)
    {
        if (seed is { Sign: < 0 })
        {
            throw new ArgumentOutOfRangeException(
                nameof(seed), $"Seed must be greater or equal to zero, actual value: {seed}");
        }

        SeedSequence sequence = seed is null ? SeedSequence.FromOperatingSystem() : new SeedSequence(seed.Value);
        return (new Rng(sequence), sequence.Entropy);
    }
}
