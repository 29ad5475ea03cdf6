using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class SeedingTests
{
    private static readonly JsonNode Recording = GoldenData.Load("rng/gymnasium_seeding");

    [Fact]
    public void Seeds_of_every_size_give_gymnasiums_generator_and_come_back()
    {
        JsonArray entries = Recording["ok"]!.AsArray();
        Assert.NotEmpty(entries);
        foreach (JsonNode? entry in entries)
        {
            (Rng rng, BigInteger seed) = Seeding.NpRandom(Parse(entry!["seed"]!));
            Assert.Equal(Parse(entry["returned_seed"]!), seed);
            Assert.Equal((UInt128)Parse(entry["state"]!), rng.State.State);
            Assert.Equal((UInt128)Parse(entry["inc"]!), rng.State.Increment);
            Assert.Equal(
                GeneratorReplay.Numbers(entry["random_5"]!), Enumerable.Range(0, 5).Select(_ => rng.Random()));
            Assert.Equal(
                GeneratorReplay.Numbers(entry["integers_100_5"]!),
                Enumerable.Range(0, 5).Select(_ => (double)rng.Integers(0, 100)));
        }
    }

    [Fact]
    public void Negative_seeds_are_refused_in_gymnasiums_words()
    {
        // The other recorded refusals are of arguments that are not integers; those do not compile here.
        JsonNode refusal = Recording["errors"]!.AsArray().Single(entry => entry!["argument"]!.ToString() == "-1")!;
        ArgumentOutOfRangeException error =
            Assert.Throws<ArgumentOutOfRangeException>(() => Seeding.NpRandom(BigInteger.MinusOne));
        Assert.StartsWith(refusal["raised"]!["message"]!.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_seed_the_returned_one_repeats_the_stream()
    {
        (Rng rng, BigInteger seed) = Seeding.NpRandom();
        (Rng other, BigInteger otherSeed) = Seeding.NpRandom();
        Assert.NotEqual(seed, otherSeed);
        Assert.NotEqual(rng.State, other.State);
        Assert.Equal(rng.State, Seeding.NpRandom(seed).Rng.State);
        Assert.NotEqual(Rng.FromOperatingSystem().State, Rng.FromOperatingSystem().State);
    }

    private static BigInteger Parse(JsonNode node) => BigInteger.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
