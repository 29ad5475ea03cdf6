namespace GymSharp;

/// <summary>Which numbers of a row belong to which key of an info.</summary>
internal sealed class InfoLayout
{
    private readonly string[] keys;
    private readonly Range[] places;
    private readonly bool[] isList;

    public InfoLayout(ReadOnlySpan<(string Key, int? Length)> entries)
    {
        keys = new string[entries.Length];
        places = new Range[entries.Length];
        isList = new bool[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            (string key, int? length) = entries[i];
            if (keys.AsSpan(0, i).Contains(key))
            {
                throw new ArgumentException(
                    $"The key '{key}' appears twice; keys must differ.", nameof(entries));
            }

            keys[i] = key;
            isList[i] = length is not null;
            places[i] = Size..(Size + (length ?? 1));
            Size += length ?? 1;
        }
    }

    /// <summary>Numbers in a row.</summary>
    public int Size { get; }

    /// <summary>Number of keys.</summary>
    public int Count => keys.Length;

    /// <summary>The place of a key, or −1.</summary>
    public int IndexOf(string key) => Array.IndexOf(keys, key);

    /// <summary>One entry, boxed: a <c>double</c>, or a <c>double[]</c> of its own.</summary>
    public KeyValuePair<string, object> Entry(double[] row, int index) => new(
        keys[index], isList[index] ? row[places[index]] : row[places[index].Start.Value]);
}
