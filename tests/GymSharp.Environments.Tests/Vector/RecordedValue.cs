using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;

namespace GymSharp.Environments.Vector;

/// <summary>Compares values with recordings, bit for bit.</summary>
internal static class RecordedValue
{
    /// <summary>Compares a value, an info included.</summary>
    public static void Equal(JsonNode? expected, object? actual, string where)
    {
        switch (expected, actual)
        {
            case (null, null):
                return;
            case (null, _) or (_, null):
                Assert.Fail($"{where}: expected {expected?.ToJsonString() ?? "null"}, got {actual ?? "null"}");
                return;
            case (JsonObject entries, Info info):
                Equal(entries, info, where);
                return;
            case (JsonArray list, object?[] items):
                Items(list, items, where);
                return;
            case (JsonArray list, IReadOnlyList<Info> infos):
                Items(list, [.. infos], where);
                return;
            case (JsonArray list, IEnumerable numbers):
                Items(list, [.. numbers.Cast<object>()], where);
                return;
            default:
                Assert.True(IsSame(expected!, actual!), $"{where}: expected {expected!.ToJsonString()}, got {actual}");
                return;
        }
    }

    private static void Items(JsonArray expected, object?[] actual, string where)
    {
        Assert.True(expected.Count == actual.Length, $"{where}: expected {expected.Count} items, got {actual.Length}");
        for (int i = 0; i < actual.Length; i++)
        {
            Equal(expected[i], actual[i], $"{where}[{i}]");
        }
    }

    private static void Equal(JsonObject expected, Info actual, string where)
    {
        // Wall-clock time is not recorded.
        string[] keys = [.. actual.Keys.Where(key => key != "t")];
        Assert.True(
            expected.Select(entry => entry.Key).Order(StringComparer.Ordinal).SequenceEqual(keys.Order(StringComparer.Ordinal)),
            $"{where}: expected the keys {string.Join(", ", expected.Select(entry => entry.Key))}, got {string.Join(", ", keys)}");
        foreach (string key in keys)
        {
            Equal(expected[key], actual[key], $"{where}.{key}");
        }
    }

    private static bool IsSame(JsonNode expected, object actual) => expected.GetValueKind() switch
    {
        JsonValueKind.True => actual is true,
        JsonValueKind.False => actual is false,
        _ when actual is bool flag => GoldenData.Number(expected) == (flag ? 1 : 0),
        _ => BitConverter.DoubleToInt64Bits(GoldenData.Number(expected))
            == BitConverter.DoubleToInt64Bits(Convert.ToDouble(actual, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>NumPy's name for the type of a batched array, without the shape.</summary>
    public static string TypeName(object array) => array switch
    {
        float[] => "float32",
        double[] => "float64",
        long[] => "int64",
        int[] => "int32",
        sbyte[] => "int8",
        byte[] => "uint8",
        bool[] => "bool",
        object?[] => "object",
        _ => array.GetType().Name,
    };

    /// <summary>The element type in a recorded type such as <c>ndarray[float32][4, 4]</c>.</summary>
    public static string ElementOf(JsonNode type)
    {
        string text = type.GetValue<string>();
        return text[(text.IndexOf('[') + 1)..text.IndexOf(']')];
    }

    /// <summary>The text of a recorded space.</summary>
    public static void EqualSpace(JsonNode expected, Space actual) =>
        Assert.Equal(expected["repr"]!.GetValue<string>(), actual.ToString());
}
