using System.Buffers.Binary;
using System.Text;

namespace GymSharp.Neural.Tests.Serialization;

/// <summary>Runs an ONNX model by the published meaning of its operators, in double precision and without haste.</summary>
internal sealed class OnnxInterpreter
{
    private readonly ProtoReader graph;
    private readonly Dictionary<string, OnnxArray> arrays = [];

    public OnnxInterpreter(byte[] model)
    {
        ProtoReader root = new(model);
        Opset = root.Messages(8).Single().Integers(2).Single();
        IrVersion = root.Integers(1).Single();
        graph = root.Messages(7).Single();
        foreach (ProtoReader tensor in graph.Messages(5))
        {
            int[] shape = [.. tensor.Integers(1).Select(dimension => (int)dimension)];
            byte[] raw = tensor.Bytes(9);
            bool isFloat = tensor.Integers(2).Single() == 1;
            double[] values = isFloat
                ? [.. Enumerable.Range(0, raw.Length / 4).Select(i => (double)BinaryPrimitives.ReadSingleLittleEndian(raw.AsSpan(4 * i)))]
                : [.. Enumerable.Range(0, raw.Length / 8).Select(i => (double)BinaryPrimitives.ReadInt64LittleEndian(raw.AsSpan(8 * i)))];
            Assert.Equal(shape.Aggregate(1, (a, b) => a * b), values.Length);
            arrays[tensor.Texts(8).Single()] = new(shape, values);
        }
    }

    public long Opset { get; }

    public long IrVersion { get; }

    public IEnumerable<string> Operators => graph.Messages(1).Select(node => node.Texts(4).Single());

    public IEnumerable<string> Inputs => graph.Messages(11).Select(input => input.Texts(1).Single());

    public OnnxArray Run(OnnxArray input) => RunAll((Inputs.Single(), input)).Values.Single();

    public Dictionary<string, OnnxArray> RunAll(params (string Name, OnnxArray Array)[] given)
    {
        Assert.Equal(Inputs, given.Select(input => input.Name));
        foreach ((string name, OnnxArray array) in given)
        {
            arrays[name] = array;
        }

        foreach (ProtoReader node in graph.Messages(1))
        {
            OnnxArray[] inputs = [.. node.Texts(1).Select(name => arrays[name])];
            Dictionary<string, ProtoReader> attributes = node.Messages(5).ToDictionary(a => a.Texts(1).Single());
            arrays[node.Texts(2).Single()] = Evaluate(node.Texts(4).Single(), inputs, attributes);
        }

        return graph.Messages(12).Select(output => output.Texts(1).Single()).ToDictionary(name => name, name => arrays[name]);
    }

    private static OnnxArray Evaluate(string type, OnnxArray[] x, Dictionary<string, ProtoReader> attributes) => type switch
    {
        "Gemm" or "MatMul" => Gemm(x),
        "Identity" => x[0],
        "Cast" when attributes["to"].Integers(3)[0] == 7 => x[0].Map(Math.Truncate),
        "Gather" when attributes["axis"].Integers(3)[0] == 0 => Gather(x[0], x[1]),
        "Relu" => x[0].Map(v => Math.Max(v, 0)),
        "Tanh" => x[0].Map(Math.Tanh),
        "Sigmoid" => x[0].Map(v => 1 / (1 + Math.Exp(-v))),
        "Softplus" => x[0].Map(v => Math.Log(1 + Math.Exp(v))),
        "Exp" => x[0].Map(Math.Exp),
        "Gelu" => Gelu(x[0], Encoding.UTF8.GetString(attributes["approximate"].Bytes(4))),
        "Clip" => x[0].Map(v => Math.Clamp(v, x[1].Values[0], x[2].Values[0])),
        "Add" => x[0].Zip(x[1], (a, b) => a + b),
        "Sub" => x[0].Zip(x[1], (a, b) => a - b),
        "Mul" => x[0].Zip(x[1], (a, b) => a * b),
        "Reshape" => Reshape(x[0], x[1]),
        "Transpose" => x[0].Transpose(attributes["perm"].Integers(8)),
        "Conv" => Window(x, attributes, isMaximum: false),
        "MaxPool" => Window(x, attributes, isMaximum: true),
        "ReduceMean" => ReduceMean(x[0], (int)x[1].Values[0]),
        "ReduceSum" => ReduceMean(x[0], x[0].Rank - 1) is var mean && x[1].Values[0] == -1 && attributes["keepdims"].Integers(3)[0] == 0
            ? new(mean.Shape[..^1], [.. mean.Values.Select(v => v * x[0].Shape[^1])])
            : throw new NotSupportedException(type),
        "LayerNormalization" => LayerNormalization(x, attributes["epsilon"].Single(2)),
        "Concat" => Concat(x[0], x[1]),
        "Slice" => Slice(x),
        "Softmax" => Softmax(x[0], logarithm: false),
        "LogSoftmax" => Softmax(x[0], logarithm: true),
        _ => throw new NotSupportedException(type),
    };

    private static OnnxArray Gemm(OnnxArray[] x)
    {
        int rows = x[0].Shape[0];
        int inner = x[0].Shape[1];
        int columns = x[1].Shape[1];
        Assert.Equal(inner, x[1].Shape[0]);
        double[] y = new double[rows * columns];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Enumerable.Range(0, inner).Sum(
                k => x[0].Values[(i / columns * inner) + k] * x[1].Values[(k * columns) + (i % columns)]);
        }

