using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GymSharp.Spaces;

/// <summary>
/// A value of a <see cref="DictSpace"/>: named values in order. Immutable; equal when keys and values are.
/// </summary>
public sealed class DictValue : IReadOnlyDictionary<string, object>, IEquatable<DictValue>
{
    private readonly KeyValuePair<string, object>[] entries;

    /// <summary>Named values in order.</summary>
    /// <exception cref="ArgumentException">A key appears twice.</exception>
    public DictValue(params IEnumerable<KeyValuePair<string, object>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        this.entries = [.. entries];
        HashSet<string> keys = [];
        foreach (KeyValuePair<string, object> entry in this.entries)
        {
            if (!keys.Add(entry.Key))
            {
                throw new ArgumentException($"The key '{entry.Key}' appears twice; keys must differ.", nameof(entries));
            }
        }
    }

    /// <summary>Named values in order.</summary>
    /// <exception cref="ArgumentException">A key appears twice.</exception>
    public DictValue(params ReadOnlySpan<(string Key, object Value)> entries)
        : this(Pairs(entries))
    {
    }

    internal DictValue(KeyValuePair<string, object>[] owned, bool checkedKeys)
    {
        _ = checkedKeys;
        entries = owned;
    }

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object> Values => entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such key; the message lists those there are.</exception>
    public object this[string key] => TryGetValue(key, out object? value)
        ? value
        : throw new KeyNotFoundException(
            $"There is no '{key}'; there is: {(Count == 0 ? "nothing" : string.Join(", ", Keys))}.");

    /// <summary>Reads an entry as a type it has.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="InvalidCastException">The entry has another type; the message names both.</exception>
    public T Get<T>(string key) => this[key] is T value
        ? value
        : throw new InvalidCastException(
            $"'{key}' is a {TypeNames.Of(this[key].GetType())}, not a {TypeNames.Of(typeof(T))}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        foreach (KeyValuePair<string, object> entry in entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Same keys with equal values; the order does not count, arrays are compared by their elements.</summary>
    public bool Equals(DictValue? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, object> entry in entries)
        {
            if (!other.TryGetValue(entry.Key, out object? value) || !ValueComparer.Instance.Equals(entry.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DictValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (KeyValuePair<string, object> entry in entries)
        {
            hash ^= HashCode.Combine(entry.Key, ValueComparer.Instance.GetHashCode(entry.Value));
        }

        return hash;
    }

    /// <summary>As Python writes a dictionary.</summary>
    public override string ToString() => PythonValues.Text(this);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object>>)entries).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static KeyValuePair<string, object>[] Pairs(ReadOnlySpan<(string Key, object Value)> entries)
    {
        KeyValuePair<string, object>[] pairs = new KeyValuePair<string, object>[entries.Length];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new(entries[i].Key, entries[i].Value);
        }

        return pairs;
    }
}
