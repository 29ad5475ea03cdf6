using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Keeps some entries of dictionary or tuple observations, in the order given.</summary>
/// <typeparam name="TObservation"><see cref="DictValue"/> or <c>object[]</c>.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class FilterObservation<TObservation, TAction> : ObservationWrapper<TObservation, TAction, TObservation>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly Func<TObservation, TObservation> pick;

    /// <summary>Keeps entries of dictionary observations.</summary>
    /// <param name="env">An environment whose observation space is a <see cref="DictSpace"/>.</param>
    /// <param name="keys">The entries to keep, at least one.</param>
    /// <exception cref="ArgumentException">The space is another one, or has no such entry.</exception>
    public FilterObservation(Env<TObservation, TAction> env, IReadOnlyList<string> keys)
        : base(env, Select(env, keys))
    {
        string[] kept = [.. keys];
        pick = observation => (TObservation)(object)PickEntries((DictValue)(object)observation, kept);
    }

    /// <summary>Keeps parts of tuple observations.</summary>
    /// <param name="env">An environment whose observation space is a <see cref="TupleSpace"/>.</param>
    /// <param name="indexes">The parts to keep, at least one, each once; negative ones count from the end.</param>
    /// <exception cref="ArgumentException">The space is another one, or has no such part.</exception>
    public FilterObservation(Env<TObservation, TAction> env, IReadOnlyList<int> indexes)
        : base(env, Select(env, indexes))
    {
        int count = ((TupleSpace)(Space)env.ObservationSpace).Spaces.Count;
        int[] kept = [.. indexes.Select(index => index < 0 ? index + count : index)];
        pick = observation => (TObservation)(object)PickParts((object[])(object)observation, kept);
    }

    /// <inheritdoc/>
    protected override bool KeepsObservations => true;

    /// <inheritdoc/>
    protected override TObservation Transform(TObservation observation, TObservation? reuse) => pick(observation);

    private static DictValue PickEntries(DictValue observation, string[] keys) =>
        new(Array.ConvertAll(keys, key => new KeyValuePair<string, object>(key, observation[key])));

    private static object[] PickParts(object[] observation, int[] indexes) =>
        Array.ConvertAll(indexes, index => observation[index]);

    private static Space<TObservation> Select(Env<TObservation, TAction> env, IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(keys);
        if ((Space)env.ObservationSpace is not DictSpace dict)
        {
            throw WrongSpace(env.ObservationSpace, nameof(env));
        }

        string[] missing = [.. keys.Where(key => !dict.Spaces.Any(entry => entry.Key == key))];
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                "All the filter keys must be included in the observation space.\n"
                + $"Filter keys: {string.Join(", ", keys)}\n"
                + $"Observation keys: {string.Join(", ", dict.Spaces.Select(entry => entry.Key))}\n"
                + $"Missing keys: {string.Join(", ", missing)}",
                nameof(keys));
        }

        RefuseEmpty(keys.Count, nameof(keys));
        Dictionary<string, Space> chosen = keys.ToDictionary(
            key => key, key => dict.Spaces.First(entry => entry.Key == key).Value, StringComparer.Ordinal);
        return (Space<TObservation>)(Space)new DictSpace(chosen);
    }

    private static Space<TObservation> Select(Env<TObservation, TAction> env, IReadOnlyList<int> indexes)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(indexes);
        if ((Space)env.ObservationSpace is not TupleSpace tuple)
        {
            throw WrongSpace(env.ObservationSpace, nameof(env));
        }

        int count = tuple.Spaces.Count;
        if (indexes.Distinct().Count() != indexes.Count)
        {
            throw new ArgumentException(
                $"Duplicate keys exist, filter keys: {string.Join(", ", indexes)}. Name each part once.",
                nameof(indexes));
        }

        int[] missing = [.. indexes.Where(index => index >= count || index < -count)];
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                "All the filter keys must be included in the length of the observation space.\n"
                + $"Filter keys: {string.Join(", ", indexes)}, length of observation: {count}, "
                + $"missing indexes: {string.Join(", ", missing)}",
                nameof(indexes));
        }

        RefuseEmpty(indexes.Count, nameof(indexes));
        Space[] chosen = [.. indexes.Select(index => tuple.Spaces[index < 0 ? index + count : index])];
        return (Space<TObservation>)(Space)new TupleSpace(chosen);
    }

    private static ArgumentException WrongSpace(Space space, string parameter) => new(
        "FilterObservation is only usable with Dict (by key) and Tuple (by index) observations, actual space: "
        + $"{space}.",
        parameter);

    private static void RefuseEmpty(int count, string parameter)
    {
        if (count == 0)
        {
            throw new ArgumentException(
                "The observation space is empty due to filtering all of the keys. Keep at least one.", parameter);
        }
    }
}
