using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Learning.Options;

/// <summary>Named values to and from JSON: booleans, numbers, text and lists of those.</summary>
public static class JsonValues
{
    /// <summary>
    /// Reads one value: whole numbers become <c>long</c>, others <c>double</c>, lists <c>object?[]</c>.
    /// </summary>
    public static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => list.Select(FromJson).ToArray(),
        JsonObject => throw new FormatException(
            "An object is not a value here; a boolean, a number, text or a list was expected."),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => node.GetValue<string>(),
            _ => Number(node.ToJsonString()),
        },
    };

    /// <summary>Reads what stands after <c>name=</c> on a command line: JSON, or else text as it is.</summary>
    public static object? FromText(string text)
    {
        try
        {
            return FromJson(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Writes values by name.</summary>
    public static JsonObject ToJson(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        JsonObject json = [];
        foreach ((string name, object? value) in values)
        {
            json[name] = Node(value);
        }

        return json;
    }

    /// <summary>Reads values by name.</summary>
    public static IReadOnlyDictionary<string, object?> ToDictionary(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.ToDictionary(entry => entry.Key, entry => FromJson(entry.Value), StringComparer.Ordinal);
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        Array list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
        double number when !double.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        double or float => JsonValue.Create(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? (object)whole
            : double.Parse(text, CultureInfo.InvariantCulture);
}
