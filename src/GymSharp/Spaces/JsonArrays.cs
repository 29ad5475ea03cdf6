using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Spaces;

/// <summary>Arrays as nested JSON, and numbers that JSON cannot write.</summary>
internal static class JsonArrays
{
    private const int ShownLength = 60;

    /// <summary>Nested arrays of the given shape; a number for the empty shape.</summary>
    public static JsonNode Write<T>(ReadOnlySpan<T> data, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        if (shape.Length == 0)
        {
            return Number(data[0]);
        }

        JsonArray array = [];
        int size = shape[0] == 0 ? 0 : data.Length / shape[0];
        for (int i = 0; i < shape[0]; i++)
        {
            array.Add(Write(data.Slice(i * size, size), shape[1..]));
        }

        return array;
    }

    /// <summary>Reads nested arrays of the given shape; a first axis of -1 may have any size.</summary>
    /// <exception cref="FormatException">Another shape, or an element that is not a number of the type.</exception>
    public static T[] Read<T>(JsonNode? json, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        if (shape.Length > 0 && shape[0] < 0)
        {
            JsonArray rows = Expect<JsonArray>(json, "an array");
            return Read<T>(json, Shapes.Prepend(rows.Count, shape[1..]));
        }

        T[] data = new T[Shapes.Size(shape)];
        int at = 0;
        Fill(json, shape, data, ref at);
        return data;
    }

    /// <summary>The node as the expected kind.</summary>
    /// <exception cref="FormatException">It is another kind.</exception>
    public static TNode Expect<TNode>(JsonNode? json, string what)
        where TNode : JsonNode
    {
        TNode node = json as TNode ?? throw Unexpected(json, what);
        try
        {
            // Members are looked at only now: two may have one name, or a name may be half a character.
            _ = node is JsonObject members ? members.Count : 0;
            return node;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new FormatException(
                $"Expected {what}, but its members cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A member of an object.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static JsonNode? Member(JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out JsonNode? value)
            ? value
            : throw new FormatException($"The member '{name}' is missing in {Shown(json)}.");

    /// <summary>The text of a string.</summary>
    /// <exception cref="FormatException">It is no string, or one with half a character.</exception>
    public static string Text(JsonNode? json, string what)
    {
        if (json?.GetValueKind() != JsonValueKind.String)
        {
            throw Unexpected(json, what);
        }

        try
        {
            return json.GetValue<string>();
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"Expected {what}, but the text cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// A whole number; <c>3.0</c> counts as one, and so does text of digits, for readers whose numbers end at 2^53.
    /// </summary>
    /// <exception cref="FormatException">It is not, or it has more than 64 bits.</exception>
    public static Int128 Integer(JsonNode? json, string what)
    {
        if (json is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
        {
            if (value.TryGetValue(out long number))
            {
                return number;
            }

            string text = value.ToJsonString();
            if (Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 large))
            {
                return large;
            }

            if (double.TryParse(text, CultureInfo.InvariantCulture, out double real)
                && Math.Truncate(real) == real && Math.Abs(real) < 1e20)
            {
                return (Int128)real;
            }
        }

        if (json?.GetValueKind() == JsonValueKind.String
            && long.TryParse(
                Text(json, what), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long digits))
        {
            return digits;
        }

        throw Unexpected(json, what);
    }

    /// <summary>A number; the strings <c>nan</c>, <c>inf</c> and <c>-inf</c> count as numbers.</summary>
    public static double Real(JsonNode? json)
    {
        if (json is JsonValue value)
        {
            switch (value.GetValueKind())
            {
                case JsonValueKind.Number:
                    if (value.TryGetValue(out double direct)
                        || double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out direct))
                    {
                        return double.IsFinite(direct) ? direct : throw Unexpected(json, "a number below 1.8e308");
                    }

                    break;
                case JsonValueKind.String:
                    return Text(json, "a number") switch
                    {
                        "nan" => double.NaN,
                        "inf" => double.PositiveInfinity,
                        "-inf" => double.NegativeInfinity,
                        _ => throw Unexpected(json, "a number, \"nan\", \"inf\" or \"-inf\""),
                    };
                default:
                    break;
            }
        }

        throw Unexpected(json, "a number");
    }

    public static FormatException Unexpected(JsonNode? json, string what) =>
        new($"Expected {what}, but found {Shown(json)}.");

    public static JsonValue Number<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            return JsonValue.Create(Element.ToInt64(value) != 0);
        }

        if (Element.IsFloating<T>())
        {
            double real = Element.ToDouble(value);
            return double.IsFinite(real) ? JsonValue.Create(real)
                : JsonValue.Create(double.IsNaN(real) ? "nan" : real > 0 ? "inf" : "-inf")!;
        }

        return typeof(T) == typeof(ulong)
            ? JsonValue.Create((ulong)Element.ToInt64(value))
            : JsonValue.Create(Element.ToInt64(value));
    }

    private static void Fill<T>(JsonNode? json, ReadOnlySpan<int> shape, T[] data, ref int at)
        where T : unmanaged
    {
        if (shape.Length == 0)
        {
            data[at++] = ReadNumber<T>(json);
            return;
        }

        JsonArray array = Expect<JsonArray>(json, $"an array of {shape[0]}");
        if (array.Count != shape[0])
        {
            throw new FormatException(
                $"Expected an array of {shape[0]}, but found one of {array.Count}: {Shown(json)}.");
        }

        foreach (JsonNode? item in array)
        {
            Fill(item, shape[1..], data, ref at);
        }
    }

    private static T ReadNumber<T>(JsonNode? json)
        where T : unmanaged
    {
        if (typeof(T) == typeof(bool))
        {
            JsonValueKind kind = json?.GetValueKind() ?? JsonValueKind.Null;
            return kind is JsonValueKind.True or JsonValueKind.False
                ? Element.FromInt64<T>(kind == JsonValueKind.True ? 1 : 0)
                : throw Unexpected(json, "true or false");
        }

        if (Element.IsFloating<T>())
        {
            double real = Real(json);
            T rounded = Element.FromDouble<T>(real);
            return double.IsFinite(real) && !double.IsFinite(Element.ToDouble(rounded))
                ? throw Unexpected(json, $"a number in the range of {Element.TypeOf<T>().Name()}")
                : rounded;
        }

        DType dtype = Element.TypeOf<T>();
        Int128 number = Integer(json, $"a whole number of type {dtype.Name()}");
        (Int128 minimum, Int128 maximum) = dtype.IntegerRange();
        return number >= minimum && number <= maximum
            ? Element.FromInt64<T>((long)(ulong)number)
            : throw Unexpected(json, $"a whole number of type {dtype.Name()}");
    }

    private static string Shown(JsonNode? json)
    {
        string text;
        try
        {
            text = json?.ToJsonString() ?? "null";
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            text = "text that is no JSON";
        }

        return text.Length <= ShownLength ? text : text[..ShownLength] + "…";
    }
}
