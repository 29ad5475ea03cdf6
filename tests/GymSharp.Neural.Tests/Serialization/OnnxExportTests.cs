using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Serialization;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Serialization;

/// <summary>Exported models, run by an interpreter of its own, against the network.</summary>
public sealed class OnnxExportTests
{
    private static readonly Shape Picture = new(12, 11, 3);

    public static TheoryData<string> Networks =>
        ["mlp", "gelu norm", "minatar", "impala", "dueling", "combined", "noisy", "softmax"];

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_exported_model_gives_what_the_network_gives(string name)
    {
        using ParameterSet set = new();
        (Module network, Shape row) = Make(name, set);
        using Tape tape = new(set) { IsRecording = false };
        Tensor input = tape.Input(GradientCheck.Normal(2 * row.Columns), row.WithRows(2));
        using MemoryStream stream = new();
        Tensor output = network.Forward(input);
        OnnxExport.Write(stream, input, output);
        OnnxInterpreter model = new(stream.ToArray());
        Assert.Equal(20, model.Opset);
        Assert.Equal(8, model.IrVersion);

        // Another batch than the one that was exported, so that nothing of that remains in the model.
        float[] other = GradientCheck.Normal(3 * row.Columns, 9);
        tape.Clear();
        Tensor expected = network.Forward(tape.Input(other, row.WithRows(3)));
        OnnxArray found = model.Run(new(row.WithRows(3).ToArray(), [.. other.Select(x => (double)x)]));
        ExpectEqual(found, expected);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_step_of_a_recurrent_layer_is_exported_with_its_state(string name)
    {
        using ParameterSet set = new();
        Recurrent layer = name == "lstm" ? new Lstm(set, "r", (3, 4), new Rng(1)) : new Gru(set, "r", (3, 4), new Rng(1));
        using Tape tape = new(set) { IsRecording = false };
        Tensor input = tape.Input(GradientCheck.Normal(6), new Shape(2, 3));
        Tensor state = tape.Input(GradientCheck.Normal(2 * layer.StateSize), new Shape(2, layer.StateSize));
        (Tensor output, Tensor next) = layer.Forward(input, state, new bool[2]);
        using MemoryStream stream = new();
        OnnxExport.Write(stream, [("input", input), ("state", state)], [("output", output), ("next_state", next)]);
        OnnxInterpreter model = new(stream.ToArray());

        // Two steps one after the other, for three rows.
        float[] remembered = new float[3 * layer.StateSize];
        OnnxArray own = new([3, layer.StateSize], new double[remembered.Length]);
        for (int step = 0; step < 2; step++)
        {
            float[] other = GradientCheck.Normal(9, (ulong)(7 + step));
            tape.Clear();
            (Tensor expected, Tensor after) = layer.Forward(
                tape.Input(other, new Shape(3, 3)), tape.Input(remembered, new Shape(3, layer.StateSize)), new bool[3]);
            Dictionary<string, OnnxArray> found = model.RunAll(
                ("input", new([3, 3], [.. other.Select(x => (double)x)])), ("state", own));
            own = found["next_state"];
            after.Values.CopyTo(remembered);
            ExpectEqual(found["output"], expected);
            ExpectEqual(own, after);
        }
    }

    [Fact]
    public void An_embedding_is_looked_up_in_the_model()
    {
        using ParameterSet set = new();
        Embedding layer = new(set, "e", (5, 3), new Rng(2));
        using Tape tape = new(set) { IsRecording = false };
        Tensor input = tape.Input([4, 0], new Shape(1, 2));
        using MemoryStream stream = new();
        OnnxExport.Write(stream, input, layer.Forward(input));
        float[] other = [3, 1, 2, 2, 0, 4];
        Tensor expected = layer.Forward(tape.Input(other, new Shape(3, 2)));
        ExpectEqual(new OnnxInterpreter(stream.ToArray()).Run(new([3, 2], [.. other.Select(x => (double)x)])), expected);
    }

    [Fact]
    public void What_has_no_counterpart_is_named()
    {
        using ParameterSet set = new();
        Lstm layer = new(set, "r", (3, 4), new Rng(1));
        using Tape tape = new(set);
        Tensor input = tape.Input(new float[6], new Shape(2, 3));
        Assert.Contains("single step", Refusal(layer.Forward(input, State(1), [false, false]).Output), StringComparison.Ordinal);
        Assert.Contains("Lstm", Refusal(layer.Forward(input, State(2), [false, true]).Output), StringComparison.Ordinal);
        Assert.Contains("none of those", Refusal(layer.Forward(input, State(2), [false, false]).Output), StringComparison.Ordinal);
        Assert.Contains("MaskedFill", Refusal(input.MaskedFill(new bool[6], 0)), StringComparison.Ordinal);

        Tensor State(int rows) => tape.Input(new float[8 * rows], new Shape(rows, 8));

        string Refusal(Tensor output) =>
            Assert.Throws<NotSupportedException>(() => OnnxExport.Write(Stream.Null, input, output)).Message;
    }

    [Theory]
    [InlineData("", "output")]
    [InlineData("x", "x")]
    [InlineData("layer.weight", "output")]
    [InlineData("input", "layer.bias")]
    [InlineData("t0", "output")]
    [InlineData("c12", "output")]
    [InlineData("input", "constant3")]
    public void A_name_that_something_else_has_is_refused(string input, string output)
    {
        using ParameterSet set = new();
        Linear layer = new(set, "layer", (3, 2), new TorchDefault(), new Rng(1));
        using Tape tape = new(set) { IsRecording = false };
        Tensor x = tape.Input(new float[3], new Shape(1, 3));
        Tensor y = layer.Forward(x);
        string wrong = input is "input" or "x" ? output : input;
        Assert.Contains(
            $"'{wrong}' cannot be the name",
            Assert.Throws<ArgumentException>(() => OnnxExport.Write(Stream.Null, [(input, x)], [(output, y)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_inputs_or_outputs_there_is_no_model()
    {
        using ParameterSet set = new();
        using Tape tape = new(set) { IsRecording = false };
        Tensor x = tape.Input(new float[3], new Shape(1, 3));
        Assert.Contains(
            "got 0 and 1",
            Assert.Throws<ArgumentException>(() => OnnxExport.Write(Stream.Null, [], [("output", x)])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "got 1 and 0",
            Assert.Throws<ArgumentException>(() => OnnxExport.Write(Stream.Null, [("input", x)], [])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t")]
    [InlineData("t0x")]
    [InlineData("input1")]
    public void A_name_that_only_looks_like_one_of_the_graph_is_taken(string name)
    {
        using ParameterSet set = new();
        using Tape tape = new(set) { IsRecording = false };
        Tensor x = tape.Input([1, 2, 3], new Shape(1, 3));
        using MemoryStream stream = new();
        OnnxExport.Write(stream, [(name, x)], [("output", x * 2)]);
        Assert.Equal(
            [2, 4, 6], new OnnxInterpreter(stream.ToArray()).RunAll((name, new([1, 3], [1, 2, 3])))["output"].Values);
    }

    private static void ExpectEqual(OnnxArray found, Tensor expected)
    {
        Assert.Equal(expected.Shape.ToArray(), found.Shape);
        for (int i = 0; i < found.Length; i++)
        {
            Assert.Equal(found.Values[i], expected.Values[i], 1e-6 * Math.Max(1, Math.Abs(found.Values[i])));
        }
    }

    private static (Module Network, Shape Row) Make(string name, ParameterSet set)
    {
        Rng rng = new(3);
        MlpOptions options = new() { Inputs = 6, Hidden = [9, 8], Outputs = 4 };
        CnnOptions pictures = new() { Picture = Picture };
        Shape picture = new(1, Picture[0], Picture[1], Picture[2]);
        return name switch
        {
            "mlp" => (new Mlp(set, "n", options, rng), new Shape(1, 6)),
            "gelu norm" => (
                new Mlp(set, "n", options with { Activation = Activation.Gelu, LayerNorm = true }, rng), new Shape(1, 6)),
            "minatar" => (new MinAtarCnn(set, "n", pictures, rng), picture),
            "impala" => (new ImpalaCnn(set, "n", pictures, rng), picture),
            "dueling" => (new DuelingHead(set, "n", options, rng), new Shape(1, 6)),
            "combined" => (
                new CombinedExtractor(
                [
                    new(2, null, 2),
                    new(4, new Mlp(set, "n", options with { Inputs = 4, Activation = Activation.Relu }, rng), 4),
                ]),
                new Shape(1, 6)),
            "noisy" => (new NoisyLinear(set, "n", (6, 5), rng, Activation.Sigmoid), new Shape(1, 6)),
            _ => (new Sequential(new Mlp(set, "n", options, rng), new Shares()), new Shape(1, 6)),
        };
    }

    private sealed class Shares : Module
    {
        public override Tensor Forward(Tensor input) =>
            input.Softmax().Clamp(0.1f, 0.6f) * 2f + input.LogSoftmax().Exp();
    }
}
