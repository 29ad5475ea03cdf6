using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.Golden;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class FrozenLakeMapTests
{
    [Fact]
    public void Random_maps_equal_the_recorded_ones()
    {
        using JsonDocument document = GoldenData.Open("envs/frozen_lake_random_maps");
        Assert.NotEmpty(document.RootElement.EnumerateArray());
        foreach (JsonElement recorded in document.RootElement.EnumerateArray())
        {
            Assert.Equal(
                recorded.GetProperty("map").EnumerateArray().Select(row => row.GetString()),
                FrozenLakeMaps.Random(
                    recorded.GetProperty("size").GetInt32(),
                    recorded.GetProperty("p").GetDouble(),
                    recorded.GetProperty("seed").GetUInt64()));
        }
    }

    [Fact]
    public void Random_maps_have_a_start_a_goal_and_a_path() => Prop.ForAll(
        Gen.Zip(Gen.Choose(2, 9), Gen.Choose(0, 100_000)).ToArbitrary(),
        pair =>
        {
            (int size, int seed) = pair;
            IReadOnlyList<string> map = FrozenLakeMaps.Random(size, 0.6, (ulong)seed);
            Assert.Equal(size, map.Count);
            Assert.All(map, row => Assert.Equal(size, row.Length));
            Assert.Equal('S', map[0][0]);
            Assert.Equal('G', map[^1][^1]);
            Assert.Contains((size * size) - 1, Reachable(new FrozenLakeEnv(map, isSlippery: false)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Certainly_frozen_maps_have_no_hole() =>
        Assert.All(FrozenLakeMaps.Random(6, 7.5, 1), row => Assert.DoesNotContain('H', row));

    [Fact]
    public void Without_a_seed_maps_differ() => Assert.NotEqual(
        string.Concat(FrozenLakeMaps.Random(20)), string.Concat(FrozenLakeMaps.Random(20)));

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(0, 0.8)]
    [InlineData(4, 0.0)]
    [InlineData(4, -0.5)]
    [InlineData(4, double.NaN)]
    public void Maps_that_cannot_exist_are_refused(int size, double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FrozenLakeMaps.Random(size, p));

    [Fact]
    public void A_map_that_does_not_turn_up_is_given_up()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => FrozenLakeMaps.Random(8, 1e-9, 0));
        Assert.Contains("Raise p", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_maps_are_found_by_name()
    {
        Assert.Equal(["4x4", "8x8"], FrozenLakeMaps.Names);
        Assert.Equal(["SFFF", "FHFH", "FFFH", "HFFG"], FrozenLakeMaps.Named("4x4"));
        Assert.Equal(8, FrozenLakeMaps.Named("8x8").Count);
    }

    // Walks the table of a lake without slipping; a hole leads nowhere.
    private static HashSet<int> Reachable(FrozenLakeEnv env)
    {
        HashSet<int> seen = [0];
        Queue<int> frontier = new(seen);
        while (frontier.TryDequeue(out int state))
        {
            for (int action = 0; action < 4; action++)
            {
                int next = env.Transitions.Outcomes(state, action)[0].NextState;
                if (seen.Add(next))
                {
                    frontier.Enqueue(next);
                }
            }
        }

        return seen;
    }
}
