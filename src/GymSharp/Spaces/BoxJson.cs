using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>Descriptions of boxes as JSON.</summary>
internal static class BoxJson
{
    // One number may stand for all bounds, so a short text could ask for any amount of memory.
    private const int MaximumSize = 1 << 26;

    public static JsonObject Write(Space space, IBox box) => new()
    {
        ["type"] = "Box",
        ["shape"] = new JsonArray([.. space.Shape!.Select(axis => JsonValue.Create(axis))]),
        ["dtype"] = space.ElementType!.Value.Name(),
        ["low"] = Bounds(box.LowValues, box.BoundedBelow, "-inf"),
        ["high"] = Bounds(box.HighValues, box.BoundedAbove, "inf"),
    };

    public static Space Read(JsonObject members)
    {
        int[] shape = ReadShape(members);
        if (Shapes.Size(shape) > MaximumSize)
        {
            throw new FormatException(
                $"A described box has at most {MaximumSize} elements, not the shape {Shapes.Text(shape)}.");
        }

        DType dtype = DTypes.Parse(JsonArrays.Text(JsonArrays.Member(members, "dtype"), "the name of an element type"));
        return dtype switch
        {
            DType.Bool => Read<bool>(members, shape),
            DType.Int8 => Read<sbyte>(members, shape),
            DType.Int16 => Read<short>(members, shape),
            DType.Int32 => Read<int>(members, shape),
            DType.Int64 => Read<long>(members, shape),
            DType.UInt8 => Read<byte>(members, shape),
            DType.UInt16 => Read<ushort>(members, shape),
            DType.UInt32 => Read<uint>(members, shape),
            DType.UInt64 => Read<ulong>(members, shape),
            DType.Float16 => Read<Half>(members, shape),
            DType.Float32 => Read<float>(members, shape),
            _ => Read<double>(members, shape),
        };
    }

    public static int[] ReadShape(JsonObject members) =>
        JsonArrays.Read<int>(JsonArrays.Member(members, "shape"), [-1]);

    private static JsonNode Bounds(Array values, IReadOnlyList<bool> isBounded, string unbounded)
    {
        JsonArray bounds = [];
        object? first = values.Length == 0 ? null : values.GetValue(0);
        bool uniform = true;
        for (int i = 0; i < values.Length; i++)
        {
            object value = values.GetValue(i)!;
            uniform &= value.Equals(first) && isBounded[i] == isBounded[0];
        }

        int count = uniform ? Math.Min(1, values.Length) : values.Length;
        for (int i = 0; i < count; i++)
        {
            bounds.Add(isBounded[i] ? Number(values.GetValue(i)!) : JsonValue.Create(unbounded));
        }

        return uniform && count == 1 ? bounds[0]!.DeepClone() : bounds;
    }

    private static JsonValue Number(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        double or float or Half => JsonArrays.Number(value is Half half ? (double)half : Convert.ToDouble(value)),
        ulong large => JsonValue.Create(large),
        _ => JsonValue.Create(Convert.ToInt64(value)),
    };

    private static Box<T> Read<T>(JsonObject members, int[] shape)
        where T : unmanaged
    {
        (T[] low, bool[] below) = ReadBounds<T>(members, "low", "bounded_below", shape);
        (T[] high, bool[] above) = ReadBounds<T>(members, "high", "bounded_above", shape);
        return new(shape, low, high, below, above);
    }

    private static (T[] Bounds, bool[] IsBounded) ReadBounds<T>(
        JsonObject members, string side, string flags, int[] shape)
        where T : unmanaged
    {
        JsonNode? json = JsonArrays.Member(members, side);
        JsonArray? array = json as JsonArray;
        int size = Shapes.Size(shape);
        int count = array?.Count ?? 1;
        if (count != size && count != 1)
        {
            throw JsonArrays.Unexpected(json, $"{size} bounds, or one for all, as '{side}'");
        }

        T[] bounds = new T[size];
        bool[] isBounded = new bool[size];
        for (int i = 0; i < size && (i == 0 || count > 1); i++)
        {
            JsonNode? item = array is null ? json : array[i];
            (bounds[i], isBounded[i]) = ReadBound<T>(item, side == "low");
            isBounded[i] &= !(Flag(members, flags, i) ?? false);
        }

        if (count == 1 && size > 1)
        {
            Array.Fill(bounds, bounds[0]);
            Array.Fill(isBounded, isBounded[0]);
        }

        return (bounds, isBounded);
    }

    // Recordings of Gymnasium write an integer without a bound as the limit of its type, and flag it.
    private static bool? Flag(JsonObject members, string name, int index) =>
        members[name] is JsonArray flags && flags.Count > 0
            ? flags[Math.Min(index, flags.Count - 1)]?.GetValueKind() == JsonValueKind.False
            : null;

    private static (T Bound, bool IsBounded) ReadBound<T>(JsonNode? json, bool isLow)
        where T : unmanaged
    {
        if (json?.GetValueKind() == JsonValueKind.String
            && JsonArrays.Text(json, "a bound") is "inf" or "-inf" or "nan")
        {
            (T[] bounds, bool[] isBounded) = BoundArrays.FromDoubles<T>([JsonArrays.Real(json)], isLow);
            return (bounds[0], isBounded[0]);
        }

        return (JsonArrays.Read<T>(json, [])[0], true);
    }
}
