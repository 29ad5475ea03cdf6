using System.Buffers;
using System.Text;
using System.Text.Json;
using GymSharp.Cli.Output;
using GymSharp.Spaces;

namespace GymSharp.Cli;

public sealed class ValueJsonTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1f, "0.10000000149011612")]
    [InlineData(1.0, "1")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.NaN, "\"nan\"")]
    [InlineData(double.PositiveInfinity, "\"inf\"")]
    [InlineData(double.NegativeInfinity, "\"-inf\"")]
    public void A_number_is_the_shortest_decimal_that_reads_back(double number, string text)
    {
        Assert.Equal(text, Written(json => ValueJson.WriteNumber(json, number)));
        if (double.IsFinite(number))
        {
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(number),
                BitConverter.DoubleToInt64Bits(JsonSerializer.Deserialize<double>(text)));
        }
    }

    [Fact]
    public void Arrays_are_nested_by_shape()
    {
        Box<float> box = new(-1, 1, 2, 3);
        Assert.Equal("[[0,1,2],[3,4,5]]", Written(json => new ValueJson(false).Write(json, box, new float[] { 0, 1, 2, 3, 4, 5 })));
    }

    [Fact]
    public void Composite_observations_keep_their_form()
    {
        DictSpace space = new(("place", new Discrete(4)), ("view", new TupleSpace(new Box<double>(0, 1, 1), new MultiBinary(2))));
        space.Seed(1);
        string text = Written(json => new ValueJson(false).Write(json, space, space.SampleValue()));
        using JsonDocument parsed = JsonDocument.Parse(text);
        Assert.Equal(["place", "view"], parsed.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(2, parsed.RootElement.GetProperty("view").GetArrayLength());
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
