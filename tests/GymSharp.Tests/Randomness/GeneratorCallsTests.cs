using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class GeneratorCallsTests
{
    [Fact]
    public void Every_recorded_sequence_of_calls_draws_what_numpy_drew_and_ends_in_its_state()
    {
        int calls = 0;
        foreach (JsonNode? entry in GoldenData.Load("rng/generator_calls").AsArray())
        {
            string name = $"{entry!["name"]} with seed {entry["seed"]}";
            Rng rng = new(BigInteger.Parse(entry["seed"]!.ToString(), CultureInfo.InvariantCulture));
            foreach (JsonNode? call in entry["calls"]!.AsArray())
            {
                string[] expected = [.. GeneratorReplay.Expected(call!)];
                string[] actual = [.. GeneratorReplay.Perform(rng, call!)];
                Assert.True(
                    expected.AsSpan().SequenceEqual(actual),
                    $"{name}, {call!["m"]}: [{string.Join(' ', expected)}], got [{string.Join(' ', actual)}]");
                calls++;
            }

            AssertState(name, entry["final_state"]!, rng.State);
        }

        Assert.True(calls > 3000, $"Only {calls} calls were compared.");
    }

    private static void AssertState(string name, JsonNode expected, RngState actual)
    {
        Assert.Equal($"{name}: {expected["state"]}", $"{name}: {actual.State}");
        Assert.Equal(expected["inc"]!.ToString(), actual.Increment.ToString(CultureInfo.InvariantCulture));
        bool hasHalf = expected["has_uint32"]!.GetValue<int>() == 1;
        Assert.Equal(hasHalf, actual.HasUInt32);
        Assert.Equal(hasHalf ? expected["uinteger"]!.GetValue<uint>() : 0, actual.UInteger);
    }
}
