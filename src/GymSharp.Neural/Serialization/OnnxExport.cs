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
    public static void Write(Stream stream, Tensor input, Tensor output, string name = "policy")
    {
        ArgumentNullException.ThrowIfNull(stream);
        input.Tape.RequireOwn(output);
        OnnxGraph graph = new();
        string[] names = new string[output.Index + 1];
        names[input.Index] = "input";
        OnnxWalk walk = new(graph, input.Tape, names, input.Index);
        string last = walk.Name(output.Index);
        stream.Write(graph.Model(name, Opset, ("input", input.Shape), (last, output.Shape)));
    }
}
