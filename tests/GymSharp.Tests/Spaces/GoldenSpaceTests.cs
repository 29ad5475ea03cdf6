using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class GoldenSpaceTests
{
    private static readonly JsonArray Cases = GoldenData.Load("spaces/spaces").AsArray();

    public static TheoryData<string> Names => [.. Cases.Select(entry => entry!["name"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_and_repr_are_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        Space space = Make(entry);
        GoldenSpaces.AssertDescribes(entry["space"]!, space);
        Assert.Equal(entry["is_np_flattenable"]!.GetValue<bool>(), space.IsFlattenable);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Seeds_and_samples_are_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        foreach (JsonNode? run in entry["seeded"]!.AsArray())
        {
            Space space = Make(entry);
            SpaceSeed used = space.SeedWith(SpaceSeed.Of(run!["seed"]!.GetValue<long>()));
            Assert.Equal(Tagged.ReadSeed(run["seed_return"]!), used);
            AssertSamples(run["samples"]!, space, () => space.SampleValue());
        }

        foreach (JsonNode? run in entry["other_seeds"]!.AsArray())
        {
            Space space = Make(entry);
            SpaceSeed seed = Tagged.ReadSeed(run!["seed"]!);
            if (GoldenSpaces.Error(run["seed_return"]) is not null)
            {
                string message = Assert.Throws<ArgumentException>(() => space.SeedWith(seed)).Message;
                Assert.Contains(seed.Keys is null
                    ? $"actual length of seeds: {seed.Parts!.Count}"
                    : $"not {seed}", message);
                continue;
            }

            SpaceSeed used = space.SeedWith(seed);
            Assert.Equal(Tagged.ReadSeed(run["seed_return"]!), used);
            AssertSamples(run["samples"]!, space, () => space.SampleValue());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Masks_and_probabilities_draw_what_gymnasium_draws(string name)
    {
        JsonObject entry = Case(name);
        foreach (string kind in new[] { "mask", "probability" })
        {
            foreach (JsonNode? run in entry[kind == "mask" ? "masks" : "probabilities"]!.AsArray())
            {
                Space space = Make(entry);
                space.Seed(run!["seed"]!.GetValue<ulong>());
                object? given = Tagged.Read(run[kind]);
                Func<object> draw = kind == "mask"
                    ? () => space.SampleValue(given)
                    : () => space.SampleValue(null, given);
                AssertSamples(run["samples"]!, space, draw);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Graphs_of_given_sizes_are_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        foreach (JsonNode? run in entry["sample_kwargs"]!.AsArray())
        {
            GraphSpace space = (GraphSpace)Make(entry);
            space.Seed(run!["seed"]!.GetValue<ulong>());
            JsonObject arguments = run["kwargs"]!.AsObject();
            int nodes = arguments["num_nodes"]?.GetValue<int>() ?? 10;
            int? edges = arguments["num_edges"]?.GetValue<int>();
            AssertSamples(run["samples"]!, space, () => space.Sample(nodes, edges));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Membership_is_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        Space space = Make(entry);
        foreach (JsonNode? question in entry["contains"]!.AsArray())
        {
            bool answer = space.ContainsValue(Tagged.Read(question!["x"]));
            bool expected = question["result"]!.GetValue<bool>();
            Assert.True(answer == expected, $"{space} contains {question.ToJsonString()}: {answer}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Flat_forms_are_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        Space space = Make(entry);
        GoldenSpaces.AssertOutcome(
            entry["flatdim"]!,
            () => SpaceUtilities.LongFlatDimension(space),
            length => Assert.Equal(Tagged.Read(entry["flatdim"]), length));
        if (entry["flatten_space"] is { } flatSpace)
        {
            GoldenSpaces.AssertOutcome(
                flatSpace,
                () => SpaceUtilities.FlattenSpace(space),
                flat => GoldenSpaces.AssertDescribes(flatSpace, flat));
        }

        space.Seed(0);
        foreach (JsonNode? sample in entry["flatten"]!.AsArray())
        {
            object value = space.SampleValue();
            Assert.Equal(Tagged.Canonical(sample!["sample"]), Tagged.Write(space, value));
            GoldenSpaces.AssertOutcome(sample["flat"]!, () => SpaceUtilities.Flatten(space, value), flat =>
            {
                Space flatForm = SpaceUtilities.FlattenSpace(space);
                Assert.Equal(Tagged.Canonical(sample["flat"]), Tagged.WriteFlat(flatForm, flat));
                object back = SpaceUtilities.Unflatten(space, flat);
                Assert.Equal(Tagged.Canonical(sample["unflattened"]), Tagged.Write(space, back));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batch_json_is_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        Space space = Make(entry);
        space.Seed(0);
        object[] values = [space.SampleValue(), space.SampleValue(), space.SampleValue()];
        JsonNode json = space.ValuesToJson(values);
        JsonNode expected = entry["to_jsonable"]!;

        // Gymnasium cannot write a dictionary inside of a one-of; this library can.
        if (GoldenSpaces.Error(expected) is null)
        {
            Assert.Equal(Tagged.Canonical(expected), Tagged.Canonical(json));
        }

        bool countIsLost = space is TupleSpace { Spaces.Count: 0 } or DictSpace { Keys.Count: 0 };
        IReadOnlyList<object> read = space.ValuesFromJson(JsonNode.Parse(json.ToJsonString()));
        Assert.Equal(countIsLost
            ? []
            : values.Select(value => Tagged.Write(space, value)), read.Select(value => Tagged.Write(space, value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batched_spaces_are_gymnasiums(string name)
    {
        JsonObject entry = Case(name);
        Space space = Make(entry);
        Space batch = SpaceUtilities.BatchSpace(space, 3);
        GoldenSpaces.AssertDescribes(entry["batch_3"]!, batch);
        batch.Seed(0);
        AssertSamples(entry["batch_3_samples_seed0"]!, batch, () => batch.SampleValue());

        space.Seed(5);
        space.SampleValue();
        Space pair = SpaceUtilities.BatchSpace(space, 2);
        AssertSamples(entry["batch_2_of_seeded5_after_one_sample"]!, pair, () => pair.SampleValue());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_description_read_back_gives_an_equal_space(string name)
    {
        Space space = Make(Case(name));
        Space read = SpaceJson.Read(SpaceJson.Write(space).ToJsonString());
        Assert.Equal(space, read);
        Assert.Equal(space.GetHashCode(), read.GetHashCode());
        Assert.Equal(space.ToString(), read.ToString());
        space.Seed(3);
        read.Seed(3);
        Assert.Equal(Tagged.Write(space, space.SampleValue()), Tagged.Write(read, read.SampleValue()));
    }

    private static JsonObject Case(string name) =>
        Cases.First(entry => entry!["name"]!.GetValue<string>() == name)!.AsObject();

    private static Space Make(JsonObject entry) => SpaceJson.Read(entry["space"]);

    private static void AssertSamples(JsonNode expected, Space space, Func<object> draw)
    {
        if (GoldenSpaces.Error(expected) is not null)
        {
            GoldenSpaces.AssertOutcome(expected, draw, _ => { });
            return;
        }

        foreach (JsonNode? sample in expected.AsArray())
        {
            GoldenSpaces.AssertOutcome(
                sample!, draw, value => Assert.Equal(Tagged.Canonical(sample), Tagged.Write(space, value)));
        }
    }
}
