using GymSharp.Neural.Initialization;
using GymSharp.Randomness;

namespace GymSharp.Neural.Layers;

/// <summary>
/// Gated recurrent units; Cho et al. (2014). Parameters are named and ordered as in PyTorch's <c>GRU</c> of one layer.
/// A state is the hidden state.
/// </summary>
public sealed class Gru : Recurrent
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
    public Gru(ParameterSet set, string name, (int Inputs, int Hidden) sizes, Rng rng)
        : base(sizes.Hidden, sizes.Hidden)
    {
        ArgumentNullException.ThrowIfNull(set);
        (inputWeight, hiddenWeight, inputBias, hiddenBias) = Gates.Add(set, name, sizes, 3, rng);
    }

    /// <inheritdoc/>
    public override (Tensor Output, Tensor State) Forward(Tensor input, Tensor state, ReadOnlySpan<bool> starts)
    {
        Tape tape = input.Tape;
        Tensor sums = input.Linear(tape.Use(inputWeight), tape.Use(inputBias));
        Tensor states = sums.Gru(tape.Use(hiddenWeight), tape.Use(hiddenBias), state, starts);
        int environments = state.Shape.Rows;
        return (states, states.SliceRows(states.Shape.Rows - environments, environments));
    }
}
