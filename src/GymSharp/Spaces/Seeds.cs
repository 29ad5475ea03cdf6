using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>How composite spaces seed the spaces inside them.</summary>
internal static class Seeds
{
    /// <summary>One seed per part, drawn as Gymnasium draws them.</summary>
    public static SpaceSeed[] Draw(Rng rng, int count)
    {
        SpaceSeed[] seeds = new SpaceSeed[count];
        for (int i = 0; i < count; i++)
        {
            seeds[i] = SpaceSeed.Of(rng.Integers(0L, int.MaxValue));
        }

        return seeds;
    }

    /// <summary>Seeds each space with its own seed.</summary>
    public static SpaceSeed[] Apply(IReadOnlyList<Space> spaces, IReadOnlyList<SpaceSeed> seeds)
    {
        SpaceSeed[] used = new SpaceSeed[spaces.Count];
        for (int i = 0; i < used.Length; i++)
        {
            used[i] = spaces[i].SeedWith(seeds[i]);
        }

        return used;
    }

    /// <summary>Refuses a list of seeds of the wrong length, or seeds that do not fit their spaces.</summary>
    public static void RequireList(Space owner, SpaceSeed seed, IReadOnlyList<Space> spaces)
    {
        if (seed.IsNumber)
        {
            return;
        }

        if (seed.Keys is not null)
        {
            throw new ArgumentException($"{owner} takes one seed or a list of seeds, not {seed}.", nameof(seed));
        }

        if (seed.Parts!.Count != spaces.Count)
        {
            throw new ArgumentException(
                $"{owner} takes one seed or a list of {spaces.Count} seeds; "
                + $"actual length of seeds: {seed.Parts.Count}.",
                nameof(seed));
        }

        for (int i = 0; i < spaces.Count; i++)
        {
            spaces[i].RequireSeed(seed.Parts[i]);
        }
    }
}
