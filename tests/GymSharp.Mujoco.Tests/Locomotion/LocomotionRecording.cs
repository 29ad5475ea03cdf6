using System.Text.Json;
using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Mujoco.Tests.Locomotion;

/// <summary>A recording of one of Gymnasium's MuJoCo tasks.</summary>
internal static class LocomotionRecording
{
    /// <summary>The environment that a recording was made with.</summary>
    public static Env<double[], float[]> Make(JsonElement recording)
    {
        Dictionary<string, object?> keywords = new(StringComparer.Ordinal);
        foreach (string group in (string[])["kwargs", "make_kwargs"])
        {
            foreach (JsonProperty argument in recording.GetProperty(group).EnumerateObject())
            {
                keywords[argument.Name] = Value(argument.Value);
            }
        }

        using IDisposable quiet = GymLog.Capture(static _ => { });
        return Gym.Make<double[], float[]>(
            recording.GetProperty("env_id").GetString()!, MakeOptions.FromKeywords(keywords));
    }

    public static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(Number)];

    public static float[] Singles(JsonElement list) => [.. list.EnumerateArray().Select(one => (float)Number(one))];

    /// <summary>Complains about the first number that differs.</summary>
    public static void AssertSame(JsonElement expected, ReadOnlySpan<double> actual, string where)
    {
        double[] numbers = Doubles(expected);
        Assert.True(numbers.Length == actual.Length, $"{where}: {numbers.Length} numbers, got {actual.Length}.");
        for (int i = 0; i < numbers.Length; i++)
        {
            Assert.True(numbers[i] == actual[i], $"{where}, number {i}: {numbers[i]:R}, got {actual[i]:R}.");
        }
    }

    /// <summary>Compares all keys and values of an info.</summary>
    public static void AssertInfo(JsonElement expected, Info actual, string where)
    {
        JsonProperty[] entries = expected.ValueKind == JsonValueKind.Null ? [] : [.. expected.EnumerateObject()];
        Assert.Equal(entries.Select(entry => entry.Name), actual.Keys);
        foreach (JsonProperty entry in entries)
        {
            if (entry.Value.ValueKind == JsonValueKind.Array)
            {
                AssertSame(entry.Value, actual.Get<double[]>(entry.Name), $"{where}, {entry.Name}");
            }
            else
            {
                double number = actual.Get<double>(entry.Name);
                Assert.True(Number(entry.Value) == number, $"{where}, {entry.Name}: {entry.Value}, got {number:R}.");
            }
        }
    }

    /// <summary>Compares a box's bounds and text.</summary>
    public static void AssertSpace<T>(JsonElement expected, Space<T[]> actual)
        where T : unmanaged
    {
        Box<T> box = Assert.IsType<Box<T>>(actual);
        Assert.Equal(expected.GetProperty("repr").GetString(), actual.ToString());
        int length = expected.GetProperty("shape")[0].GetInt32();
        Assert.Equal([length], actual.Shape!);
        AssertBounds(Doubles(expected.GetProperty("low")), box.Low);
        AssertBounds(Doubles(expected.GetProperty("high")), box.High);
    }

    // One number stands for all where all are the same.
    private static void AssertBounds<T>(double[] expected, T[] actual)
        where T : unmanaged =>
        Assert.Equal(
            actual.Select((_, i) => expected[expected.Length == 1 ? 0 : i]),
            actual.Select(bound => Convert.ToDouble(bound)));

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.NaN,
        }
        : element.GetDouble();

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        _ => element.TryGetInt64(out long whole) ? whole : element.GetDouble(),
    };
}
