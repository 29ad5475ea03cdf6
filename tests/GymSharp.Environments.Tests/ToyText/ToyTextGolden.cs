using System.Globalization;
using System.Text.Json;
using GymSharp.Golden;
using GymSharp.Randomness;
using GymSharp.Registration;

namespace GymSharp.Environments.ToyText.Tests;

/// <summary>Reads the recordings of this family.</summary>
internal static class ToyTextGolden
{
    public static readonly string[] Ids =
    [
        "Blackjack-v1", "CliffWalking-v1", "CliffWalkingSlippery-v1", "FrozenLake-v1", "FrozenLake8x8-v1", "Taxi-v4",
    ];

    /// <summary>Recorded trajectories, for example <c>envs/Taxi-v4_rainy</c>.</summary>
    public static IEnumerable<string> Trajectories() => GoldenData.Names("envs")
        .Where(name => Ids.Contains(name["envs/".Length..].Split('_')[0]));

    /// <summary>Makes the environment that an entry was recorded with.</summary>
    public static Env Make(JsonElement entry, RenderMode renderMode = RenderMode.None) =>
        Gym.Make(entry.GetProperty("env_id").GetString()!, Options(entry.GetProperty("kwargs"), renderMode));

    public static MakeOptions Options(JsonElement kwargs, RenderMode renderMode)
    {
        Dictionary<string, object?> arguments = kwargs.EnumerateObject()
            .Where(property => property.Name != "max_episode_steps")
            .ToDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal);
        int? limit = kwargs.TryGetProperty("max_episode_steps", out JsonElement steps) ? steps.GetInt32() : null;
        return new MakeOptions { Arguments = arguments, MaxEpisodeSteps = limit, RenderMode = renderMode };
    }

    /// <summary>Asserts that a generator stands where the recording's stood.</summary>
    public static void AssertRng(JsonElement recorded, RngState actual, string where)
    {
        Assert.True(
            actual.State == UInt128.Parse(recorded.GetProperty("state").GetString()!, CultureInfo.InvariantCulture),
            $"{where}: the generator was drawn from more or less often.");
        bool hasHalf = recorded.GetProperty("has_uint32").GetInt32() == 1;
        Assert.Equal(hasHalf, actual.HasUInt32);
        if (hasHalf)
        {
            Assert.Equal(recorded.GetProperty("uinteger").GetUInt32(), actual.UInteger);
        }
    }

    /// <summary>Asserts that an info has the recorded entries in order, with integers and floats told apart.</summary>
    public static void AssertInfo(JsonElement recorded, Info actual, string where)
    {
        if (recorded.ValueKind == JsonValueKind.Null)
        {
            Assert.Empty(actual);
            return;
        }

        JsonProperty[] expected = [.. recorded.EnumerateObject()];
        Assert.Equal(expected.Select(property => property.Name), actual.Keys);
        foreach (JsonProperty property in expected)
        {
            if (property.Value.ValueKind == JsonValueKind.Array)
            {
                Assert.Equal(
                    property.Value.EnumerateArray().Select(item => item.GetSByte()),
                    actual.Get<sbyte[]>(property.Name));
            }
            else
            {
                Assert.True(
                    Value(property.Value)!.Equals(actual[property.Name]),
                    $"{where}: {property.Name} is {actual[property.Name]}, recorded was {property.Value}.");
            }
        }
    }

    /// <summary>Asserts that an observation, a number or a list of numbers, is the recorded one.</summary>
    public static void AssertObservation(JsonElement recorded, object actual, string where)
    {
        string expected = recorded.ValueKind == JsonValueKind.Array
            ? string.Join(',', recorded.EnumerateArray().Select(item => item.GetInt32()))
            : recorded.GetInt32().ToString(CultureInfo.InvariantCulture);
        string found = string.Join(',', (actual as object[] ?? [actual]).Cast<int>());
        Assert.True(expected == found, $"{where}: the observation is {found}, recorded was {expected}.");
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        _ => element.GetRawText().AsSpan().ContainsAny('.', 'e') ? element.GetDouble() : (object)element.GetInt32(),
    };
}
