using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GymSharp;

/// <summary>Named facts that accompany an observation. Immutable, keeps the order of insertion.</summary>
/// <remarks>
/// <para>Immutable so that an environment can hand out one shared instance per outcome (a transition probability, an
/// action mask) and allocate nothing per step.</para>
/// <para>The one exception: a step that was given memory for its observation may return the environment's
/// <see cref="InfoNumbers.Live"/> info, whose values hold until its next step. <see cref="With(string, object)"/> and
/// its like copy them.</para>
/// </remarks>
public sealed class Info : IReadOnlyDictionary<string, object>
{
    // Either entries, or a row of numbers and the layout that tells which is which.
    private readonly KeyValuePair<string, object>[] entries;
    private readonly InfoLayout? layout;
    private readonly double[] row = [];

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

    private Info(InfoLayout layout, double[] row)
    {
        entries = [];
        this.layout = layout;
        this.row = row;
    }

    /// <summary>The info without entries.</summary>
    public static Info Empty { get; } = new([], owned: true);

    /// <inheritdoc/>
    public int Count => layout?.Count ?? entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<object> Values => this.Select(entry => entry.Value);

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such key; the message lists those there are.</exception>
    public object this[string key] => TryGetValue(key, out object? value)
        ? value
        : throw new KeyNotFoundException(
            $"The info has no '{key}'. It has: {(Count == 0 ? "nothing" : string.Join(", ", Keys))}.");

    /// <summary>An info of the numbers that are in a row whenever it is read.</summary>
    internal static Info OfRow(InfoLayout layout, double[] row) => new(layout, row);

    /// <summary>Makes an info with one entry.</summary>
    public static Info Of(string key, object value) => new([new(key, value)], owned: true);

    /// <summary>A copy with an entry added, or replaced in its place.</summary>
    public Info With(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(key);
        int at = IndexOf(key);
        KeyValuePair<string, object>[] copy = new KeyValuePair<string, object>[at < 0 ? Count + 1 : Count];
        for (int i = 0; i < Count; i++)
        {
            copy[i] = EntryAt(i);
        }

        copy[at < 0 ? Count : at] = new(key, value);
        return new(copy, owned: true);
    }

    /// <summary>A copy with the other's entries added, those of the same key replaced.</summary>
    public Info With(Info other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Info result = Count == 0 && other.layout is null ? other : this;
        if (!ReferenceEquals(result, other))
        {
            foreach (KeyValuePair<string, object> entry in other)
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
        value = at < 0 ? null : EntryAt(at).Value;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return EntryAt(i);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<string, object> EntryAt(int index) => layout?.Entry(row, index) ?? entries[index];

    private int IndexOf(string key)
    {
        if (layout is not null)
        {
            return layout.IndexOf(key);
        }

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
