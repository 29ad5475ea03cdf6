using System.Globalization;
using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural.Serialization;

/// <summary>Goes from a tensor back to the input of a network and writes each operation on the way.</summary>
internal sealed unsafe class OnnxWalk(OnnxGraph graph, Tape tape, Dictionary<int, string> names)
{
    /// <summary>Name of a tensor in the graph; writes it and what it needs where that is not done yet.</summary>
    public string Name(int index)
    {
        if (names.TryGetValue(index, out string? known))
        {
            return known;
        }

        Node node = tape.At(index);
        string name = Write(index, node);
        names[index] = name;
        return name;
    }

    private string Write(int index, in Node node) => node.Op switch
    {
        Op.Input => Constant(index, node),
        Op.Parameter => graph.Constant(ParameterOf(node).Name, Dimensions(node.Shape), Values(node)),
        Op.Reshape => graph.Node("Reshape", [Name(node.A), graph.Integers(Batched(node.Shape))]),
        Op.Linear => Linear(node),
        Op.Convolution => Convolution(node),
        Op.MaxPool => MaxPool(node),
        Op.LayerNorm => graph.Node(
            "LayerNormalization", [Name(node.A), Name(node.B), Name(node.C)], ("axis", -1L), ("epsilon", node.X)),
        Op.Add or Op.Subtract or Op.Multiply or Op.Divide or Op.Minimum or Op.Maximum or Op.MatMul => graph.Node(
            Pair(node.Op), [Name(node.A), Name(node.B)]),
        Op.AddScalar => graph.Node("Add", [Name(node.A), graph.Scalar(node.X)]),
        Op.MultiplyScalar => graph.Node("Mul", [Name(node.A), graph.Scalar(node.X)]),
        Op.Square => graph.Node("Mul", [Name(node.A), Name(node.A)]),
        Op.Clamp => graph.Node("Clip", [Name(node.A), graph.Scalar(node.X), graph.Scalar(node.Y)]),
        Op.Gelu => graph.Node("Gelu", [Name(node.A)], ("approximate", "tanh")),
        Op.Softmax or Op.LogSoftmax => graph.Node(node.Op.ToString(), [Name(node.A)], ("axis", -1L)),
        Op.Tanh or Op.Relu or Op.Sigmoid or Op.Softplus or Op.Exp or Op.Log or Op.Sqrt or Op.Abs => graph.Node(
            node.Op.ToString(), [Name(node.A)]),
        Op.Slice => graph.Slice(Name(node.A), node.I, node.Shape.Columns),
        Op.SliceRows when node.I == 0 && tape.At(node.A).Shape.Rows == node.Shape.Rows => Name(node.A),
        Op.GatherRows when node.I > 0 => Embedding(node),
        Op.Lstm => OnnxRecurrence.Lstm(
            graph, SingleStep(node, LstmOps.Kept(1, 1)), (Name(node.A), Name(node.B), Name(node.C))),
        Op.Gru => OnnxRecurrence.Gru(
            graph, SingleStep(node, GruOps.Kept(1, 1)), (Name(node.A), Name(node.B), Name(node.J), Name(node.C))),
        Op.SumRows => graph.Node("ReduceSum", [Name(node.A), graph.Integers(-1)], ("keepdims", 0L)),
        Op.Concat => graph.Node("Concat", [Name(node.A), Name(node.B)], ("axis", 1L)),
        Op.Dueling => Dueling(node),
        _ => throw new NotSupportedException(
            $"{node.Op} has no counterpart in the exported model. Export up to the tensor before it."),
    };

    private string Constant(int index, in Node node)
    {
        if (node.Shape.Rank > 1 && node.Shape.Rows > 1)
        {
            throw new NotSupportedException(
                $"The network reads an input, {node.Shape}, that is none of those to export. Name it among them.");
        }

        return graph.Constant(
            string.Create(CultureInfo.InvariantCulture, $"constant{index}"), Dimensions(node.Shape), Values(node));
    }

    private string Linear(in Node node)
    {
        string x = Name(node.A);
        ref Node a = ref tape.At(node.A);
        if (a.Shape.Rank != 2)
        {
            x = graph.Node("Reshape", [x, graph.Integers(-1, a.Shape.Columns)]);
        }

        string[] inputs = node.C < 0 ? [x, Name(node.B)] : [x, Name(node.B), Name(node.C)];
        return Activate(graph.Node("Gemm", inputs), (Activation)node.I);
    }

