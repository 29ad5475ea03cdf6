using System.Numerics;
using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class SpaceBehaviourTests
{
    [Fact]
    public void Sampling_a_discrete_space_allocates_nothing()
    {
        Discrete discrete = new(4);
        discrete.Seed(1);
        sbyte[] mask = [1, 0, 1, 1];
        double[] weights = [0.25, 0.25, 0.25, 0.25];
        int sum = discrete.Sample() + discrete.SampleMasked(mask) + discrete.SampleWeighted(weights);
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                sum += discrete.Sample() + discrete.SampleMasked(mask) + discrete.SampleWeighted(weights);
            }
        }));
        Assert.InRange(sum, 1, 500_000);
    }

    [Fact]
    public void Sampling_arrays_into_the_callers_memory_allocates_nothing()
    {
        Box<float> bounded = new(-1f, 1f, 8);
        Box<double> mixed = Box<double>.FromDoubles([double.NegativeInfinity, 0, -1], [double.PositiveInfinity, 1, 5]);
        MultiDiscrete choices = new([3, 4, 5]);
        float[] single = new float[8];
        double[] real = new double[3];
        long[] numbers = new long[3];
        Draw(1);
        Assert.Equal(0, Allocations.Of(() => Draw(1000)));
        Assert.True(bounded.Contains(single) && mixed.Contains(real) && choices.Contains(numbers));

        void Draw(int times)
        {
            for (int i = 0; i < times; i++)
            {
                bounded.SampleInto(single);
                mixed.SampleInto(real);
                choices.SampleInto(numbers);
            }
        }
    }

    [Fact]
    public void Types_are_promoted_as_numpy_promotes_them()
    {
        Assert.Equal(DType.Int16, DTypes.Promote(DType.Int8, DType.UInt8));
        Assert.Equal(DType.Int64, DTypes.Promote(DType.UInt32, DType.Int8));
        Assert.Equal(DType.Float64, DTypes.Promote(DType.UInt64, DType.Int64));
        Assert.Equal(DType.Float32, DTypes.Promote(DType.Float16, DType.UInt16));
        Assert.Equal(DType.Float64, DTypes.Promote(DType.Float32, DType.Int32));
        Assert.Equal(DType.UInt8, DTypes.Promote(DType.Bool, DType.UInt8));
        Assert.Equal(DType.Float32, DTypes.ResultType(DType.UInt16, DType.Int8, DType.Float32));
        Assert.Equal(DType.Float64, DTypes.Promote(DTypes.Promote(DType.UInt16, DType.Int8), DType.Float32));
        Assert.False(DTypes.CanCast(DType.Int64, DType.Int32));
        Assert.True(DTypes.CanCast(DType.Int64, DType.Float64));
    }

    [Fact]
    public void Related_values_are_coerced_where_nothing_is_lost()
    {
        Assert.Equal([0.5f, 0.25f], new Box<float>(0f, 1f, 2).Coerce(new[] { 0.5, 0.25 }));
        Assert.Equal([0.5f], new Box<float>(0f, 1f).Coerce(0.5));
        Assert.Equal([1f, 2f, 3f, 4f], new Box<float>(0f, 9f, 2, 2).Coerce(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }));
        Assert.Equal((byte[])[1, 2], new Box<byte>(0, 9, 2).Coerce(new List<object> { 1L, 2.0 }));
        Assert.Equal(3, new Discrete(5).Coerce(3L));
        Assert.Equal(3, new Discrete(5).Coerce(3.0));
        Assert.Equal(3, new Discrete(5).Coerce(new[] { 3f }));
        Assert.Equal([3L, 0L], new MultiDiscrete([5, 2]).Coerce(new[] { 3, 0 }));
        Assert.Equal((sbyte[])[1, 0], new MultiBinary(2).Coerce(new[] { true, false }));
        Assert.Equal(new object[] { 1, "a" }, new TupleSpace(new Discrete(2), new TextSpace(3)).Coerce((1L, "a")));
        Assert.Equal(
            new OneOfValue(1, 2), new OneOfSpace(new TextSpace(1), new Discrete(3)).Coerce(new object[] { 1, 2L }));
    }

    [Fact]
    public void What_would_be_lost_is_refused_by_name()
    {
        AssertRefused(() => new Discrete(5).Coerce(2.5), "double", "Discrete(5)");
        AssertRefused(() => new Discrete(5).Coerce(BigInteger.Pow(2, 40)), "does not fit int");
        AssertRefused(() => new Discrete(5).Coerce("2"), "string", "whole number");
        AssertRefused(() => new Box<byte>(0, 9, 2).Coerce(new[] { 1.5, 2 }), "double[]", "uint8");
        AssertRefused(() => new Box<float>(0f, 1f, 2).Coerce(new[] { 1.0, 0, 0 }), "(3,)", "(2,)");
        AssertRefused(() => new Box<float>(0f, 1f, 2, 2).Coerce(new NdArray(new float[4], 4)), "(4,)", "(2, 2)");
        AssertRefused(() => new MultiBinary(2).Coerce(new[] { 1, 2 }), "int[]");
        AssertRefused(() => new TupleSpace(new Discrete(2)).Coerce(new object[] { 1, 1 }), "2 parts; 1");
        AssertRefused(() => new DictSpace(("a", new Discrete(2))).Coerce(new DictValue(("b", 1))), "keys b; a");
    }

    [Fact]
    public void A_plain_dictionary_is_sorted_and_pairs_keep_their_order()
    {
        Dictionary<string, Space> plain = new() { ["b"] = new Discrete(2), ["a"] = new Discrete(3) };
        Assert.Equal("Dict('a': Discrete(3), 'b': Discrete(2))", new DictSpace(plain).ToString());
        Assert.Equal(
            "Dict('b': Discrete(2), 'a': Discrete(3))",
            new DictSpace(("b", new Discrete(2)), ("a", new Discrete(3))).ToString());
        Assert.Equal(new DictSpace(plain), new DictSpace(("b", new Discrete(2)), ("a", new Discrete(3))));
    }

    [Fact]
    public void Large_arrays_are_summarised_as_numpy_does()
    {
        double[] low = new double[1001];
        low[0] = -1;
        Assert.Equal(
            "Box([-1.  0.  0. ...  0.  0.  0.], 1.0, (1001,), float64)",
            new Box<double>(low, [.. Enumerable.Repeat(1.0, 1001)]).ToString());
    }

    [Fact]
    public void Numbers_far_apart_are_written_with_exponents_as_numpy_does() => Assert.Equal(
        "Box([1.000e-05 1.234e+02], inf, (2,), float64)",
        new Box<double>([1e-5, 123.4], [double.PositiveInfinity, double.PositiveInfinity]).ToString());

    [Fact]
    public void Setting_the_number_of_edges_without_an_edge_space_warns()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            new GraphSpace(new Discrete(3), null).Sample(2, 1);
        }

        Assert.Equal(["The number of edges is set (1) but the edge space is None."], warnings);
    }

    [Fact]
    public void A_box_whose_bounds_are_too_far_apart_says_so_when_sampled() => Assert.Contains(
        "Range exceeds valid bounds",
        Assert.Throws<InvalidOperationException>(
            () => new Box<double>(double.MinValue, double.MaxValue).Sample()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_alternative_without_elements_is_padded_with_zeros()
    {
        OneOfSpace space = new(new Box<double>(2, 3, 2), new TextSpace(0, 0));
        Assert.Equal("Box(0.0, [1. 3. 3.], (3,), float64)", SpaceUtilities.FlattenSpace(space).ToString());
        object flat = SpaceUtilities.Flatten(space, new OneOfValue(1, ""));
        Assert.Equal([1L, 0L, 0L], (long[])flat);
        Assert.Equal(new OneOfValue(1, ""), SpaceUtilities.Unflatten(space, flat));
    }

    [Fact]
    public void Dictionaries_of_values_are_equal_when_their_entries_are()
    {
        DictValue left = new(("a", new[] { 1f, 2f }), ("b", new object[] { 1, "x" }));
        DictValue right = new(("b", new object[] { 1, "x" }), ("a", new[] { 1f, 2f }));
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, new DictValue(("a", new[] { 1f, 3f }), ("b", new object[] { 1, "x" })));
        Assert.Contains(
            "There is no 'c'; there is: a, b.", Assert.Throws<KeyNotFoundException>(() => left["c"]).Message);
        Assert.Throws<ArgumentException>(() => new DictValue(("a", 1), ("a", 2)));
    }

    private static void AssertRefused(Action act, params string[] facts)
    {
        string message = Assert.Throws<ArgumentException>(act).Message;
        Assert.All(facts, fact => Assert.Contains(fact, message, StringComparison.Ordinal));
    }
}
