using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.Randomness;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class SpaceJsonFuzzTests
{
    private const int MutationsPerSpace = 20;

    private static readonly string[] Junk =
    [
        "null", "true", "false", "0", "-1", "2.5", "1e999", "-1e-400", "123456789012345678901234567890", "\"\"",
        "\"inf\"", "\"nan\"", "\"\\ud800\"", "\"Box\"", "[]", "[[]]", "{}", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}",
        "[1,[2,[3]]]",
        "2147483648", "-9223372036854775809", "[100000,100000,100000]", "{\"type\":\"Tuple\",\"spaces\":[]}",
    ];

    [Fact]
    public void A_damaged_description_gives_a_space_or_a_format_error() => Check((space, rng) =>
    {
        JsonObject description = SpaceJson.Write(space);
        AssertReads(Structural(description, rng), json => SpaceJson.Read(json));
        AssertReads(Textual(description.ToJsonString(), rng), json => SpaceJson.Read(json));
    });

    [Fact]
    public void A_damaged_value_gives_a_value_or_a_format_error() => Check((space, rng) =>
    {
        JsonNode? value = space.ValueToJson(space.SampleValue());
        AssertReads(Structural(value, rng), json => space.ValueFromJson(JsonNode.Parse(json)));
        AssertReads(Textual(value?.ToJsonString() ?? "null", rng), json => space.ValueFromJson(JsonNode.Parse(json)));
    });

    [Fact]
    public void A_damaged_batch_gives_values_or_a_format_error() => Check((space, rng) =>
    {
        JsonNode values = space.ValuesToJson([space.SampleValue(), space.SampleValue()]);
        AssertReads(Structural(values, rng), json => space.ValuesFromJson(JsonNode.Parse(json)));
    });

    [Theory]
    [InlineData("""{"type":"Box","shape":[3],"dtype":"int8","low":-200,"high":1}""", "int8")]
    [InlineData("""{"type":"Box","shape":[3],"dtype":"float32","low":0}""", "'high' is missing")]
    [InlineData("""{"type":"Box","shape":[60000,60000],"dtype":"uint8","low":0,"high":1}""", "elements")]
    [InlineData("""{"type":"Discrete"}""", "'n' is missing")]
    [InlineData("""{"type":"Cube"}""", "'Cube' is not a type of space")]
    [InlineData("""{"type":"Dict","spaces":[["a",{"type":"MultiBinary","shape":[1,2,0]}]]}""", "(1, 2, 0)")]
    [InlineData("[", "not JSON")]
    public void A_refusal_says_what_is_wrong(string json, string fact) =>
        Assert.Contains(
            fact, Assert.Throws<FormatException>(() => SpaceJson.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Descriptions_nested_too_deep_are_refused()
    {
        JsonNode json = new JsonObject { ["type"] = "Discrete", ["n"] = 2 };
        for (int i = 0; i < 100; i++)
        {
            json = new JsonObject { ["type"] = "Tuple", ["spaces"] = new JsonArray(json) };
        }

        Assert.Contains(
            "deep", Assert.Throws<FormatException>(() => SpaceJson.Read(json)).Message, StringComparison.Ordinal);
    }

    private static void Check(Action<Space, Rng> attempt) =>
        Prop.ForAll(SpaceGenerators.Seeded, pair =>
        {
            pair.Space.Seed(pair.Seed);
            Rng rng = new(pair.Seed);
            for (int i = 0; i < MutationsPerSpace; i++)
            {
                attempt(pair.Space, rng);
            }
        }).QuickCheckThrowOnFailure();

    private static void AssertReads(string json, Func<string, object> read)
    {
        try
        {
            Assert.NotNull(read(json));
        }
        catch (FormatException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
        catch (JsonException)
        {
            // The text is not JSON at all: the parser's own error, before any reader of this library is asked.
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(json).Dispose());
        }
    }

    // Replaces one node of the tree by something else.
    private static string Structural(JsonNode? json, Rng rng)
    {
        JsonNode root = new JsonArray(json?.DeepClone());
        JsonNode node = root;
        while (true)
        {
            int count = node is JsonArray array ? array.Count : ((JsonObject)node).Count;
            int at = (int)rng.Integers(0L, count);
            JsonNode? child = node is JsonArray items ? items[at] : ((JsonObject)node).ElementAt(at).Value;
            bool canDescend = child is JsonArray { Count: > 0 } or JsonObject { Count: > 0 };
            if (canDescend && rng.Random() < 0.8)
            {
                node = child!;
                continue;
            }

            JsonNode mark = JsonValue.Create("#junk#");
            if (node is JsonArray list)
            {
                list[at] = mark;
            }
            else
            {
                JsonObject members = (JsonObject)node;
                members[members.ElementAt(at).Key] = mark;
            }

            string text = root.ToJsonString();
            return text[1..^1].Replace("\"#junk#\"", Junk[rng.Integers(0L, Junk.Length)], StringComparison.Ordinal);
        }
    }

    // Changes, removes or doubles characters.
    private static string Textual(string json, Rng rng)
    {
        StringBuilder text = new(json);
        int at = (int)rng.Integers(0L, text.Length);
        switch (rng.Integers(0L, 3))
        {
            case 0:
                text[at] = (char)rng.Integers((long)' ', '~');
                break;
            case 1:
                text.Remove(at, 1);
                break;
            default:
                text.Insert(at, text[at]);
                break;
        }

        return text.ToString();
    }
}
