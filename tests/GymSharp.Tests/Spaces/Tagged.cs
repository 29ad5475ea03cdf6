using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

/// <summary>Reads the tagged values of the recordings, and writes values of spaces in the same form.</summary>
internal static class Tagged
{
    /// <summary>
    /// The value, as this library stands for it in <see cref="Space.ContainsValue"/>, masks and seeds.
    /// </summary>
    public static object? Read(JsonNode? json)
    {
        if (json is not JsonObject entry)
        {
            return null;
        }

        (string tag, JsonNode? value) = entry.First();
        return tag switch
        {
            "int" => value!.GetValueKind() == JsonValueKind.String ? (object)Big(value) : value.GetValue<long>(),
            "float" => GoldenData.Number(value!),
            "bool" => value!.GetValue<bool>(),
            "str" => value!.GetValue<string>(),
            "np" => new NdArray(Data(value!.GetValue<string>(), new JsonArray(entry["v"]!.DeepClone()))),
            "nd" => new NdArray(Data(value!.GetValue<string>(), entry["data"]!.AsArray()), Shape(entry)),
            "tuple" => value!.AsArray().Select(Read).ToArray(),
            "list" => value!.AsArray().Select(Read).ToList(),
            "dict" => new DictValue(value!.AsArray().Select(pair =>
                KeyValuePair.Create((string)Read(pair![0])!, Read(pair[1])!))),
            "graph" => Graph(value!.AsObject()),
            _ => throw new FormatException($"Unknown tag '{tag}'."),
        };
    }

    /// <summary>A seed: a number, a tuple or a dictionary of seeds.</summary>
    public static SpaceSeed ReadSeed(JsonNode json)
    {
        (string tag, JsonNode? value) = json.AsObject().First();
        return tag switch
        {
            "int" => SpaceSeed.Of(value!.GetValue<long>()),
            "tuple" or "list" => SpaceSeed.List([.. value!.AsArray().Select(part => ReadSeed(part!))]),
            _ => SpaceSeed.Keyed([.. value!.AsArray().Select(pair =>
                KeyValuePair.Create((string)Read(pair![0])!, ReadSeed(pair[1]!)))]),
        };
    }

    /// <summary>A value of a space in the form of the recordings.</summary>
    public static string Write(Space space, object value) => Compact(Node(space, value));

    /// <summary>A flattened value in the form of the recordings.</summary>
    public static string WriteFlat(Space flatSpace, object flat) => Compact(FlatNode(flatSpace, flat));

    /// <summary>The recording itself, with numbers written as this class writes them.</summary>
    public static string Canonical(JsonNode? json) => Compact(json);

    public static Array Data(string dtype, JsonArray items)
    {
        Type type = DTypes.Parse(dtype).ClrType();
        Array data = Array.CreateInstance(type, items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            data.SetValue(Element(type, items[i]!), i);
        }

        return data;
    }

    private static object Element(Type type, JsonNode item)
    {
        if (type == typeof(bool))
        {
            return item.GetValue<bool>();
        }

        if (type == typeof(Half))
        {
            return (Half)GoldenData.Number(item);
        }

        return type == typeof(float) || type == typeof(double)
            ? Convert.ChangeType(GoldenData.Number(item), type, CultureInfo.InvariantCulture)
            : Convert.ChangeType((decimal)(BigInteger)Big(item), type, CultureInfo.InvariantCulture);
    }

