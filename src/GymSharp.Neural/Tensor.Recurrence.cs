using System.Runtime.InteropServices;
using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Recurrent operations, and parts of sequences.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>Some neighbouring rows: [count, columns]; shares memory.</summary>
    /// <param name="first">First row.</param>
    /// <param name="count">Number of rows.</param>
    /// <exception cref="ArgumentException">They are not all there.</exception>
    public Tensor SliceRows(int first, int count)
    {
        Require(
            Shape.Rank > 1 && first >= 0 && count > 0 && first + count <= Shape.Rows,
            $"Rows {first} to {first + count - 1} are not all in {Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.SliceRows,
            A = Index,
            B = -1,
            C = -1,
            I = first,
            Shape = Shape.WithRows(count),
            Values = Node.Values + ((nint)first * Shape.Columns),
        });
    }

    /// <summary>Long short-term memory: states after each step, [steps · n, 2 H], hidden then cell.</summary>
    /// <param name="weight">Weight of the hidden state, [H, 4 H].</param>
    /// <param name="first">State before the first step, [n, 2 H].</param>
    /// <param name="starts">Per row, whether an episode starts there and the state before it is forgotten.</param>
    internal Tensor Lstm(Tensor weight, Tensor first, ReadOnlySpan<bool> starts)
    {
        int hidden = weight.Shape[0];
        RequireSequence(first, 2 * hidden, starts);
        int rows = Shape.Rows;
        return Tape.Append(new Node
        {
            Op = Op.Lstm,
            A = Index,
            B = weight.Index,
            C = first.Index,
            I = first.Shape.Rows,
            Shape = new Shape(rows, 2 * hidden),
            Extra = Kept(LstmOps.Kept(rows, hidden), starts),
        });
    }

    /// <summary>Gated recurrent units: states after each step, [steps · n, H].</summary>
    /// <param name="weight">Weight of the hidden state, [H, 3 H].</param>
    /// <param name="bias">Bias of the hidden state, [3 H].</param>
    /// <param name="first">State before the first step, [n, H].</param>
    /// <param name="starts">Per row, whether an episode starts there and the state before it is forgotten.</param>
    internal Tensor Gru(Tensor weight, Tensor bias, Tensor first, ReadOnlySpan<bool> starts)
    {
        int hidden = weight.Shape[0];
        RequireSequence(first, hidden, starts);
        int rows = Shape.Rows;
        return Tape.Append(new Node
        {
            Op = Op.Gru,
            A = Index,
            B = weight.Index,
            C = first.Index,
            I = first.Shape.Rows,
            J = bias.Index,
            Shape = new Shape(rows, hidden),
            Extra = Kept(GruOps.Kept(rows, hidden), starts),
        });
    }

    private void RequireSequence(Tensor first, int width, ReadOnlySpan<bool> starts)
    {
        Tape.RequireOwn(first);
        Require(
            first.Shape.Rank == 2 && first.Shape[1] == width,
            $"The first state must have the shape [n, {width}], got {first.Shape}.");
        Require(
            Shape.Rows % first.Shape[0] == 0 && starts.Length == Shape.Rows,
            $"A sequence for {first.Shape[0]} environments needs a multiple of as many rows, and a flag for each; got "
            + $"{Shape.Rows} rows and {starts.Length} flags.");
    }

    private float* Kept(int length, ReadOnlySpan<bool> starts)
    {
        float* extra = Tape.Take(length + ((starts.Length + 3) / 4));
        MemoryMarshal.AsBytes(starts).CopyTo(new Span<byte>(extra + length, starts.Length));
        return extra;
    }
}
