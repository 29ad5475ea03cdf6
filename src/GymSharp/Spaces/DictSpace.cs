using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Dictionaries with one value of each named space.</summary>
/// <remarks>
/// A mask, or probabilities, is a dictionary (<see cref="IReadOnlyDictionary{TKey, TValue}"/> of string and
/// <c>object?</c>) with the same keys, whose entries have the form of their space or are null.
/// </remarks>
public sealed partial class DictSpace : Space<DictValue>
{
    private readonly string[] keys;
    private readonly Space[] spaces;

    /// <summary>The product of the named spaces.</summary>
    /// <param name="spaces">
    /// Names and spaces. Their order is kept, except that of a <see cref="Dictionary{TKey, TValue}"/>, which has none:
    /// it is sorted by name, as Gymnasium sorts a plain dictionary.
    /// </param>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public DictSpace(params IEnumerable<KeyValuePair<string, Space>> spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        KeyValuePair<string, Space>[] pairs = [.. spaces];
        if (spaces is Dictionary<string, Space>)
        {
            Array.Sort(pairs, (left, right) => CodePoints.Compare(left.Key, right.Key));
        }

        keys = Array.ConvertAll(pairs, pair => pair.Key);
        this.spaces = Array.ConvertAll(pairs, pair => pair.Value ?? throw new ArgumentException(
            $"Dict space element is not an instance of Space: key='{pair.Key}', space=None", nameof(spaces)));
        string? twice = Array.Find(keys, key => Array.IndexOf(keys, key) != Array.LastIndexOf(keys, key));
        if (twice is not null)
        {
            throw new ArgumentException(
                $"Dict space keyword '{twice}' already exists; names must differ.", nameof(spaces));
        }
    }

    /// <summary>The product of the named spaces, in this order.</summary>
    /// <exception cref="ArgumentException">A name appears twice.</exception>
    public DictSpace(params (string Key, Space Space)[] spaces)
        : this(spaces.Select(pair => KeyValuePair.Create(pair.Key, pair.Space)))
    {
    }

    /// <summary>Names and spaces, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Space>> Spaces =>
        [.. keys.Zip(spaces, KeyValuePair.Create)];

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <inheritdoc/>
    public override bool IsFlattenable => Array.TrueForAll(spaces, space => space.IsFlattenable);

    /// <summary>The space of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name; the message lists those there are.</exception>
    public Space this[string key]
    {
        get
        {
            int at = Array.IndexOf(keys, key);
            return at >= 0 ? spaces[at] : throw new KeyNotFoundException(
                $"The space has no '{key}'. It has: {(keys.Length == 0 ? "nothing" : string.Join(", ", keys))}.");
        }
    }

    /// <inheritdoc/>
    public override SpaceSeed SeedWith(SpaceSeed seed)
    {
        RequireSeed(seed);
        if (!seed.IsNumber)
        {
            Space[] ordered = [.. seed.Keys!.Select(key => this[key])];
            SpaceSeed[] given = Seeds.Apply(ordered, seed.Parts!);
            return SpaceSeed.Keyed([.. seed.Keys!.Zip(given, KeyValuePair.Create)]);
        }

        Rng = new Rng(seed.Number);
        SpaceSeed[] used = Seeds.Apply(spaces, Seeds.Draw(Rng, spaces.Length));
        return SpaceSeed.Keyed([.. keys.Zip(used, KeyValuePair.Create)]);
    }

    /// <inheritdoc/>
    public override DictValue Sample(object? mask = null, object? probability = null)
    {
        RequireOne(mask, probability);
        IReadOnlyDictionary<string, object?>? masks = Entries(mask, "mask", nameof(mask));
        IReadOnlyDictionary<string, object?>? probabilities =
            Entries(probability, "probability mask", nameof(probability));
        KeyValuePair<string, object>[] sample = new KeyValuePair<string, object>[keys.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = new(keys[i], spaces[i].SampleValue(masks?[keys[i]], probabilities?[keys[i]]));
        }

        return new(sample, checkedKeys: true);
    }

    /// <inheritdoc/>
    public override bool Contains(DictValue value) => ContainsValue(value);

    /// <inheritdoc/>
    public override bool ContainsValue(object? value)
    {
        if (value is not IReadOnlyDictionary<string, object> entries || entries.Count != keys.Length)
        {
            return false;
        }

        for (int i = 0; i < keys.Length; i++)
        {
            if (!entries.TryGetValue(keys[i], out object? entry) || !spaces[i].ContainsValue(entry))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override DictValue Coerce(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is not IReadOnlyDictionary<string, object> entries)
        {
            throw CannotCoerce(value, "a DictValue or another dictionary is expected");
        }

        if (entries.Count != keys.Length || !Array.TrueForAll(keys, entries.ContainsKey))
        {
            throw CannotCoerce(
                value, $"it has the keys {string.Join(", ", entries.Keys)}; {string.Join(", ", keys)} are expected");
        }

        return Map((key, space) => space.CoerceValue(entries[key]));
    }

    /// <inheritdoc/>
    public override JsonNode ToJson(DictValue value)
    {
        DictValue entries = Coerce(value);
        JsonObject json = [];
        for (int i = 0; i < keys.Length; i++)
        {
            json.Add(keys[i], spaces[i].ValueToJson(entries[keys[i]]));
        }

        return json;
    }

    /// <inheritdoc/>
    public override DictValue FromJson(JsonNode? json)
    {
        JsonObject entries = Members(json);
        return Map((key, space) => space.ValueFromJson(entries[key]));
    }

    /// <inheritdoc/>
    public override JsonNode ValuesToJson(IReadOnlyList<object> values)
    {
        DictValue[] rows = [.. values.Select(Coerce)];
        JsonObject json = [];
        for (int i = 0; i < keys.Length; i++)
        {
            json.Add(keys[i], spaces[i].ValuesToJson([.. rows.Select(row => row[keys[i]])]));
        }

        return json;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<object> ValuesFromJson(JsonNode? json)
    {
        JsonObject entries = Members(json);
        IReadOnlyList<object>[] columns = new IReadOnlyList<object>[keys.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = spaces[i].ValuesFromJson(entries[keys[i]]);
            if (columns[i].Count != columns[0].Count)
            {
                throw JsonArrays.Unexpected(json, "batches of one length");
            }
        }

        int count = columns.Length == 0 ? 0 : columns[0].Count;
        DictValue[] values = new DictValue[count];
        for (int row = 0; row < count; row++)
        {
            int at = row;
            values[row] = new(
                [.. keys.Zip(columns, (key, column) => KeyValuePair.Create(key, column[at]))], checkedKeys: true);
        }

        return values;
    }

    /// <inheritdoc/>
    public override DictSpace Clone() =>
        WithRngOf(new DictSpace(keys.Zip(spaces, (key, space) => KeyValuePair.Create(key, space.Clone()))));

    /// <summary>Same names with equal spaces; the order does not count.</summary>
    public override bool Equals(object? obj) =>
        obj is DictSpace other
        && keys.Length == other.keys.Length
        && Array.TrueForAll(keys, key => Array.IndexOf(other.keys, key) >= 0 && this[key].Equals(other[key]));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = keys.Length;
        for (int i = 0; i < keys.Length; i++)
        {
            hash ^= HashCode.Combine(keys[i], spaces[i]);
        }

        return hash;
    }

    /// <summary>Gymnasium's form, for example <c>Dict('a': Discrete(2), 'b': Discrete(3))</c>.</summary>
    public override string ToString() =>
        $"Dict({string.Join(", ", keys.Zip(spaces, (key, space) => $"{CodePoints.Quote(key)}: {space}"))})";

    /// <inheritdoc/>
    protected internal override void RequireSeed(SpaceSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (seed.IsNumber)
        {
            return;
        }

        if (seed.Keys is null
            || seed.Keys.Count != keys.Length
            || !Array.TrueForAll(keys, key => seed.Keys.Contains(key)))
        {
            throw new ArgumentException(
                $"{this} takes one seed or a seed for each of the keys {string.Join(", ", keys)}, not {seed}.",
                nameof(seed));
        }

        for (int i = 0; i < keys.Length; i++)
        {
            this[seed.Keys[i]].RequireSeed(seed.Parts![i]);
        }
    }

    private DictValue Map(Func<string, Space, object> value) =>
        new([.. keys.Zip(spaces, (key, space) => KeyValuePair.Create(key, value(key, space)))], checkedKeys: true);

    private JsonObject Members(JsonNode? json)
    {
        JsonObject entries = JsonArrays.Expect<JsonObject>(json, "an object");
        return entries.Count == keys.Length && Array.TrueForAll(keys, entries.ContainsKey)
            ? entries
            : throw JsonArrays.Unexpected(json, $"an object with the members {string.Join(", ", keys)}");
    }

    private IReadOnlyDictionary<string, object?>? Entries(object? given, string what, string parameter)
    {
        if (given is null)
        {
            return null;
        }

        IReadOnlyDictionary<string, object?> entries = given as IReadOnlyDictionary<string, object?>
            ?? throw new ArgumentException(
            $"Expected sample {what} to be a dict, actual type: {TypeNames.Of(given.GetType())}; "
            + "give a dictionary of string and object.",
            parameter);
        return entries.Count == keys.Length && Array.TrueForAll(keys, entries.ContainsKey)
            ? entries
            : throw new ArgumentException(
                $"Expected sample {what} keys to be same as space keys, mask keys: {string.Join(", ", entries.Keys)}, "
                + $"space keys: {string.Join(", ", keys)}",
                parameter);
    }
}
