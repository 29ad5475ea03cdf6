using System.Text.Json.Nodes;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

/// <summary>Compares spaces with the descriptions of the recordings.</summary>
internal static class GoldenSpaces
{
    /// <summary>What was raised, or null where a value is recorded.</summary>
    public static string? Error(JsonNode? recorded) =>
        recorded is JsonObject entry && entry.ContainsKey("error") ? entry["message"]!.GetValue<string>() : null;

    /// <summary>
    /// Checks that an action fails where Gymnasium's did, with the facts of its message, or gives what it gave.
    /// </summary>
    public static void AssertOutcome<T>(JsonNode recorded, Func<T> act, Action<T> check)
    {
        if (Error(recorded) is not { } message)
        {
            check(act());
            return;
        }

        Exception raised = Assert.ThrowsAny<Exception>(() => act());
        Assert.True(raised is ArgumentException or InvalidOperationException, raised.ToString());
        Assert.Equal(message, raised.Message.Length < message.Length
            ? raised.Message
            : raised.Message[..message.Length]);
    }

    /// <summary>Checks everything that a description tells.</summary>
    public static void AssertDescribes(JsonNode recorded, Space space)
    {
        Assert.Equal(recorded["repr"]!.GetValue<string>(), space.ToString());
        switch (recorded["type"]!.GetValue<string>())
        {
            case "Box":
                AssertBox(recorded, SpaceJson.Write(space));
                break;
            case "Discrete":
                JsonObject discrete = SpaceJson.Write(space);
                AssertSame(recorded, discrete, "n", "start", "dtype");
                break;
            case "MultiBinary":
                AssertSame(recorded, SpaceJson.Write(space), "shape");
                break;
            case "MultiDiscrete":
                AssertSame(recorded, SpaceJson.Write(space), "shape", "dtype", "nvec", "start");
                break;
            case "Text":
                AssertSame(recorded, SpaceJson.Write(space), "min_length", "max_length", "character_list");
                Assert.Equal(recorded["characters"]!.GetValue<string>(), ((TextSpace)space).Characters);
                break;
            case "Tuple":
                AssertParts(recorded, ((TupleSpace)space).Spaces);
                break;
            case "OneOf":
                AssertParts(recorded, ((OneOfSpace)space).Spaces);
                break;
            case "Dict":
                DictSpace dict = (DictSpace)space;
                JsonArray pairs = recorded["spaces"]!.AsArray();
                Assert.Equal(pairs.Select(pair => pair![0]!.GetValue<string>()), dict.Keys);
                Assert.All(pairs, pair => AssertDescribes(pair![1]!, dict[pair[0]!.GetValue<string>()]));
                break;
            case "Sequence":
                SequenceSpace sequence = (SequenceSpace)space;
                Assert.Equal(recorded["stack"]!.GetValue<bool>(), sequence.Stack);
                AssertDescribes(recorded["feature"]!, sequence.Feature);
                break;
            default:
                GraphSpace graph = (GraphSpace)space;
                AssertDescribes(recorded["node"]!, graph.NodeSpace);
                Assert.Equal(recorded["edge"] is null, graph.EdgeSpace is null);
                if (graph.EdgeSpace is not null)
                {
                    AssertDescribes(recorded["edge"]!, graph.EdgeSpace);
                }

                break;
        }
    }

    private static void AssertBox(JsonNode recorded, JsonObject written)
    {
        AssertSame(recorded, written, "shape", "dtype");
        foreach ((string side, string flags) in new[] { ("low", "bounded_below"), ("high", "bounded_above") })
        {
            JsonArray bounds = recorded[side]!.AsArray();
            JsonArray isBounded = recorded[flags]!.AsArray();
            string infinity = side == "low" ? "\"-inf\"" : "\"inf\"";
            int count = Math.Max(bounds.Count, written[side] is JsonArray several ? several.Count : 1);
            for (int i = 0; i < count; i++)
            {
                JsonNode own = written[side] is JsonArray array ? array[i]! : written[side]!;
                int at = Math.Min(i, bounds.Count - 1);
                bool bounded = isBounded[Math.Min(i, isBounded.Count - 1)]!.GetValue<bool>();
                Assert.Equal(bounded ? Tagged.Canonical(bounds[at]) : infinity, Tagged.Canonical(own));
            }
        }
    }

    private static void AssertParts(JsonNode recorded, IReadOnlyList<Space> spaces)
    {
        JsonArray parts = recorded["spaces"]!.AsArray();
        Assert.Equal(parts.Count, spaces.Count);
        for (int i = 0; i < spaces.Count; i++)
        {
            AssertDescribes(parts[i]!, spaces[i]);
        }
    }

    private static void AssertSame(JsonNode recorded, JsonObject written, params string[] members)
    {
        foreach (string member in members)
        {
            Assert.Equal(Tagged.Canonical(recorded[member]), Tagged.Canonical(written[member]));
        }
    }
}