        OnnxArray product = new([rows, columns], y);
        return x.Length > 2 ? product.Zip(x[2], (a, b) => a + b) : product;
    }

    private static OnnxArray Gather(OnnxArray table, OnnxArray indices)
    {
        double[][] rows = [.. table.Values.Chunk(table.Shape[1])];
        return new([.. indices.Shape, table.Shape[1]], [.. indices.Values.SelectMany(index => rows[(int)index])]);
    }

    private static OnnxArray Gelu(OnnxArray x, string approximate)
    {
        Assert.Equal("tanh", approximate);
        return x.Map(v => 0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + (0.044715 * v * v * v)))));
    }

    private static OnnxArray Reshape(OnnxArray x, OnnxArray shape)
    {
        int known = (int)shape.Values.Where(d => d > 0).Aggregate(1.0, (a, b) => a * b);
        return x with { Shape = [.. shape.Values.Select(d => d < 0 ? x.Length / known : (int)d)] };
    }

    private static OnnxArray Window(OnnxArray[] x, Dictionary<string, ProtoReader> attributes, bool isMaximum)
    {
        long[] kernel = attributes["kernel_shape"].Integers(8);
        long[] strides = attributes["strides"].Integers(8);
        long[] pads = attributes["pads"].Integers(8);
        int[] from = x[0].Shape;
        int outputs = isMaximum ? from[1] : x[1].Shape[0];
        int height = (int)((from[2] + pads[0] + pads[2] - kernel[0]) / strides[0]) + 1;
        int width = (int)((from[3] + pads[1] + pads[3] - kernel[1]) / strides[1]) + 1;
        OnnxArray result = new([from[0], outputs, height, width], new double[from[0] * outputs * height * width]);
        for (int i = 0; i < result.Length; i++)
        {
            int output = i / width / height % outputs;
            int sample = i / width / height / outputs;
            double value = isMaximum ? double.NegativeInfinity : x.Length > 2 ? x[2].Values[output] : 0;
            for (int k = 0; k < (isMaximum ? 1 : from[1]) * kernel[0] * kernel[1]; k++)
            {
                int column = (int)((i % width * strides[1]) - pads[1] + (k % kernel[1]));
                int row = (int)((i / width % height * strides[0]) - pads[0] + (k / kernel[1] % kernel[0]));
                int channel = isMaximum ? output : (int)(k / kernel[1] / kernel[0]);
                if (row < 0 || column < 0 || row >= from[2] || column >= from[3])
                {
                    continue;
                }

                double at = x[0].Values[(((((sample * from[1]) + channel) * from[2]) + row) * from[3]) + column];
                value = isMaximum
                    ? Math.Max(value, at)
                    : value + (at * x[1].Values[(output * from[1] * kernel[0] * kernel[1]) + k]);
            }

            result.Values[i] = value;
        }

        return result;
    }

    private static OnnxArray ReduceMean(OnnxArray x, int axis)
    {
        int inner = x.Shape[(axis + 1)..].Aggregate(1, (a, b) => a * b);
        int count = x.Shape[axis];
        int[] shape = [.. x.Shape];
        shape[axis] = 1;
        double[] values = [.. Enumerable.Range(0, x.Length / count).Select(i => Enumerable.Range(0, count)
            .Average(k => x.Values[(((i / inner * count) + k) * inner) + (i % inner)]))];
        return new(shape, values);
    }

    private static OnnxArray LayerNormalization(OnnxArray[] x, float epsilon) => Rows(x[0], row =>
    {
        double mean = row.Average();
        double deviation = Math.Sqrt(row.Average(v => (v - mean) * (v - mean)) + epsilon);
        return row.Select((v, i) => ((v - mean) / deviation * x[1].Values[i]) + x[2].Values[i]);
    });

    private static OnnxArray Softmax(OnnxArray x, bool logarithm) => Rows(x, row =>
    {
        double total = Math.Log(row.Sum(Math.Exp));
        return row.Select(v => logarithm ? v - total : Math.Exp(v - total));
    });

    private static OnnxArray Rows(OnnxArray x, Func<double[], IEnumerable<double>> function)
    {
        int width = x.Shape[^1];
        return x with { Values = [.. x.Values.Chunk(width).SelectMany(function)] };
    }

    private static OnnxArray Concat(OnnxArray x, OnnxArray y)
    {
        double[][] left = [.. x.Values.Chunk(x.Shape[1])];
        double[][] right = [.. y.Values.Chunk(y.Shape[1])];
        return new(
            [x.Shape[0], x.Shape[1] + y.Shape[1]], [.. left.Zip(right, (a, b) => a.Concat(b)).SelectMany(row => row)]);
    }

    private static OnnxArray Slice(OnnxArray[] x)
    {
        Assert.Equal(1, x[3].Values[0]);
        int first = (int)x[1].Values[0];
        int end = (int)x[2].Values[0];
        return new(
            [x[0].Shape[0], end - first], [.. x[0].Values.Chunk(x[0].Shape[1]).SelectMany(row => row[first..end])]);
    }
}
