namespace GymSharp.Neural.Serialization;

/// <summary>One step of recurrent layers, in operations that every reader of ONNX knows.</summary>
internal static class OnnxRecurrence
{
    /// <summary>The state after a step of long short-term memory, hidden then cell.</summary>
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="hidden">Size of the hidden state.</param>
    /// <param name="names">Sums of the inputs in the order input, forget, cell, output; weight of the hidden state;
    /// state before.</param>
    public static string Lstm(OnnxGraph graph, int hidden, (string Sums, string Weight, string State) names)
    {
        string before = graph.Slice(names.State, 0, hidden);
        string cell = graph.Slice(names.State, hidden, hidden);
        string sums = graph.Node("Add", [names.Sums, graph.Node("MatMul", [before, names.Weight])]);
        string enter = Gate("Sigmoid", 0);
        string keep = Gate("Sigmoid", 1);
        string candidate = Gate("Tanh", 2);
        string output = Gate("Sigmoid", 3);
        string next = graph.Node(
            "Add", [graph.Node("Mul", [enter, candidate]), graph.Node("Mul", [keep, cell])]);
        string state = graph.Node("Mul", [output, graph.Node("Tanh", [next])]);
        return graph.Node("Concat", [state, next], ("axis", 1L));

        string Gate(string function, int index) =>
            graph.Node(function, [graph.Slice(sums, index * hidden, hidden)]);
    }

    /// <summary>The state after a step of gated recurrent units.</summary>
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="hidden">Size of the hidden state.</param>
    /// <param name="names">Sums of the inputs in the order reset, update, candidate; weight and bias of the hidden
    /// state; state before.</param>
    public static string Gru(
        OnnxGraph graph, int hidden, (string Sums, string Weight, string Bias, string State) names)
    {
        string own = graph.Node("Gemm", [names.State, names.Weight, names.Bias]);
        string reset = Gate(0);
        string update = Gate(1);
        string remembered = graph.Node("Mul", [reset, graph.Slice(own, 2 * hidden, hidden)]);
        string candidate = graph.Node(
            "Tanh", [graph.Node("Add", [graph.Slice(names.Sums, 2 * hidden, hidden), remembered])]);
        string difference = graph.Node("Sub", [names.State, candidate]);
        return graph.Node("Add", [candidate, graph.Node("Mul", [update, difference])]);

        string Gate(int index)
        {
            string sums = graph.Slice(names.Sums, index * hidden, hidden);
            return graph.Node("Sigmoid", [graph.Node("Add", [sums, graph.Slice(own, index * hidden, hidden)])]);
        }
    }
}
