using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>Descriptions of spaces as JSON.</summary>
/// <remarks>
/// An object with a <c>type</c> and, for <c>Box</c>: <c>shape</c>, <c>dtype</c>, <c>low</c> and <c>high</c> (row-major,
/// one
/// number where all are equal; "-inf" and "inf" where there is no bound); <c>Discrete</c>: <c>n</c>, <c>start</c>,
/// <c>dtype</c>; <c>MultiBinary</c>: <c>shape</c>; <c>MultiDiscrete</c>: <c>shape</c>, <c>dtype</c>, <c>nvec</c>,
/// <c>start</c>; <c>Text</c>: <c>min_length</c>, <c>max_length</c>, <c>character_list</c>; <c>Tuple</c> and
/// <c>OneOf</c>:
/// <c>spaces</c>; <c>Dict</c>: <c>spaces</c>, as pairs of key and space; <c>Sequence</c>: <c>feature</c>, <c>stack</c>;
/// <c>Graph</c>: <c>node</c>, <c>edge</c>. Other members are ignored.
/// </remarks>
public static class SpaceJson
{
    private const int MaximumDepth = 64;

    /// <summary>Describes a space.</summary>
    /// <exception cref="NotSupportedException">A class of space that this library does not know.</exception>
    public static JsonObject Write(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space switch
        {
            IBox box => BoxJson.Write(space, box),
            DiscreteSpace<int> discrete => Discrete(discrete.Count, discrete.First, discrete.IntegerType),
            DiscreteSpace<long> discrete => Discrete(discrete.Count, discrete.First, discrete.IntegerType),
            MultiBinary => new() { ["type"] = "MultiBinary", ["shape"] = Numbers(space.Shape!) },
            MultiDiscrete discrete => new()
            {
                ["type"] = "MultiDiscrete",
                ["shape"] = Numbers(space.Shape!),
                ["dtype"] = space.ElementType!.Value.Name(),
                ["nvec"] = JsonArrays.Write<long>(discrete.NVec, [discrete.NVec.Length]),
                ["start"] = JsonArrays.Write<long>(discrete.Start, [discrete.Start.Length]),
            },
            TextSpace text => new()
            {
                ["type"] = "Text",
                ["min_length"] = text.MinLength,
                ["max_length"] = text.MaxLength,
                ["character_list"] = text.CharacterList,
            },
            TupleSpace tuple => new() { ["type"] = "Tuple", ["spaces"] = All(tuple.Spaces) },
            OneOfSpace oneOf => new() { ["type"] = "OneOf", ["spaces"] = All(oneOf.Spaces) },
            DictSpace dict => new()
            {
                ["type"] = "Dict",
                ["spaces"] = new JsonArray([.. dict.Spaces.Select(pair => new JsonArray(pair.Key, Write(pair.Value)))]),
            },
            SequenceSpace sequence => new()
            {
                ["type"] = "Sequence",
                ["feature"] = Write(sequence.Feature),
                ["stack"] = sequence.Stack,
            },
            GraphSpace graph => new()
            {
                ["type"] = "Graph",
                ["node"] = Write(graph.NodeSpace),
                ["edge"] = graph.EdgeSpace is null ? null : Write(graph.EdgeSpace),
            },
            _ => throw new NotSupportedException($"{space} is a {space.GetType().Name}, which has no JSON form."),
        };
    }

    /// <summary>Makes a space from the text of its description.</summary>
    /// <exception cref="FormatException">The text is not JSON, or does not describe a space.</exception>
    public static Space Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(JsonNode.Parse(json));
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The description of a space is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Makes a space from its description.</summary>
    /// <returns>
    /// A space equal to the one described; integers that fit become a <see cref="Spaces.Discrete"/>, others a
    /// <see cref="LongDiscrete"/>.
    /// </returns>
    /// <exception cref="FormatException">The JSON does not describe a space.</exception>
    public static Space Read(JsonNode? json)
    {
        try
        {
            return Read(json, 0);
        }
        catch (ArgumentException exception)
        {
            // Constructors refuse what cannot be, also objects whose members have the same name.
            throw new FormatException($"The JSON does not describe a space: {exception.Message}", exception);
        }
    }

