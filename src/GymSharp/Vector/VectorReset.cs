namespace GymSharp.Vector;

/// <summary>
/// Which environments of a batch are reset, and how. The default resets all of them without new seeds.
/// </summary>
public readonly ref struct VectorReset
{
    /// <summary>Reseeds the batch: environment <c>i</c> gets <c>Seed + i</c>. Null keeps the generators.</summary>
    public ulong? Seed { get; init; }

    /// <summary>
    /// One seed per environment instead of <see cref="Seed"/>; a null keeps that generator. Empty for none.
    /// </summary>
    public ReadOnlySpan<ulong?> Seeds { get; init; }

    /// <summary>Which environments are reset; empty for all.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>
    /// Reset options for each environment that is reset, or null. The entry <c>reset_mask</c>, a <c>bool[]</c>, stands
    /// for <see cref="Mask"/> and is not passed on.
    /// </summary>
    public ResetOptions? Options { get; init; }

    /// <summary>The seed of one environment, or null.</summary>
    public ulong? SeedOf(int index) => Seeds.IsEmpty ? Seed + (ulong)index : Seeds[index];

    /// <summary>Whether one environment is reset.</summary>
    public bool Includes(int index) => Mask.IsEmpty || Mask[index];

    /// <summary>Moves the mask out of the options and checks the lengths.</summary>
    /// <exception cref="ArgumentException">A length is wrong, or the mask selects nothing.</exception>
    internal VectorReset Checked(int numEnvs)
    {
        ReadOnlySpan<bool> mask = Mask;
        ResetOptions? options = Options;
        if (options is not null && options.Has("reset_mask"))
        {
            mask = options.Get<bool[]>("reset_mask", []);
            options = WithoutMask(options);
            if (mask.IsEmpty)
            {
                throw WrongMask(numEnvs, 0);
            }
        }

        if (!mask.IsEmpty && mask.Length != numEnvs)
        {
            throw WrongMask(numEnvs, mask.Length);
        }

        if (!mask.IsEmpty && !mask.Contains(true))
        {
            throw BatchLength.Wrong(
                "The reset mask selects no environment; at least one entry must be true.", nameof(Mask));
        }

        if (!Seeds.IsEmpty && Seeds.Length != numEnvs)
        {
            throw BatchLength.Wrong(
                $"A list of seeds needs one seed per environment: {numEnvs}, got {Seeds.Length}.", nameof(Seeds));
        }

        return new() { Seed = Seed, Seeds = Seeds, Mask = mask, Options = options };
    }

    /// <summary>
    /// A copy of the options for one environment: readers note what they asked for, which is no shared work.
    /// </summary>
    internal static ResetOptions? CopyFor(ResetOptions? options) =>
        options is null || options.Count == 0 ? null : WithoutMask(options);

    private static ResetOptions WithoutMask(ResetOptions options)
    {
        ResetOptions copy = [];
        foreach (KeyValuePair<string, object?> option in options)
        {
            if (option.Key != "reset_mask")
            {
                copy.Add(option.Key, option.Value);
            }
        }

        return copy;
    }

    private static ArgumentException WrongMask(int numEnvs, int length) => BatchLength.Wrong(
        $"The reset mask needs one entry per environment: {numEnvs}, got {length}.", nameof(Mask));
}