    private string Convolution(in Node node)
    {
        Parameter weight = ParameterOf(tape.At(node.B));
        float[] numbers = new float[weight.Shape.Length];
        PublishedForm.Write(weight, Values(tape.At(node.B)), numbers);
        long[] shape = [.. PublishedForm.ShapeOf(weight).Select(dimension => (long)dimension)];
        string kernels = graph.Constant(weight.Name, shape, numbers);
        string x = ChannelsFirst(Name(node.A));
        string[] inputs = node.C < 0 ? [x, kernels] : [x, kernels, Name(node.C)];
        string y = graph.Node(
            "Conv",
            inputs,
            ("kernel_shape", new[] { shape[2], shape[3] }),
            ("strides", new long[] { node.I, node.I }),
            ("pads", new long[] { node.J, node.J, node.J, node.J }));
        return Activate(ChannelsLast(y), (Activation)node.K);
    }

    private string MaxPool(in Node node) => ChannelsLast(graph.Node(
        "MaxPool",
        [ChannelsFirst(Name(node.A))],
        ("kernel_shape", new long[] { node.I, node.I }),
        ("strides", new long[] { node.J, node.J }),
        ("pads", new long[] { node.K, node.K, node.K, node.K })));

    // Indices are whole float32 numbers in the model as well; what they were in the batch at hand is forgotten.
    private string Embedding(in Node node)
    {
        string indices = graph.Node("Cast", [Name(node.I - 1)], ("to", OnnxGraph.Int64Type));
        string vectors = graph.Node("Gather", [Name(node.A), indices], ("axis", 0L));
        return graph.Node("Reshape", [vectors, graph.Integers(-1, node.Shape.Columns)]);
    }

    // The model is one step, whose caller begins an episode with a state of zeros. Gives the size of the hidden state.
    private int SingleStep(in Node node, int keptPerNumber)
    {
        int hidden = tape.At(node.B).Shape.Rows;
        int rows = node.Shape.Rows;
        ReadOnlySpan<bool> starts = new(node.Extra + ((nint)rows * keptPerNumber * hidden), rows);
        return rows == node.I && !starts.Contains(true)
            ? hidden
            : throw new NotSupportedException(
                $"{node.Op} over several steps, or where an episode begins, has no counterpart in the exported model. "
                + "Export a single step without starts; zeros as state begin an episode.");
    }

    // V + A - mean(A) over actions, for one number per action or several.
    private string Dueling(in Node node)
    {
        long width = tape.At(node.A).Shape.Columns;
        string advantages = graph.Node(
            "Reshape", [Name(node.B), graph.Integers(-1, node.Shape.Columns / width, width)]);
        string value = graph.Node("Reshape", [Name(node.A), graph.Integers(-1, 1, width)]);
        string mean = graph.Node("ReduceMean", [advantages, graph.Integers(1)], ("keepdims", 1L));
        string sum = graph.Node("Add", [value, graph.Node("Sub", [advantages, mean])]);
        return graph.Node("Reshape", [sum, graph.Integers(-1, node.Shape.Columns)]);
    }

    private string Activate(string name, Activation activation) => activation switch
    {
        Activation.None => name,
        Activation.Gelu => graph.Node("Gelu", [name], ("approximate", "tanh")),
        _ => graph.Node(activation.ToString(), [name]),
    };

    private string ChannelsFirst(string name) => graph.Node("Transpose", [name], ("perm", new long[] { 0, 3, 1, 2 }));

    private string ChannelsLast(string name) => graph.Node("Transpose", [name], ("perm", new long[] { 0, 2, 3, 1 }));

    private Parameter ParameterOf(in Node node)
    {
        int offset = node.I;
        return node.Op == Op.Parameter
            ? tape.Parameters.Parameters.First(parameter => parameter.Offset == offset)
            : throw new NotSupportedException("A convolution can be exported only with kernels that are a parameter.");
    }

    private static string Pair(Op op) => op switch
    {
        Op.Add => "Add",
        Op.Subtract => "Sub",
        Op.Multiply => "Mul",
        Op.Divide => "Div",
        Op.Minimum => "Min",
        Op.Maximum => "Max",
        _ => "MatMul",
    };

    private static ReadOnlySpan<float> Values(in Node node) => new(node.Values, node.Shape.Length);

    private static long[] Dimensions(Shape shape) => [.. shape.ToArray().Select(dimension => (long)dimension)];

    private static long[] Batched(Shape shape)
    {
        long[] dimensions = Dimensions(shape);
        dimensions[0] = -1;
        return dimensions;
    }
}