    private static Space Read(JsonNode? json, int depth)
    {
        JsonObject members = JsonArrays.Expect<JsonObject>(json, "an object that describes a space");
        if (depth >= MaximumDepth)
        {
            throw new FormatException($"Spaces are nested more than {MaximumDepth} deep.");
        }

        string type = JsonArrays.Text(JsonArrays.Member(members, "type"), "the name of a type");
        return type switch
        {
            "Box" => BoxJson.Read(members),
            "Discrete" => ReadDiscrete(members),
            "MultiBinary" => new MultiBinary(BoxJson.ReadShape(members)),
            "MultiDiscrete" => ReadMultiDiscrete(members),
            "Text" => ReadText(members),
            "Tuple" => new TupleSpace(ReadAll(members, depth)),
            "OneOf" => new OneOfSpace(ReadAll(members, depth)),
            "Dict" => ReadDict(members, depth),
            "Sequence" => ReadSequence(members, depth),
            "Graph" => new GraphSpace(
                Read(JsonArrays.Member(members, "node"), depth + 1),
                JsonArrays.Member(members, "edge") is { } edge ? Read(edge, depth + 1) : null),
            _ => throw new FormatException(
                $"'{type}' is not a type of space; expected Box, Discrete, MultiBinary, MultiDiscrete, Text, Tuple, "
                + "OneOf, Dict, "
                + "Sequence or Graph."),
        };
    }

    private static JsonObject Discrete(long n, long start, DType dtype) =>
        new() { ["type"] = "Discrete", ["n"] = n, ["start"] = start, ["dtype"] = dtype.Name() };

    private static JsonArray All(IReadOnlyList<Space> spaces) => new([.. spaces.Select(Write)]);

    private static JsonArray Numbers(IReadOnlyList<int> shape) =>
        new([.. shape.Select(axis => JsonValue.Create(axis))]);

    private static DType ReadDType(JsonObject members) =>
        members.ContainsKey("dtype")
            ? DTypes.Parse(JsonArrays.Text(members["dtype"], "the name of an element type"))
            : DType.Int64;

    private static long ReadLong(JsonNode? json) => JsonArrays.Read<long>(json, [])[0];

    private static Space ReadDiscrete(JsonObject members)
    {
        long n = ReadLong(JsonArrays.Member(members, "n"));
        long start = members.ContainsKey("start") ? ReadLong(members["start"]) : 0;
        DType dtype = ReadDType(members);
        bool fits = n <= int.MaxValue && start >= int.MinValue && (Int128)start + n - 1 <= int.MaxValue;
        return fits && n >= int.MinValue ? new Discrete((int)n, (int)start, dtype) : new LongDiscrete(n, start, dtype);
    }

    private static MultiDiscrete ReadMultiDiscrete(JsonObject members)
    {
        long[] nvec = JsonArrays.Read<long>(JsonArrays.Member(members, "nvec"), [-1]);
        long[]? start = members.ContainsKey("start") ? JsonArrays.Read<long>(members["start"], [-1]) : null;
        int[]? shape = members.ContainsKey("shape") ? BoxJson.ReadShape(members) : null;
        return new(nvec, start, shape, ReadDType(members));
    }

    private static TextSpace ReadText(JsonObject members)
    {
        int minimum = JsonArrays.Read<int>(JsonArrays.Member(members, "min_length"), [])[0];
        int maximum = JsonArrays.Read<int>(JsonArrays.Member(members, "max_length"), [])[0];
        return new(maximum, minimum, JsonArrays.Text(JsonArrays.Member(members, "character_list"), "characters"));
    }

    private static Space[] ReadAll(JsonObject members, int depth)
    {
        JsonArray spaces = JsonArrays.Expect<JsonArray>(JsonArrays.Member(members, "spaces"), "an array of spaces");
        return [.. spaces.Select(space => Read(space, depth + 1))];
    }

    private static DictSpace ReadDict(JsonObject members, int depth)
    {
        JsonArray spaces = JsonArrays.Expect<JsonArray>(JsonArrays.Member(members, "spaces"), "an array of pairs");
        List<KeyValuePair<string, Space>> pairs = [];
        foreach (JsonNode? item in spaces)
        {
            JsonArray pair = JsonArrays.Expect<JsonArray>(item, "a pair of key and space");
            if (pair.Count != 2)
            {
                throw JsonArrays.Unexpected(item, "a pair of key and space");
            }

            pairs.Add(new(JsonArrays.Text(pair[0], "a key"), Read(pair[1], depth + 1)));
        }

        return new(pairs);
    }

    private static SequenceSpace ReadSequence(JsonObject members, int depth)
    {
        JsonNode? stack = JsonArrays.Member(members, "stack");
        return stack?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? new(Read(JsonArrays.Member(members, "feature"), depth + 1), stack.GetValueKind() == JsonValueKind.True)
            : throw JsonArrays.Unexpected(stack, "true or false");
    }
}
