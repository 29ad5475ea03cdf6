namespace GymSharp.Neural.Serialization;

/// <summary>
/// Writes what a tape computed as an ONNX model (operator set 20), which other programs can run without this library.
/// </summary>
/// <remarks>
/// Compute the network once on a tape, for a batch of any size, and hand over its input and output. The model takes
/// batches of every size. Pictures stay [batch, height, width, channels].
/// </remarks>
public static class OnnxExport
{
    private const long Opset = 20;

    /// <summary>Writes the model that leads from one tensor to another.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="input">The network's input, made by <see cref="Tape.Input(ReadOnlySpan{float}, Shape)"/>.</param>
    /// <param name="output">Its output, on the same tape.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="NotSupportedException">An operation on the way has no counterpart here.</exception>
    public static void Write(Stream stream, Tensor input, Tensor output, string name = "policy") =>
        Write(stream, [("input", input)], [("output", output)], name);

    /// <summary>Writes the model that leads from some tensors to others, for example with what is remembered.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="inputs">Names in the model, and inputs made by
    /// <see cref="Tape.Input(ReadOnlySpan{float}, Shape)"/>.</param>
    /// <param name="outputs">Names in the model, and outputs on the same tape.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="ArgumentException">There is no input or no output, or a name is empty, given twice, or that of
    /// a parameter or of another part of the model.</exception>
    /// <exception cref="NotSupportedException">An operation on the way has no counterpart here.</exception>
    public static void Write(
        Stream stream,
        ReadOnlySpan<(string Name, Tensor Tensor)> inputs,
        ReadOnlySpan<(string Name, Tensor Tensor)> outputs,
        string name = "policy")
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (inputs.IsEmpty || outputs.IsEmpty)
        {
            throw new ArgumentException(
                $"A model leads from one input at least to one output at least, got {inputs.Length} and "
                + $"{outputs.Length}. Name the tensors that the network reads and gives.",
                inputs.IsEmpty ? nameof(inputs) : nameof(outputs));
        }

        Tape tape = inputs[0].Tensor.Tape;
        RequireLabels([.. inputs.ToArray().Concat(outputs.ToArray()).Select(pair => pair.Name)], tape.Parameters);
        OnnxGraph graph = new();
        Dictionary<int, string> names = [];
        foreach ((string label, Tensor input) in inputs)
        {
            tape.RequireOwn(input);
            names[input.Index] = label;
        }

        OnnxWalk walk = new(graph, tape, names);
        List<(string, Shape)> results = [];
        foreach ((string label, Tensor output) in outputs)
        {
            tape.RequireOwn(output);
            results.Add((graph.Rename(walk.Name(output.Index), label), output.Shape));
        }

        stream.Write(graph.Model(
            name, Opset, [.. inputs.ToArray().Select(pair => (pair.Name, pair.Tensor.Shape))], results));
    }

    // Two values of one name would make a model that other programs refuse, or read in a way of their own.
    private static void RequireLabels(string[] labels, ParameterSet parameters)
    {
        HashSet<string> taken = new(parameters.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        foreach (string label in labels)
        {
            if (string.IsNullOrEmpty(label) || OnnxGraph.IsOwnName(label) || !taken.Add(label))
            {
                throw new ArgumentException(
                    $"'{label}' cannot be the name of an input or output: it is empty, given twice, or that of a "
                    + "parameter or of another part of the model. Choose another one, such as 'observation'.",
                    nameof(labels));
            }
        }
    }
}
