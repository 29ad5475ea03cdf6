using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class LongStreamTests
{
    [Fact]
    public void A_million_numbers_of_each_kind_have_the_hash_of_numpys()
    {
        JsonArray streams = GoldenData.Load("rng/long_streams").AsArray();
        Assert.Equal(21, streams.Count);
        foreach (JsonNode? stream in streams)
        {
            (byte[] bytes, double[] values) = Draw(stream!);
            string name = $"{stream!["m"]} {stream["dtype"]} with seed {stream["seed"]}";
            AssertValues(name, stream, values);
            string hash = Hash(bytes);
            Assert.Equal($"{name}: {stream["sha256_little_endian"]}", $"{name}: {hash}");
        }
    }

    [Fact]
    public void A_million_logarithms_have_the_hash_of_numpys()
    {
        // Recorded from NumPy 1.24.2, standard_exponential(1000000, method="inv"), on a processor with fused
        // multiply-add, which the C library's log1p uses where it can.
        Rng rng = new(7);
        double[] doubles = new double[1_000_000];
        rng.StandardExponential(doubles, ExponentialMethod.Inverse);
        float[] singles = new float[1_000_000];
        rng.StandardExponential(singles, ExponentialMethod.Inverse);
        Assert.Equal(
            "26cb05c561b9cb5e766d869e4cd173fcb80b841cbe719a79f17376703ef2b429",
            Hash(MemoryMarshal.AsBytes(doubles.AsSpan())));
        Assert.Equal(
            "c5e0370533cc1dc14da999b101963a41f82e2c369a95a6cae45b4e3fe3a56fa5",
            Hash(MemoryMarshal.AsBytes(singles.AsSpan())));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Compared before the hash, because they say where a difference is.
    private static void AssertValues(string name, JsonNode stream, double[] values)
    {
        double[] thousandths = GeneratorReplay.Numbers(stream["every_1000th"]!);
        for (int i = 0; i < thousandths.Length; i++)
        {
            Assert.True(thousandths[i].Equals(values[1000 * i]), $"{name} at {1000 * i}: {values[1000 * i]:R}");
        }

        JsonArray positions = stream["tail_index"]!.AsArray();
        double[] tail = GeneratorReplay.Numbers(stream["tail_value"]!);
        for (int i = 0; i < tail.Length; i++)
        {
            int position = positions[i]!.GetValue<int>();
            Assert.True(tail[i].Equals(values[position]), $"{name} in the tail at {position}: {values[position]:R}");
        }
    }

    private static (byte[] Bytes, double[] Values) Draw(JsonNode stream)
    {
        Rng rng = new(ulong.Parse(stream["seed"]!.ToString()));
        int count = stream["n"]!.GetValue<int>();
        string method = stream["m"]!.GetValue<string>();
        switch (stream["dtype"]!.GetValue<string>())
        {
            case "float64":
                double[] doubles = new double[count];
                FillDoubles(rng, method, doubles);
                return (MemoryMarshal.AsBytes(doubles.AsSpan()).ToArray(), doubles);
            case "float32":
                float[] singles = new float[count];
                FillSingles(rng, method, singles);
                return (MemoryMarshal.AsBytes(singles.AsSpan()).ToArray(), [.. singles]);
            default:
                Assert.Equal("geometric_0.25", method);
                long[] integers = new long[count];
                for (int i = 0; i < count; i++)
                {
                    integers[i] = rng.Geometric(0.25);
                }

                return (MemoryMarshal.AsBytes(integers.AsSpan()).ToArray(), [.. integers]);
        }
    }

    private static void FillDoubles(Rng rng, string method, double[] destination)
    {
        switch (method)
        {
            case "random":
                rng.Random(destination);
                break;
            case "standard_normal":
                rng.StandardNormal(destination);
                break;
            default:
                Assert.Equal("standard_exponential", method);
                rng.StandardExponential(destination);
                break;
        }
    }

    private static void FillSingles(Rng rng, string method, float[] destination)
    {
        switch (method)
        {
            case "random":
                rng.Random(destination);
                break;
            case "standard_normal":
                rng.StandardNormal(destination);
                break;
            default:
                Assert.Equal("standard_exponential", method);
                rng.StandardExponential(destination);
                break;
        }
    }
}
