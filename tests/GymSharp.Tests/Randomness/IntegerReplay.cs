using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

/// <summary>Performs the recorded calls of <c>integers</c> in one element type.</summary>
internal static class IntegerReplay
{
    public static IEnumerable<string> Perform<T>(Rng rng, JsonNode call)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        (BigInteger[] low, BigInteger[] high) = Bounds(call);
        bool endpoint = call["endpoint"]!.GetValue<bool>();

        // A bound of 2^bits does not fit the type; the closed interval below it does.
        if (!endpoint && high.Any(bound => bound > BigInteger.CreateChecked(T.MaxValue)))
        {
            high = [.. high.Select(bound => bound - 1)];
            endpoint = true;
        }

        return Draw(rng, call, [.. low.Select(T.CreateChecked)], [.. high.Select(T.CreateChecked)], endpoint)
            .Select(value => value.ToString("D", CultureInfo.InvariantCulture));
    }

    public static IEnumerable<string> PerformBool(Rng rng, JsonNode call)
    {
        (BigInteger[] low, BigInteger[] high) = Bounds(call);
        BigInteger open = call["endpoint"]!.GetValue<bool>() ? 0 : 1;
        bool[] last = [.. high.Select(bound => bound - open == 1)];
        return Draw(rng, call, [.. low.Select(bound => bound == 1)], last, endpoint: true)
            .Select(value => value ? "1" : "0");
    }

    private static T[] Draw<T>(Rng rng, JsonNode call, T[] low, T[] high, bool endpoint)
        where T : unmanaged
    {
        int? size = GeneratorReplay.Size(call);
        T[] values = new T[size ?? low.Length];
        if (call["array_bounds"]!.GetValue<bool>())
        {
            rng.Integers<T>(low, high, values, endpoint);
        }
        else if (size is not null)
        {
            rng.Integers(low[0], high[0], values.AsSpan(), endpoint);
        }
        else if (low[0] is long first && high[0] is long last)
        {
            values[0] = (T)(object)rng.Integers(first, last, endpoint);
        }
        else
        {
            values[0] = rng.Integers(low[0], high[0], endpoint);
        }

        return values;
    }

    private static (BigInteger[] Low, BigInteger[] High) Bounds(JsonNode call)
    {
        BigInteger[] low = Parse(call["low"]!);
        return call["high"] is JsonNode high ? (low, Parse(high)) : ([0], low);
    }

    private static BigInteger[] Parse(JsonNode list) =>
        [.. list.AsArray().Select(item => BigInteger.Parse(item!.ToString(), CultureInfo.InvariantCulture))];
}
