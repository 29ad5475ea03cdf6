using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Layers;

/// <summary>
/// Long short-term memory; Hochreiter and Schmidhuber (1997), with forget gates after Gers et al. (2000). Parameters
/// are named and ordered as in PyTorch's <c>LSTM</c> of one layer. A state is the hidden state, then the cells.
/// </summary>
public sealed class Lstm : Recurrent
{
    private readonly Parameter inputWeight;
    private readonly Parameter hiddenWeight;
    private readonly Parameter inputBias;
    private readonly Parameter hiddenBias;

    /// <summary>Adds the layer's parameters to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="sizes">Numbers per row that go in, and that come out.</param>
    /// <param name="rng">Draws the first values, uniform in <c>±1/√hidden</c> as in PyTorch.</param>
    public Lstm(ParameterSet set, string name, (int Inputs, int Hidden) sizes, Rng rng)
        : base(sizes.Hidden, 2 * sizes.Hidden)
    {
        ArgumentNullException.ThrowIfNull(set);
        (inputWeight, hiddenWeight, inputBias, hiddenBias) = Gates.Add(set, name, sizes, 4, rng);
    }

    /// <inheritdoc/>
    public override (Tensor Output, Tensor State) Forward(Tensor input, Tensor state, ReadOnlySpan<bool> starts)
    {
        Tape tape = input.Tape;
        Tensor sums = input.Linear(tape.Use(inputWeight), tape.Use(inputBias) + tape.Use(hiddenBias));
        Tensor states = sums.Lstm(tape.Use(hiddenWeight), state, starts);
        int environments = state.Shape.Rows;
        return (states.Slice(0, Hidden), states.SliceRows(states.Shape.Rows - environments, environments));
    }
}
