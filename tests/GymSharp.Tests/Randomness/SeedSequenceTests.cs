using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class SeedSequenceTests
{
    [Fact]
    public void Pools_states_children_and_generators_equal_numpy()
    {
        foreach (JsonNode? entry in GoldenData.Load("rng/seedsequence").AsArray())
        {
            SeedSequence root = FromSeed(entry!["seed"]!);
            AssertRecord(entry, root);
            SeedSequence[] children = root.Spawn(3);
            AssertRecords(entry["spawn"]!, children);
            AssertRecords(entry["spawn_again"]!, root.Spawn(2));
            AssertRecords(entry["spawn_of_child_1"]!, children[1].Spawn(2));
            Assert.Equal(5, root.ChildrenSpawned);
        }
    }

    [Fact]
    public void Raw_words_of_the_generator_and_its_first_child_equal_numpy()
    {
        foreach (JsonNode? entry in GoldenData.Load("rng/pcg64_raw").AsArray())
        {
            Rng rng = new(Parse(entry!["seed"]!));
            Rng child = rng.Spawn(1)[0];
            AssertWords(entry["random_raw_20"]!, rng);
            AssertWords(entry["child0_random_raw_5"]!, child);
        }
    }

    [Fact]
    public void A_child_equals_the_root_sequence_with_its_spawn_key()
    {
        SeedSequence child = new SeedSequence(12345).Spawn(3)[2].Spawn(1)[0];
        SeedSequence direct = new(new BigInteger(12345), [2, 0]);
        Assert.Equal(direct.GenerateState32(9), child.GenerateState32(9));
        Assert.Equal(new uint[] { 2, 0 }, child.SpawnKey);
        Assert.Equal(new BigInteger(12345), child.Entropy);
    }

    [Fact]
    public void A_clone_spawns_the_same_children_on_its_own()
    {
        SeedSequence original = new(7);
        original.Spawn(2);
        SeedSequence clone = original.Clone();
        SeedSequence[] expected = original.Spawn(2);
        SeedSequence[] actual = clone.Spawn(2);
        Assert.Equal(expected[1].GenerateState64(4), actual[1].GenerateState64(4));
        Assert.Equal(4, clone.ChildrenSpawned);
    }

    [Fact]
    public void Negative_seeds_small_pools_and_negative_counts_are_refused()
    {
        Assert.Contains(
            "non-negative", Assert.Throws<ArgumentOutOfRangeException>(() => new SeedSequence(-1)).Message, default);
        Assert.Contains(
            "at least 4",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SeedSequence(1, default, 3)).Message,
            default);
        SeedSequence sequence = new(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.Spawn(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sequence.GenerateState32(-1));
        Assert.Equal(0, sequence.ChildrenSpawned);
    }

    [Fact]
    public void Operating_system_seeds_differ_and_can_be_repeated()
    {
        SeedSequence first = SeedSequence.FromOperatingSystem();
        Assert.NotEqual(first.Entropy, SeedSequence.FromOperatingSystem().Entropy);
        Assert.Equal(first.GenerateState64(4), new SeedSequence(first.Entropy).GenerateState64(4));
    }

    private static SeedSequence FromSeed(JsonNode seed) => seed is JsonArray list
        ? new SeedSequence(list.Select(item => Parse(item!)).ToArray())
        : new SeedSequence(Parse(seed));

    private static void AssertRecords(JsonNode expected, SeedSequence[] actual)
    {
        Assert.Equal(expected.AsArray().Count, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            AssertRecord(expected[i]!, actual[i]);
        }
    }

    private static void AssertRecord(JsonNode expected, SeedSequence actual)
    {
        Assert.Equal(expected["spawn_key"]!.AsArray().Select(word => (uint)Parse(word!)), actual.SpawnKey);
        Assert.Equal(
            expected["pool_uint32"]!.AsArray().Select(word => (uint)Parse(word!)), actual.Pool.ToArray());
        Assert.Equal(
            expected["generate_state_uint32_8"]!.AsArray().Select(word => (uint)Parse(word!)),
            actual.GenerateState32(8));
        Assert.Equal(
            expected["generate_state_uint64_8"]!.AsArray().Select(word => (ulong)Parse(word!)),
            actual.GenerateState64(8));
        RngState state = new Rng(actual).State;
        Assert.Equal((UInt128)Parse(expected["pcg64_state"]!), state.State);
        Assert.Equal((UInt128)Parse(expected["pcg64_inc"]!), state.Increment);
    }

    private static void AssertWords(JsonNode expected, Rng rng)
    {
        foreach (JsonNode? word in expected.AsArray())
        {
            Assert.Equal((ulong)Parse(word!), rng.NextUInt64());
        }
    }

    private static BigInteger Parse(JsonNode node) =>
        BigInteger.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
