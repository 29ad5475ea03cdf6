using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;

namespace GymSharp.Tests.Wrappers;

/// <summary>Spaces and values of the recordings.</summary>
internal static class GoldenSpace
{
    /// <summary>Makes a space from its description.</summary>
    public static Space Read(JsonNode description)
    {
        string type = description["type"]!.GetValue<string>();
        return type switch
        {
            "Discrete" => new Discrete(description["n"]!.GetValue<int>(), description["start"]!.GetValue<int>()),
            "MultiBinary" => new MultiBinary(Ints(description["shape"]!)),
            "MultiDiscrete" => new MultiDiscrete(
                [.. Ints(description["nvec"]!).Select(n => (long)n)],
                [.. Ints(description["start"]!).Select(n => (long)n)],
                Ints(description["shape"]!)),
            "Tuple" => new TupleSpace([.. description["spaces"]!.AsArray().Select(part => Read(part!))]),
            "Dict" => new DictSpace(description["spaces"]!.AsArray()
                .Select(pair => new KeyValuePair<string, Space>(pair![0]!.GetValue<string>(), Read(pair[1]!))).ToList()),
            "Box" => description["dtype"]!.GetValue<string>() switch
            {
                "float32" => Box<float>(description),
                "float64" => Box<double>(description),
                "float16" => Box<Half>(description),
                "uint8" => Box<byte>(description),
                "int8" => Box<sbyte>(description),
                "int32" => Box<int>(description),
                "int64" => Box<long>(description),
                string other => throw new NotSupportedException(other),
            },
            _ => throw new NotSupportedException(type),
        };
    }

    /// <summary>Makes a value of a space.</summary>
    public static object Value(Space space, JsonNode json) => space switch
    {
        TupleSpace tuple => tuple.Spaces.Select((part, i) => Value(part, json[i]!)).ToArray(),
        DictSpace dict => new DictValue(
            json.AsObject().Select(entry => new KeyValuePair<string, object>(entry.Key, Value(dict[entry.Key], entry.Value!)))),
        Discrete => (int)GoldenData.Number(json),
        MultiBinary => json.AsArray().Select(item => (sbyte)GoldenData.Number(item!)).ToArray(),
        MultiDiscrete => json.AsArray().Select(item => (long)GoldenData.Number(item!)).ToArray(),
        Box<float> => json.AsArray().Select(item => (float)GoldenData.Number(item!)).ToArray(),
        Box<byte> => json.AsArray().Select(item => (byte)GoldenData.Number(item!)).ToArray(),
        _ => throw new NotSupportedException(space.ToString()),
    };

    /// <summary>Demands that a value is the recorded one, to the last bit.</summary>
    public static void AssertEqual(JsonNode expected, object actual, string where)
    {
        switch (actual)
        {
            case DictValue dict:
                JsonObject entries = expected.AsObject();
                Assert.Equal(entries.Select(entry => entry.Key).Order(), dict.Keys.Order());
                Assert.All(entries, entry => AssertEqual(entry.Value!, dict[entry.Key], $"{where}.{entry.Key}"));
                break;
            case object[] parts:
                Assert.Equal(expected.AsArray().Count, parts.Length);
                Assert.All(Enumerable.Range(0, parts.Length), i => AssertEqual(expected[i]!, parts[i], $"{where}[{i}]"));
                break;
            case Array numbers:
                // A box of the shape () is recorded as a number and held as an array of one.
                double[] wanted = expected is JsonArray array
                    ? [.. array.Select(item => GoldenData.Number(item!))]
                    : [GoldenData.Number(expected)];
                double[] found = [.. numbers.Cast<object>().Select(AsDouble)];
                Assert.True(wanted.AsSpan().SequenceEqual(found), $"{where}: expected [{string.Join(", ", wanted)}], got [{string.Join(", ", found)}]");
                break;
            default:
                Assert.True(
                    GoldenData.Number(expected).Equals(AsDouble(actual)), $"{where}: expected {expected.ToJsonString()}, got {actual}");
                break;
        }
    }

    /// <summary>Demands that an info is the recorded one; the clock's entry is not recorded.</summary>
    public static void AssertInfo(JsonObject expected, Info actual, string where)
    {
        Assert.Equal(expected.Select(entry => entry.Key).Order(), actual.Keys.Where(key => key != "t").Order());
        foreach (KeyValuePair<string, JsonNode?> entry in expected)
        {
            if (entry.Value is JsonObject inner)
            {
                AssertInfo(inner, actual.Get<Info>(entry.Key), $"{where}.{entry.Key}");
            }
            else
            {
                AssertEqual(entry.Value!, actual[entry.Key], $"{where}.{entry.Key}");
            }
        }
    }

    private static double AsDouble(object number) => number is Half half
        ? (double)half
        : Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture);

    private static Box<T> Box<T>(JsonNode description)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        int[] shape = Ints(description["shape"]!);
        T[] low = Bounds<T>(description["low"]!, shape);
        T[] high = Bounds<T>(description["high"]!, shape);
        return shape.Length == 0 ? GymSharp.Spaces.Box<T>.Scalar(low[0], high[0]) : new Box<T>(low, high, shape);
    }

    private static T[] Bounds<T>(JsonNode bounds, int[] shape)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T[] values = bounds is JsonArray array
            ? [.. array.Select(item => T.CreateTruncating(GoldenData.Number(item!)))]
            : [T.CreateTruncating(GoldenData.Number(bounds))];
        int size = shape.Aggregate(1, (product, axis) => product * axis);
        return values.Length == size ? values : [.. Enumerable.Repeat(values[0], size)];
    }

    private static int[] Ints(JsonNode node) => node is JsonArray array
        ? [.. array.Select(item => (int)GoldenData.Number(item!))]
        : [(int)GoldenData.Number(node)];
}
