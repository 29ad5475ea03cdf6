using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class SpacePropertyTests
{
    private const int Draws = 3;

    [Fact]
    public void Samples_belong_to_the_space() => Check(SpaceGenerators.Seeded, (space, _) =>
        Assert.All(Sample(space), value => Assert.True(space.ContainsValue(value))));

    [Fact]
    public void Unflattening_gives_back_what_was_flattened() => Check(SpaceGenerators.Seeded, (space, _) =>
    {
        if (HasFlatForm(space))
        {
            Assert.All(Sample(space), value =>
            {
                object back = SpaceUtilities.Unflatten(space, SpaceUtilities.Flatten(space, value));
                Assert.True(ValueComparer.Instance.Equals(value, back), Tagged.Write(space, value));
            });
        }
    });

    [Fact]
    public void Flat_values_belong_to_the_flat_space() => Check(SpaceGenerators.Flattenable, (space, _) =>
    {
        Space flatSpace = SpaceUtilities.FlattenSpace(space);
        Assert.Equal([SpaceUtilities.FlatDimension(space)], flatSpace.Shape);
        Assert.All(Sample(space), value =>
        {
            Array flat = (Array)SpaceUtilities.Flatten(space, value);
            Assert.Equal(flatSpace.Shape![0], flat.Length);

            // The flat form of a one-of is at least int64, as in Gymnasium, even where its flat space has a smaller
            // type.
            object fitting = flatSpace.CoerceValue(flat);
            Assert.True(flatSpace.ContainsValue(fitting), $"{flatSpace} lacks {new NdArray(flat, flat.Length)}");
        });
    });

    [Fact]
    public void Values_written_as_json_are_read_back() => Check(SpaceGenerators.Seeded, (space, _) =>
    {
        object[] values = Sample(space);
        Assert.All(values, value => Assert.True(
            ValueComparer.Instance.Equals(value, space.ValueFromJson(Reparsed(space.ValueToJson(value))))));
        Assert.Equal(values, space.ValuesFromJson(Reparsed(space.ValuesToJson(values))), ValueComparer.Instance);
    });

    [Fact]
    public void A_description_read_back_draws_the_same_samples() => Check(SpaceGenerators.Seeded, (space, seed) =>
    {
        Space read = SpaceJson.Read(SpaceJson.Write(space).ToJsonString());
        Assert.Equal(space, read);
        Assert.Equal(space.GetHashCode(), read.GetHashCode());
        Assert.Equal(space.ToString(), read.ToString());
        Assert.Equal(space.SeedWith(seed), read.SeedWith(seed));
        Assert.Equal(Written(space, Sample(space)), Written(read, Sample(read)));
    });

    [Fact]
    public void The_reported_seeds_draw_the_same_samples() => Check(SpaceGenerators.Seeded, (space, seed) =>
    {
        SpaceSeed used = space.SeedWith(seed);
        object[] values = Sample(space);
        Assert.Equal(used, space.SeedWith(used));
        Assert.Equal(values, Sample(space), ValueComparer.Instance);
    });

    [Fact]
    public void A_clone_goes_on_equally_and_independently() => Check(SpaceGenerators.Seeded, (space, _) =>
    {
        Sample(space);
        Space clone = space.Clone();
        object[] values = Sample(space);
        Assert.Equal(space, clone);
        Assert.Equal(values, Sample(clone), ValueComparer.Instance);
        Assert.Equal(Sample(space), Sample(clone), ValueComparer.Instance);
    });

    [Fact]
    public void Batches_belong_to_the_batched_space_and_split_again() => Check(SpaceGenerators.Seeded, (space, _) =>
    {
        Space batched = SpaceUtilities.BatchSpace(space, Draws);
        Assert.True(batched.ContainsValue(batched.SampleValue()));
        object[] values = Sample(space);
        object batch = SpaceUtilities.Concatenate(space, values);
        Assert.True(batched.ContainsValue(batch), $"{batched}: {Tagged.Write(batched, batch)}");
        Assert.Equal(values, SpaceUtilities.Split(space, batch), ValueComparer.Instance);
        Assert.Equal(Draws, SpaceUtilities.Iterate(batched, batch).Count());
    });

    [Fact]
    public void Coercing_a_value_changes_nothing() => Check(SpaceGenerators.Seeded, (space, _) =>
        Assert.All(Sample(space), value =>
            Assert.True(ValueComparer.Instance.Equals(value, space.CoerceValue(value)))));

    private static void Check(Arbitrary<(Space Space, ulong Seed)> spaces, Action<Space, ulong> holds) =>
        Prop.ForAll(spaces, pair =>
        {
            pair.Space.Seed(pair.Seed);
            holds(pair.Space, pair.Seed);
        }).QuickCheckThrowOnFailure();

    // A one-of pads its alternatives to one length, so each must have one.
    private static bool HasFlatForm(Space space) => space switch
    {
        OneOfSpace => space.IsFlattenable,
        TupleSpace tuple => tuple.Spaces.All(HasFlatForm),
        DictSpace dict => dict.Spaces.All(pair => HasFlatForm(pair.Value)),
        SequenceSpace sequence => HasFlatForm(sequence.Feature),
        _ => true,
    };

    private static object[] Sample(Space space) => [.. Enumerable.Range(0, Draws).Select(_ => space.SampleValue())];

    private static IEnumerable<string> Written(Space space, object[] values) =>
        values.Select(value => Tagged.Write(space, value));

    private static JsonNode? Reparsed(JsonNode? json) => JsonNode.Parse(json?.ToJsonString() ?? "null");
}