    private static BigInteger Big(JsonNode value) => value.GetValueKind() == JsonValueKind.String
        ? BigInteger.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)
        : value.GetValue<long>();

    private static int[] Shape(JsonObject entry) =>
        [.. entry["shape"]!.AsArray().Select(axis => axis!.GetValue<int>())];

    private static GraphInstance Graph(JsonObject graph)
    {
        NdArray? links = (NdArray?)Read(graph["edge_links"]);
        return new(Read(graph["nodes"])!, Read(graph["edges"]), links is null ? null : (int[])links.Data);
    }

    private static JsonNode Node(Space space, object value) => space switch
    {
        TupleSpace tuple => Tuple(((object[])value).Select((part, i) => Node(tuple.Spaces[i], part))),
        DictSpace dict => Dict(dict.Keys.Select(key => (key, Node(dict[key], ((DictValue)value)[key])))),
        OneOfSpace oneOf => Tuple(
        [
            Scalar(DType.Int64, (long)((OneOfValue)value).Index),
            Node(oneOf.Spaces[((OneOfValue)value).Index], ((OneOfValue)value).Value),
        ]),
        SequenceSpace { Stack: false } sequence =>
            Tuple(((object[])value).Select(item => Node(sequence.Feature, item))),
        SequenceSpace sequence => Batch(sequence.Feature, value),
        GraphSpace graph => GraphNode(graph.NodeSpace, graph.EdgeSpace, (GraphInstance)value, Batch),
        TextSpace => new JsonObject { ["str"] = (string)value },
        Discrete or LongDiscrete => Scalar(space.ElementType!.Value, value),
        _ => NdNode(space.ElementType!.Value, [.. space.Shape!], (Array)value),
    };

    private static JsonNode FlatNode(Space flatSpace, object flat) => (flatSpace, flat) switch
    {
        (TupleSpace tuple, object[] parts) => Tuple(parts.Select((part, i) => FlatNode(tuple.Spaces[i], part))),
        (DictSpace dict, DictValue entries) =>
            Dict(entries.Keys.Select(key => (key, FlatNode(dict[key], entries[key])))),
        (SequenceSpace { Stack: false } sequence, object[] items) =>
            Tuple(items.Select(item => FlatNode(sequence.Feature, item))),
        (SequenceSpace sequence, _) => Batch(sequence.Feature, flat),
        (GraphSpace graph, GraphInstance instance) => GraphNode(graph.NodeSpace, graph.EdgeSpace, instance, Batch),
        (_, Array array) => NdNode(TypeOf(array), [array.Length], array),
        _ => throw new FormatException($"{flat} is no flattened value."),
    };

    private static JsonObject GraphNode(
        Space nodes, Space? edges, GraphInstance graph, Func<Space, object, JsonNode> batch) =>
        new JsonObject
        {
            ["graph"] = new JsonObject
            {
                ["nodes"] = batch(nodes, graph.Nodes),
                ["edges"] = graph.Edges is null ? null : batch(edges!, graph.Edges),
                ["edge_links"] = graph.EdgeLinks is null
                    ? null
                    : NdNode(DType.Int32, [graph.EdgeLinks.Length / 2, 2], graph.EdgeLinks),
            },
        };

    private static JsonNode Batch(Space feature, object value) => feature switch
    {
        DictSpace dict => Dict(dict.Keys.Select(key => (key, Batch(dict[key], ((DictValue)value)[key])))),
        TupleSpace tuple => Tuple(((object[])value).Select((part, i) => Batch(tuple.Spaces[i], part))),
        TextSpace or SequenceSpace or GraphSpace or OneOfSpace =>
            Tuple(((object[])value).Select(item => Node(feature, item))),
        _ => NdNode(feature.ElementType!.Value, [BatchLength(feature, (Array)value), .. feature.Shape!], (Array)value),
    };

    private static int BatchLength(Space feature, Array value) =>
        value.Length / feature.Shape!.Aggregate(1, (size, axis) => size * axis);

    private static JsonObject NdNode(DType dtype, int[] shape, Array data) => new JsonObject
    {
        ["nd"] = dtype.Name(),
        ["shape"] = new JsonArray([.. shape.Select(axis => JsonValue.Create(axis))]),
        ["data"] = new JsonArray([.. data.Cast<object>().Select(Number)]),
    };

    private static JsonObject Scalar(DType dtype, object value) =>
        new JsonObject { ["np"] = dtype.Name(), ["v"] = Number(value) };

    private static JsonObject Tuple(IEnumerable<JsonNode> parts) =>
        new JsonObject { ["tuple"] = new JsonArray([.. parts]) };

    private static JsonObject Dict(IEnumerable<(string Key, JsonNode Value)> entries) => new JsonObject
    {
        ["dict"] = new JsonArray([.. entries.Select(entry =>
            new JsonArray(new JsonObject { ["str"] = entry.Key }, entry.Value))]),
    };

    private static JsonNode Number(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        Half half => JsonValue.Create((double)half),
        float single => JsonValue.Create((double)single),
        double real => JsonValue.Create(real),
        _ when Math.Abs(Convert.ToDecimal(value, CultureInfo.InvariantCulture)) > 1L << 53 =>
            JsonValue.Create(value.ToString()!)!,
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static DType TypeOf(Array array) => new NdArray(array, array.Length).DType;

    // Numbers by value: the recordings write 1.0 where this library writes 1.
    private static string Compact(JsonNode? json) => json switch
    {
        null => "null",
        JsonObject entries => "{" + string.Join(",", entries.Select(pair => $"{pair.Key}:{Compact(pair.Value)}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(Compact)) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Shortest(value.ToJsonString()),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Unquoted(value.GetValue<string>()),
        _ => json.ToJsonString(),
    };

    private static string Unquoted(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && text.Length > 15
            ? text
            : JsonSerializer.Serialize(text);

    private static string Shortest(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? text
            : double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
