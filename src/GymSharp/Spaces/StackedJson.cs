using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>
/// Batches of stacked values as JSON: tuples and dictionaries outside, then one array per value, then its elements.
/// </summary>
internal static class StackedJson
{
    /// <summary>Writes batches of a space's values.</summary>
    public static JsonNode Write(Space space, IReadOnlyList<object> stacked)
    {
        switch (space)
        {
            case TupleSpace tuple:
                JsonArray parts = [];
                for (int i = 0; i < tuple.Spaces.Count; i++)
                {
                    int at = i;
                    parts.Add(Write(tuple.Spaces[i], [.. stacked.Select(value => ((object[])value)[at])]));
                }

                return parts;
            case DictSpace dict:
                JsonObject entries = [];
                foreach ((string key, Space part) in dict.Spaces)
                {
                    entries.Add(key, Write(part, [.. stacked.Select(value => ((DictValue)value)[key])]));
                }

                return entries;
            default:
                JsonArray rows = [];
                foreach (object value in stacked)
                {
                    rows.Add(Row(space, value));
                }

                return rows;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe batches of the space's values.</exception>
    public static IReadOnlyList<object> Read(Space space, JsonNode? json)
    {
        switch (space)
        {
            case TupleSpace tuple:
                JsonArray parts = JsonArrays.Expect<JsonArray>(json, $"an array of {tuple.Spaces.Count} batches");
                if (parts.Count != tuple.Spaces.Count)
                {
                    throw JsonArrays.Unexpected(json, $"an array of {tuple.Spaces.Count} batches");
                }

                return Transpose(json, [.. tuple.Spaces.Select((part, i) => Read(part, parts[i]))]);
            case DictSpace dict:
                JsonObject entries = JsonArrays.Expect<JsonObject>(json, "an object of batches");
                IReadOnlyList<object>[] columns =
                    [.. dict.Spaces.Select(pair => Read(pair.Value, JsonArrays.Member(entries, pair.Key)))];
                return [.. Transpose(json, columns).Select(row =>
                    new DictValue([.. dict.Keys.Zip((object[])row, KeyValuePair.Create)], checkedKeys: true))];
            default:
                JsonArray rows = JsonArrays.Expect<JsonArray>(json, "an array of batches");
                return [.. rows.Select(row => ReadRow(space, row))];
        }
    }

    /// <summary>Writes one batch as an array of its elements.</summary>
    public static JsonArray Row(Space space, object value)
    {
        JsonArray row = [];
        foreach (object item in space.Batch(1, inheritRng: false).IterateValue(value))
        {
            row.Add(space.ValueToJson(item));
        }

        return row;
    }

    /// <summary>Reads what <see cref="Row"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON does not describe a batch of the space's values.</exception>
    public static object ReadRow(Space space, JsonNode? json) =>
        space.ConcatenateValues(
            [.. JsonArrays.Expect<JsonArray>(json, "an array of elements").Select(space.ValueFromJson)]);

    private static object[] Transpose(JsonNode? json, IReadOnlyList<object>[] columns)
    {
        int count = columns.Length == 0 ? 0 : columns[0].Count;
        return Array.TrueForAll(columns, column => column.Count == count)
            ? [.. Enumerable.Range(0, count).Select(row => (object)Array.ConvertAll(columns, column => column[row]))]
            : throw JsonArrays.Unexpected(json, "batches of one length");
    }
}
