using GymSharp.Neural;
using GymSharp.Spaces;

namespace GymSharp.Learning.Views;

public sealed class EncodingTests
{
    [Fact]
    public void Numbers_are_converted() => Assert.Equal(
        [-1, 0.5f], Encode(new Box<double>(-2, 2, 2), new[] { -1, 0.5 }));

    [Fact]
    public void Choices_become_ones_among_zeros()
    {
        Assert.Equal([0, 0, 1], Encode(new Discrete(3, start: 5), 7));
        Assert.Equal([1, 0, 0, 0, 1], Encode(new MultiDiscrete([2, 3]), new long[] { 0, 2 }));
        Assert.Equal([1, 0, 1], Encode(new MultiBinary(3), new sbyte[] { 1, 0, 1 }));
    }

    [Fact]
    public void Parts_follow_each_other() => Assert.Equal(
        [0.5f, 0, 1, 3],
        Encode(
            new TupleSpace(
                new DictSpace(("a", new Box<float>(0, 1, 1)), ("b", new Discrete(2))), new Box<int>(0, 9, 1)),
            new object[] { new DictValue(("a", new[] { 0.5f }), ("b", 1)), new[] { 3 } }));

    [Fact]
    public void Pictures_of_bytes_are_scaled_and_turned()
    {
        Box<byte> space = new(0, 255, 2, 3, 4);
        byte[] planes = [.. Enumerable.Range(0, 24).Select(value => (byte)value)];
        ObservationEncoder encoder = ObservationEncoder.For(space);
        Assert.Equal(new Shape(3, 4, 2), encoder.Shape);
        float[] row = Encode(space, planes);
        for (int pixel = 0; pixel < 12; pixel++)
        {
            Assert.Equal(pixel / 255f, row[2 * pixel], 1e-7f);
            Assert.Equal((pixel + 12) / 255f, row[(2 * pixel) + 1], 1e-7f);
        }
    }

    [Fact]
    public void Channels_that_are_last_stay_there()
    {
        ObservationEncoder encoder = ObservationEncoder.For(new Box<bool>(false, true, 10, 10, 4));
        Assert.Equal(new Shape(10, 10, 4), encoder.Shape);
    }

    [Fact]
    public void A_space_without_fixed_length_is_refused() => Assert.Contains(
        "TransformObservation",
        Assert.Throws<ArgumentException>(() => ObservationEncoder.For(new SequenceSpace(new Discrete(2)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Indices_become_choices()
    {
        Assert.Equal(7, ActionDecoder.For(new Discrete(3, start: 5)).DecodeValue([2]));
        Assert.Equal(new long[] { 4, 1 }, ActionDecoder.For(new MultiDiscrete([2, 3], [3, 0])).DecodeValue([1, 1]));
        Assert.Equal(new sbyte[] { 1, 0 }, ActionDecoder.For(new MultiBinary(2)).DecodeValue([1, 0]));
    }

    [Fact]
    public void Numbers_are_clipped_and_whole_where_they_must_be()
    {
        Assert.Equal(
            new[] { -1f, 0.25f, 1f }, ActionDecoder.For(new Box<float>(-1, 1, 3)).DecodeValue([-7, 0.25f, 3]));
        Assert.Equal(new[] { 3, 9 }, ActionDecoder.For(new Box<int>(0, 9, 2)).DecodeValue([2.7f, 12]));
    }

    [Fact]
    public void Actions_of_another_kind_are_refused() =>
        Assert.Throws<ArgumentException>(() => ActionDecoder.For(new TupleSpace(new Discrete(2))));

    private static float[] Encode(Space space, object value)
    {
        ObservationEncoder encoder = ObservationEncoder.For(space);
        float[] row = new float[encoder.Size];
        encoder.EncodeValue(value, row);
        return row;
    }
}
