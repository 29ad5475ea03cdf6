namespace GymSharp.Vector;

/// <summary>
/// Joins the infos of single environments to one info with a row per environment, by Gymnasium's rules.
/// </summary>
/// <remarks>
/// The array of a key gets the element type of the first environment that supplies it; what later environments supply
/// is cast to it as NumPy casts on assignment, which truncates 1/3 to 0 in an array of integers.
/// </remarks>
internal sealed class VectorInfoBuilder(int numEnvs)
{
    private readonly List<Entry> entries = [];

    /// <summary>Adds all entries of one environment's info.</summary>
    public void Add(Info info, int index)
    {
        foreach (KeyValuePair<string, object> entry in info)
        {
            if (entry.Key == "final_obs")
            {
                AddFinalObservation(entry.Value, index);
            }
            else if (entry.Value is Info nested)
            {
                AddNested(entry.Key, nested, index);
            }
            else
            {
                Entry target = Find(entry.Key) ?? Append(entry.Key, InfoRows.Make(entry.Value, numEnvs));
                InfoRows.Assign(target.RowsOf(), entry.Value, index, numEnvs, entry.Key);
                target.Mask[index] = true;
            }
        }
    }

    /// <summary>Adds the last observation of an ended episode.</summary>
    public void AddFinalObservation(object observation, int index)
    {
        Entry target = Find("final_obs") ?? Append("final_obs", new object?[numEnvs]);
        ((object?[])target.Data)[index] = observation;
        target.Mask[index] = true;
    }

    /// <summary>Adds an info inside the info.</summary>
    public void AddNested(string key, Info info, int index)
    {
        Entry target = Find(key) ?? Append(key, new VectorInfoBuilder(numEnvs));
        if (target.Data is not VectorInfoBuilder nested)
        {
            throw target.Mixed();
        }

        nested.Add(info, index);
        target.Mask[index] = true;
    }

    /// <summary>The joined info.</summary>
    public Info Build()
    {
        if (entries.Count == 0)
        {
            return Info.Empty;
        }

        KeyValuePair<string, object>[] all = new KeyValuePair<string, object>[entries.Count * 2];
        for (int i = 0; i < entries.Count; i++)
        {
            Entry entry = entries[i];
            all[2 * i] = new(entry.Key, entry.Data is VectorInfoBuilder nested ? nested.Build() : entry.Data);
            all[(2 * i) + 1] = new("_" + entry.Key, entry.Mask);
        }

        return new Info(all);
    }

    private Entry? Find(string key) => entries.Find(entry => entry.Key == key);

    private Entry Append(string key, object data)
    {
        Entry entry = new(key, data, new bool[numEnvs]);
        entries.Add(entry);
        return entry;
    }

    private sealed record Entry(string Key, object Data, bool[] Mask)
    {
        public Array RowsOf() => Data as Array ?? throw Mixed();

        public InvalidOperationException Mixed() => new(
            $"The info '{Key}' is an info of its own in one environment and a value in another; "
            + "they cannot be batched.");
    }
}
