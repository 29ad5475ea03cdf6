using System.Buffers.Binary;
using System.Globalization;

namespace GymSharp.Neural.Serialization;

/// <summary>Puts an ONNX graph together; field numbers are those of the published <c>onnx.proto</c>.</summary>
internal sealed class OnnxGraph
{
    /// <summary>The number by which ONNX names elements that are whole numbers of 64 bits.</summary>
    public const long Int64Type = 7;

    private const int FloatType = 1;
    private const int FloatAttribute = 1;
    private const int IntegerAttribute = 2;
    private const int TextAttribute = 3;
    private const int IntegersAttribute = 7;

    private readonly ProtoBuffer graph = new();
    private readonly HashSet<string> constants = new(StringComparer.Ordinal);
    private int counter;

    /// <summary>Whether a name has the form of those that the graph gives to its parts.</summary>
    public static bool IsOwnName(string name)
    {
        string stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return stem.Length < name.Length && stem is "t" or "c" or "constant";
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="type">Operator.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="attributes">Name and value: a long, a long[], a float or a string.</param>
    /// <returns>The name of the output.</returns>
    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) =>
        Node(type, inputs, string.Create(CultureInfo.InvariantCulture, $"t{counter++}"), attributes);

    private string Node(
        string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        ProtoBuffer node = new();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output);
        node.Text(3, string.Create(CultureInfo.InvariantCulture, $"{type}_{output}"));
        node.Text(4, type);
        foreach ((string name, object value) in attributes)
        {
            node.Message(5, Attribute(name, value));
        }

        graph.Message(1, node);
        return output;
    }

    /// <summary>Gives a result a further name, that of an output.</summary>
    public string Rename(string name, string output) => Node("Identity", [name], output);

    /// <summary>Adds float32 numbers under a name, once.</summary>
    public string Constant(string name, ReadOnlySpan<long> shape, ReadOnlySpan<float> numbers)
    {
        if (constants.Add(name))
        {
            byte[] bytes = new byte[4 * numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), numbers[i]);
            }

            Initializer(name, FloatType, shape, bytes);
        }

        return name;
    }

    /// <summary>Some neighbouring columns.</summary>
    public string Slice(string name, int first, int count) =>
        Node("Slice", [name, Integers(first), Integers(first + count), Integers(1)]);

    /// <summary>Adds a single number.</summary>
    public string Scalar(float number) =>
        Constant(string.Create(CultureInfo.InvariantCulture, $"c{counter++}"), [], [number]);

    /// <summary>Adds whole numbers, for shapes and axes.</summary>
    public string Integers(params ReadOnlySpan<long> numbers)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"c{counter++}");
        byte[] bytes = new byte[8 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8 * i), numbers[i]);
        }

        Initializer(name, (int)Int64Type, [numbers.Length], bytes);
        return name;
    }

    /// <summary>
    /// The model: this graph with its inputs and outputs, whose first dimension is a batch of any size.
    /// </summary>
    public byte[] Model(
        string name,
        long opset,
        IEnumerable<(string Name, Shape Shape)> inputs,
        IEnumerable<(string Name, Shape Shape)> outputs)
    {
        graph.Text(2, name);
        foreach ((string input, Shape shape) in inputs)
        {
            graph.Message(11, Value(input, shape));
        }

        foreach ((string output, Shape shape) in outputs)
        {
            graph.Message(12, Value(output, shape));
        }

        ProtoBuffer version = new();
        version.Text(1, "");
        version.Integer(2, opset);
        ProtoBuffer model = new();
        model.Integer(1, 8);
        model.Text(2, "GymSharp");
        model.Message(7, graph);
        model.Message(8, version);
        return model.ToArray();
    }

    private static ProtoBuffer Attribute(string name, object value)
    {
        ProtoBuffer attribute = new();
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Single(2, number);
                attribute.Integer(20, FloatAttribute);
                break;
            case long number:
                attribute.Integer(3, number);
                attribute.Integer(20, IntegerAttribute);
                break;
            case string text:
                attribute.Text(4, text);
                attribute.Integer(20, TextAttribute);
                break;
            case long[] numbers:
                foreach (long number in numbers)
                {
                    attribute.Integer(8, number);
                }

                attribute.Integer(20, IntegersAttribute);
                break;
            default:
                throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value));
        }

        return attribute;
    }

    private static ProtoBuffer Value(string name, Shape shape)
    {
        ProtoBuffer dimensions = new();
        for (int i = 0; i < shape.Rank; i++)
        {
            ProtoBuffer dimension = new();
            if (i == 0)
            {
                dimension.Text(2, "batch");
            }
            else
            {
                dimension.Integer(1, shape[i]);
            }

            dimensions.Message(1, dimension);
        }

        ProtoBuffer tensor = new();
        tensor.Integer(1, FloatType);
        tensor.Message(2, dimensions);
        ProtoBuffer type = new();
        type.Message(1, tensor);
        ProtoBuffer value = new();
        value.Text(1, name);
        value.Message(2, type);
        return value;
    }

    private void Initializer(string name, int type, ReadOnlySpan<long> shape, byte[] bytes)
    {
        ProtoBuffer tensor = new();
        foreach (long dimension in shape)
        {
            tensor.Integer(1, dimension);
        }

        tensor.Integer(2, type);
        tensor.Text(8, name);
        tensor.Bytes(9, bytes);
        graph.Message(5, tensor);
    }
}
