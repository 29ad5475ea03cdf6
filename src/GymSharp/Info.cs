using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GymSharp;

/// <summary>Named facts that accompany an observation. Immutable, keeps the order of insertion.</summary>
/// <remarks>
/// Immutable so that an environment can hand out one shared instance per outcome (a transition probability, an action
/// mask) and allocate nothing per step.
/// </remarks>
public sealed class Info : IReadOnlyDictionary<string, object>
{
    private readonly KeyValuePair<string, object>[] entries;

    /// <summary>Makes an info from entries in order.</summary>
    /// <exception cref="ArgumentException">A key appears twice.</exception>
    public Info(params ReadOnlySpan<KeyValuePair<string, object>> entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (entries[i].Key == entries[j].Key)
                {
                    throw new ArgumentException(
                        $"The key '{entries[i].Key}' appears twice; keys must differ.", nameof(entries));
                }
            }
        }

        this.entries = entries.ToArray();
    }

    private Info(KeyValuePair<string, object>[] entries, bool owned)
    {
        _ = owned;
        this.entries = entries;
    }

    /// <summary>The info without entries.</summary>
    public static Info Empty { get; } = new([], owned: true);

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
            $"The info has no '{key}'. It has: {(Count == 0 ? "nothing" : string.Join(", ", Keys))}.");

    /// <summary>Makes an info with one entry.</summary>
    public static Info Of(string key, object value) => new([new(key, value)], owned: true);

    /// <summary>A copy with an entry added, or replaced in its place.</summary>
    public Info With(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(key);
        int at = IndexOf(key);
        KeyValuePair<string, object>[] copy = new KeyValuePair<string, object>[at < 0 ? Count + 1 : Count];
        entries.CopyTo(copy, 0);
        copy[at < 0 ? Count : at] = new(key, value);
        return new(copy, owned: true);
    }

    /// <summary>A copy with the other's entries added, those of the same key replaced.</summary>
    public Info With(Info other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Info result = Count == 0 ? other : this;
        if (!ReferenceEquals(result, other))
        {
            foreach (KeyValuePair<string, object> entry in other.entries)
            {
                result = result.With(entry.Key, entry.Value);
            }
        }

        return result;
    }

    /// <summary>Reads an entry as a type it has.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="InvalidCastException">The entry has another type; the message names both.</exception>
    public T Get<T>(string key) => this[key] is T value
        ? value
        : throw new InvalidCastException(
            $"The info's '{key}' is a {this[key].GetType().Name}, not a {typeof(T).Name}.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        int at = IndexOf(key);
        value = at < 0 ? null : entries[at].Value;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object>>)entries).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
