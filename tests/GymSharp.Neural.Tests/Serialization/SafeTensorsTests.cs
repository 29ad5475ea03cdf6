using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Serialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Serialization;

/// <summary>Files against the published description of the format, and damaged files.</summary>
public sealed class SafeTensorsTests
{
    [Fact]
    public void A_written_file_is_what_the_format_describes()
    {
        using ParameterSet set = Network(1);
        byte[] bytes = Written(set, new Dictionary<string, string> { ["step"] = "12" });
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0ul, length % 8);
        using JsonDocument header = JsonDocument.Parse(Encoding.UTF8.GetString(bytes, 8, (int)length));
        Assert.Equal("12", header.RootElement.GetProperty("__metadata__").GetProperty("step").GetString());
        int start = 8 + (int)length;
        int end = 0;
        foreach (Parameter parameter in set.Parameters)
        {
            JsonElement entry = header.RootElement.GetProperty(parameter.Name);
            Assert.Equal("F32", entry.GetProperty("dtype").GetString());
            int[] offsets = [.. entry.GetProperty("data_offsets").EnumerateArray().Select(x => x.GetInt32())];
            Assert.Equal(end, offsets[0]);
            end = offsets[1];
            Assert.Equal(4 * parameter.Shape.Length, end - offsets[0]);
        }

        Assert.Equal(bytes.Length, start + end);
        CheckLinear(set, header, bytes, start);
        CheckConvolution(set, header, bytes, start);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        using ParameterSet set = Network(1);
        using ParameterSet other = Network(2);
        Assert.NotEqual(set.Values.ToArray(), other.Values.ToArray());
        SafeTensors.Read(SafeTensorsFile.Open(Written(set)), other);
        Assert.Equal(set.Values.ToArray(), other.Values.ToArray());
    }

    [Fact]
    public void Half_precision_is_read()
    {
        byte[] data = new byte[8];
        BinaryPrimitives.WriteHalfLittleEndian(data, (Half)1.5f);
        BinaryPrimitives.WriteHalfLittleEndian(data.AsSpan(2), (Half)(-0.25f));
        BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(4), (short)(BitConverter.SingleToInt32Bits(3f) >> 16));
        BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(6), (short)(BitConverter.SingleToInt32Bits(-2f) >> 16));
        SafeTensorsFile file = SafeTensorsFile.Open(Bytes(
            """{"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[1,2],"data_offsets":[4,8]}}""",
            data));
        Assert.Equal([1.5f, -0.25f], file.Read("h"));
        Assert.Equal([3f, -2f], file.Read("b"));
        Assert.Equal([1L, 2L], file.ShapeOf("b"));
        Assert.Throws<KeyNotFoundException>(() => file.Read("c"));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"a":{"dtype":"Q9","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4)]
    [InlineData("""{"a":7}""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"__metadata__":{"x":3}}""", 0)]
    [InlineData("""{"a":""", 0)]
    [InlineData("""[]""", 0)]
    [InlineData("", 0)]
    public void A_damaged_header_is_refused(string header, int dataLength)
    {
        Exception error = Assert.Throws<InvalidDataException>(
            () => SafeTensorsFile.Open(Bytes(header, new byte[dataLength])));
        Assert.Contains("safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_are_read_or_refused_but_nothing_else_happens()
    {
        using ParameterSet set = Network(1);
        byte[] bytes = Written(set);
        Rng rng = new(5);
        int refused = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. bytes];
            if (i % 3 == 0)
            {
                damaged = damaged[..(int)rng.Integers(0, bytes.Length)];
            }
            else
            {
                damaged[rng.Integers(0, 600)] = (byte)rng.Integers(0, 256);
            }

            try
            {
                SafeTensorsFile file = SafeTensorsFile.Open(damaged);
                foreach (string name in file.Names)
                {
                    file.Read(name);
                }
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 1000, $"Only {refused} of 3000 damaged files were refused.");
    }

    [Fact]
    public void A_file_of_another_network_is_refused_with_all_reasons_and_changes_nothing()
    {
        using ParameterSet set = Network(1);
        using ParameterSet other = new();
        Mlp small = new(other, "head", new MlpOptions { Inputs = 3, Hidden = [2], Outputs = 2 }, new Rng(1));
        Assert.Equal(2, small.Outputs);
        float[] before = other.Values.ToArray();
        Exception error = Assert.Throws<InvalidDataException>(
            () => SafeTensors.Read(SafeTensorsFile.Open(Written(set)), other));
        Assert.Contains("head.0.weight", error.Message, StringComparison.Ordinal);
        Assert.Contains("head.2.weight", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, other.Values.ToArray());
    }

    // PyTorch's Linear keeps weight[output][input].
    private static void CheckLinear(ParameterSet set, JsonDocument header, byte[] bytes, int start)
    {
        Parameter weight = set.Parameters.First(parameter => parameter.Name == "head.0.weight");
        JsonElement entry = header.RootElement.GetProperty(weight.Name);
        Assert.Equal([6, 5], entry.GetProperty("shape").EnumerateArray().Select(x => x.GetInt32()));
        int first = start + entry.GetProperty("data_offsets")[0].GetInt32();
        float found = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(first + (4 * ((4 * 5) + 3))));
        Assert.Equal(weight.In(set)[(3 * 6) + 4], found);
    }

    // PyTorch's Conv2d keeps weight[output][input][row][column].
    private static void CheckConvolution(ParameterSet set, JsonDocument header, byte[] bytes, int start)
    {
        Parameter weight = set.Parameters.First(parameter => parameter.Name == "conv.weight");
        JsonElement entry = header.RootElement.GetProperty(weight.Name);
        Assert.Equal([4, 2, 3, 3], entry.GetProperty("shape").EnumerateArray().Select(x => x.GetInt32()));
        int first = start + entry.GetProperty("data_offsets")[0].GetInt32();
        int place = (((((3 * 2) + 1) * 3) + 2) * 3) + 1;
        float found = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(first + (4 * place)));
        Assert.Equal(weight.In(set)[((((2 * 3) + 1) * 2) + 1) * 4 + 3], found);
    }

    private static ParameterSet Network(ulong seed)
    {
        ParameterSet set = new();
        Rng rng = new(seed);
        Conv2d convolution = new(set, "conv", new Conv2dOptions(2, 4, 3), new Kaiming(), rng);
        Mlp head = new(set, "head", new MlpOptions { Inputs = 5, Hidden = [6], Outputs = 2 }, rng);
        Assert.Equal((2, 4), (head.Outputs, convolution.OutputShape(new Shape(3, 3, 2))[2]));
        return set;
    }

    private static byte[] Written(ParameterSet set, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, set, metadata);
        return stream.ToArray();
    }

    private static byte[] Bytes(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }
}
