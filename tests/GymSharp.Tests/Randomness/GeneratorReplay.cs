using System.Globalization;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

/// <summary>Performs the recorded calls of NumPy's Generator and gives what they drew, as text.</summary>
internal static class GeneratorReplay
{
    public static IEnumerable<string> Expected(JsonNode call) =>
        call["out"]!.AsArray().Select(item => call["m"]!.GetValue<string>() is "integers" or "geometric"
            ? item!.GetValue<string>()
            : Text(GoldenData.Number(item!)));

    public static IEnumerable<string> Perform(Rng rng, JsonNode call) => call["m"]!.GetValue<string>() switch
    {
        "random" => Random(rng, call),
        "uniform" => Uniform(rng, call),
        "integers" => Integers(rng, call),
        "standard_normal" => StandardNormal(rng, call),
        "normal" => Repeat(call, () => rng.Normal(Argument(call, "loc"), Argument(call, "scale"))),
        "standard_exponential" => StandardExponential(rng, call),
        "exponential" => Repeat(call, () => rng.Exponential(Argument(call, "scale"))),
        "geometric" => Repeat(call, () => rng.Geometric(GoldenData.Number(call["p"]!))),
        "choice" => Choice(rng, call),
        "permutation" => Permutation(rng, call),
        "shuffle_list" or "shuffle_array" => Shuffle(rng, call["n"]!.GetValue<int>()),
        "shuffle_rows" => ShuffleRows(rng, call["rows"]!.GetValue<int>(), call["cols"]!.GetValue<int>()),
        string other => throw new InvalidOperationException($"The recording has a call '{other}' unknown here."),
    };

    public static int? Size(JsonNode call) => call["size"] switch
    {
        null => null,
        JsonArray shape => shape.Aggregate(1, (product, length) => product * length!.GetValue<int>()),
        JsonNode length => length.GetValue<int>(),
    };

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(item => GoldenData.Number(item!))];

    private static IEnumerable<string> Texts<T>(IEnumerable<T> values)
        where T : IConvertible => values.Select(value => Text(value.ToDouble(CultureInfo.InvariantCulture)));

    private static double Argument(JsonNode call, string name) => GoldenData.Number(call["args"]![name]!);

    private static string Word(JsonNode call, string name) => call["args"]![name]!.GetValue<string>();

    private static IEnumerable<string> Repeat<T>(JsonNode call, Func<T> draw)
    {
        for (int i = 0; i < (Size(call) ?? 1); i++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{draw():R}");
        }
    }

    private static IEnumerable<string> Repeat(JsonNode call, Func<long> draw) =>
        Enumerable.Range(0, Size(call) ?? 1).Select(_ => draw().ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Random(Rng rng, JsonNode call)
    {
        bool single = call["dtype"]!.GetValue<string>() == "float32";
        if (Size(call) is not int size)
        {
            return [Text(single ? rng.RandomSingle() : rng.Random())];
        }

        if (single)
        {
            float[] singles = new float[size];
            rng.Random(singles);
            return Texts(singles);
        }

        double[] doubles = new double[size];
        rng.Random(doubles);
        return Texts(doubles);
    }

    private static IEnumerable<string> Uniform(Rng rng, JsonNode call)
    {
        double[] low = Numbers(call["low"]!);
        double[] high = Numbers(call["high"]!);
        double[] values;
        if (low.Length == 1)
        {
            if (Size(call) is not int size)
            {
                return [Text(rng.Uniform(low[0], high[0]))];
            }

            values = new double[size];
            rng.Uniform(low[0], high[0], values);
            return Texts(values);
        }

        values = new double[Size(call) ?? low.Length];
        rng.Uniform(low, high, values);
        return Texts(values);
    }

    private static IEnumerable<string> StandardNormal(Rng rng, JsonNode call)
    {
        if (Word(call, "dtype") == "float32")
        {
            float[] singles = new float[Size(call)!.Value];
            rng.StandardNormal(singles);
            return Texts(singles);
        }

        double[] doubles = new double[Size(call)!.Value];
        rng.StandardNormal(doubles);
        return Texts(doubles);
    }

    private static IEnumerable<string> StandardExponential(Rng rng, JsonNode call)
    {
        ExponentialMethod method =
            Word(call, "method") == "inv" ? ExponentialMethod.Inverse : ExponentialMethod.Ziggurat;
        if (Word(call, "dtype") == "float32")
        {
            float[] singles = new float[Size(call)!.Value];
            rng.StandardExponential(singles, method);
            return Texts(singles);
        }

        double[] doubles = new double[Size(call)!.Value];
        rng.StandardExponential(doubles, method);
        return Texts(doubles);
    }

    private static IEnumerable<string> Choice(Rng rng, JsonNode call)
    {
        double[]? values = call["a"] is JsonArray list ? Numbers(list) : null;
        long population = values?.Length ?? long.Parse(call["a"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        double[]? probabilities = call["p"] is JsonArray weights ? Numbers(weights) : null;
        bool replace = call["replace"]!.GetValue<bool>();
        long[] indices = Size(call) is int size
            ? rng.Choice(population, size, replace, probabilities, call["shuffle"]!.GetValue<bool>())
            : [probabilities is null ? rng.Choice(population) : rng.Choice(probabilities)];
        return values is null ? Texts(indices) : Texts(indices.Select(index => values[index]));
    }

    private static IEnumerable<string> Permutation(Rng rng, JsonNode call) => call["x"] is JsonArray items
        ? Texts(rng.Permutation<double>(Numbers(items)))
        : Texts(rng.Permutation(call["x"]!.GetValue<long>()));

    private static IEnumerable<string> Shuffle(Rng rng, int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];
        rng.Shuffle<int>(items);
        return Texts(items);
    }

    private static IEnumerable<string> ShuffleRows(Rng rng, int rows, int columns)
    {
        int[] items = [.. Enumerable.Range(0, rows * columns)];
        rng.ShuffleRows<int>(items, columns);
        return Texts(items);
    }

    private static IEnumerable<string> Integers(Rng rng, JsonNode call) => call["dtype"]!.GetValue<string>() switch
    {
        "int8" => IntegerReplay.Perform<sbyte>(rng, call),
        "uint8" => IntegerReplay.Perform<byte>(rng, call),
        "int16" => IntegerReplay.Perform<short>(rng, call),
        "uint16" => IntegerReplay.Perform<ushort>(rng, call),
        "int32" => IntegerReplay.Perform<int>(rng, call),
        "uint32" => IntegerReplay.Perform<uint>(rng, call),
        "int64" => IntegerReplay.Perform<long>(rng, call),
        "uint64" => IntegerReplay.Perform<ulong>(rng, call),
        "bool" => IntegerReplay.PerformBool(rng, call),
        string other => throw new InvalidOperationException($"The recording has a type '{other}' unknown here."),
    };
}
