using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class LegacyRngTests
{
    private static readonly JsonNode Recording = GoldenData.Load("rng/randomstate");

    [Fact]
    public void Keys_and_words_after_seeding_equal_numpy()
    {
        JsonArray entries = Recording["mt19937"]!.AsArray();
        Assert.NotEmpty(entries);
        foreach (JsonNode? entry in entries)
        {
            LegacyRng rng = new(Parse(entry!["seed"]!));
            uint[] key = rng.State.Key.ToArray();
            Assert.Equal(Words(entry["key_first_8"]!), key[..8]);
            Assert.Equal(
                entry["key_sum_mod_2_32"]!.GetValue<uint>(), key.Aggregate(0u, (sum, word) => unchecked(sum + word)));
            uint[] words = [.. Enumerable.Range(0, 640).Select(_ => rng.NextUInt32())];
            Assert.Equal(Words(entry["uint32_first_20"]!), words[..20]);
            Assert.Equal(Words(entry["uint32_620_to_640"]!), words[620..640]);
        }
    }

    [Fact]
    public void Every_recorded_sequence_of_calls_draws_what_numpy_drew()
    {
        JsonArray cases = Recording["cases"]!.AsArray();
        Assert.NotEmpty(cases);
        foreach (JsonNode? entry in cases)
        {
            LegacyRng rng = new(Parse(entry!["seed"]!));
            foreach (JsonNode? call in entry["calls"]!.AsArray())
            {
                double[] expected = GeneratorReplay.Numbers(call!["out"]!);
                double[] actual = Perform(rng, call);
                Assert.True(
                    expected.AsSpan().SequenceEqual(actual),
                    $"{entry["name"]} seed {entry["seed"]} {call["m"]}: [{string.Join(' ', actual)}]");
            }
        }
    }

    [Fact]
    public void Seeds_out_of_range_are_refused()
    {
        Assert.Contains(
            "between 0 and 2**32 - 1", Assert.Throws<ArgumentOutOfRangeException>(() => new LegacyRng(-1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegacyRng(1UL << 32));
        Assert.Contains(
            "non-empty", Assert.Throws<ArgumentException>(() => new LegacyRng(ReadOnlySpan<uint>.Empty)).Message);
    }

    [Fact]
    public void A_list_seed_gives_the_published_reference_output()
    {
        // First outputs of mt19937ar.c by Matsumoto and Nishimura, which seeds with this list.
        LegacyRng rng = new([0x123, 0x234, 0x345, 0x456]);
        uint[] words = [.. Enumerable.Range(0, 5).Select(_ => rng.NextUInt32())];
        Assert.Equal(new uint[] { 1067595299, 955945823, 477289528, 4107218783, 4228976476 }, words);
    }

    [Fact]
    public void State_clone_and_bytes_continue_the_stream_with_its_kept_normal_number()
    {
        LegacyRng rng = new(3);
        rng.StandardNormal();
        LegacyRngState state = rng.State;
        byte[] bytes = new byte[LegacyRng.SerializedLength];
        Assert.Equal(bytes.Length, rng.WriteTo(bytes));
        LegacyRng[] copies = [rng.Clone(), LegacyRng.ReadFrom(bytes), new(9) { State = state }];
        double[] expected = rng.Randn(701);
        foreach (LegacyRng copy in copies)
        {
            Assert.Equal(state, copy.State);
            Assert.Equal(expected, copy.Randn(701));
            Assert.Equal(rng.State, copy.State);
            Assert.NotEqual(state, copy.State);
        }
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_change_nothing()
    {
        LegacyRng rng = new(3);
        LegacyRngState before = rng.State;
        byte[] bytes = new byte[LegacyRng.SerializedLength];
        rng.WriteTo(bytes);
        bytes[LegacyRngState.KeyLength * 4] = 0x71;
        Assert.Throws<ArgumentException>(() => rng.RestoreFrom(bytes));
        Assert.Throws<ArgumentException>(() => rng.RestoreFrom(bytes.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => rng.WriteTo(bytes.AsSpan(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegacyRngState(new uint[624], 625));
        Assert.Throws<ArgumentException>(() => new LegacyRngState(new uint[623], 0));
        Assert.Equal(before, rng.State);
    }

    [Fact]
    public void Bad_arguments_are_refused_and_draw_nothing()
    {
        LegacyRng rng = new(3);
        LegacyRngState before = rng.State;
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.RandInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.RandInt(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.RandomIntegers(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Choice(0));
        Assert.Throws<ArgumentException>(() => rng.Choice([0.5, 0.4]));
        Assert.Throws<ArgumentException>(() => rng.Choice(3, 4, replace: false));
        Assert.Throws<ArgumentException>(() => rng.Choice(3, 2, replace: false, [1.0, 0.0, 0.0]));
        Assert.Throws<ArgumentException>(() => rng.Uniform(0.0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Exponential(-1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Normal(0.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.Rand(-1));
        Assert.Equal(before, rng.State);
    }

    private static double[] Perform(LegacyRng rng, JsonNode call) => call["m"]!.GetValue<string>() switch
    {
        "rand" => call["n"] is JsonNode count ? rng.Rand(count.GetValue<int>()) : [rng.Rand()],
        "randint" => RandInt(rng, call),
        "random_integers" => [.. Enumerable.Range(0, GeneratorReplay.Size(call) ?? 1)
            .Select(_ => (double)rng.RandomIntegers(Bound(call, "low"), Bound(call, "high")))],
        "choice" => Choice(rng, call),
        "randn" => rng.Randn(call["args"]![0]!.GetValue<int>()),
        "standard_normal" => [.. Enumerable.Range(0, call["args"]![0]!.GetValue<int>())
            .Select(_ => rng.StandardNormal())],
        "uniform" => Uniform(rng, call["args"]!),
        "permutation" => [.. rng.Permutation(call["args"]![0]!.GetValue<long>())],
        "exponential" => [.. Enumerable.Range(0, call["args"]![1]!.GetValue<int>())
            .Select(_ => rng.Exponential(GoldenData.Number(call["args"]![0]!)))],
        string other => throw new InvalidOperationException($"The recording has a call '{other}' unknown here."),
    };

    private static double[] RandInt(LegacyRng rng, JsonNode call)
    {
        long low = call["high"] is null ? 0 : Bound(call, "low");
        long high = Bound(call, call["high"] is null ? "low" : "high");
        if (GeneratorReplay.Size(call) is not int size)
        {
            return [call["high"] is null ? rng.RandInt(high) : rng.RandInt(low, high)];
        }

        long[] values = new long[size];
        rng.RandInt(low, high, values);
        return [.. values];
    }

    private static double[] Choice(LegacyRng rng, JsonNode call)
    {
        double[]? values = call["a"] is JsonArray list ? GeneratorReplay.Numbers(list) : null;
        double[]? probabilities = call["p"] is JsonArray weights ? GeneratorReplay.Numbers(weights) : null;
        long population = values?.Length ?? call["a"]!.GetValue<long>();
        long[] indices = GeneratorReplay.Size(call) is int size
            ? rng.Choice(population, size, call["replace"]!.GetValue<bool>(), probabilities)
            : [rng.Choice(population)];
        return [.. indices.Select(index => values is null ? index : values[index])];
    }

    private static double[] Uniform(LegacyRng rng, JsonNode arguments)
    {
        double[] values = new double[arguments[2]!.GetValue<int>()];
        rng.Uniform(GoldenData.Number(arguments[0]!), GoldenData.Number(arguments[1]!), values);
        return values;
    }

    private static long Bound(JsonNode call, string name) => (long)Parse(call[name]!);

    private static uint[] Words(JsonNode list) => [.. list.AsArray().Select(word => (uint)Parse(word!))];

    private static BigInteger Parse(JsonNode node) => BigInteger.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
