using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Operations on rows and columns.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>Matrix product of [rows, inner] and [inner, columns].</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor MatMul(Tensor other)
    {
        Tape.RequireOwn(other);
        Require(
            Shape.Rank == 2 && other.Shape.Rank == 2 && Shape[1] == other.Shape[0],
            $"A matrix product needs [n, k] and [k, m], got {Shape} and {other.Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.MatMul,
            A = Index,
            B = other.Index,
            C = -1,
            Shape = new Shape(Shape[0], other.Shape[1]),
        });
    }

    /// <summary><c>activation(x W + b)</c> in one go.</summary>
    /// <param name="weight">A parameter [inputs, outputs].</param>
    /// <param name="bias">A vector [outputs], or null.</param>
    /// <param name="activation">The function applied to the sums.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor Linear(Tensor weight, Tensor? bias, Activation activation = Activation.None)
    {
        Tape.RequireOwn(weight);
        int rows = Shape.Rows;
        Require(
            weight.Shape.Rank == 2 && weight.Shape[0] == Shape.Columns && (
                bias is null || bias.Value.Shape.Length == weight.Shape[1]),
            $"A linear layer with weight {weight.Shape} takes rows of {weight.Shape[0]} numbers and a bias of "
            + $"{weight.Shape[1]}; got {Shape} and {bias?.Shape.ToString() ?? "no bias"}.");
        if (activation == Activation.Gelu)
        {
            // Its derivative needs the sums, which a fused layer does not keep.
            return Linear(weight, bias).Gelu();
        }

        return Tape.Append(new Node
        {
            Op = Op.Linear,
            A = Index,
            B = weight.Index,
            C = bias?.Index ?? -1,
            I = (int)activation,
            Shape = new Shape(rows, weight.Shape[1]),
        });
    }

    /// <summary>One element of each row: [rows].</summary>
    /// <param name="columns">Which, one per row.</param>
    /// <exception cref="ArgumentException">An index is outside the row, or their number is not that of the
    /// rows.</exception>
    public Tensor Gather(ReadOnlySpan<int> columns)
    {
        int width = Shape.Columns;
        Require(columns.Length == Shape.Rows, $"One index per row is needed: {Shape.Rows}, got {columns.Length}.");
        foreach (int column in columns)
        {
            Require((uint)column < (uint)width, $"There is no column {column} in rows of {width}.");
        }

        float* extra = Tape.Take(columns.Length);
        columns.CopyTo(new Span<int>(extra, columns.Length));
        return Tape.Append(new Node
        {
            Op = Op.Gather,
            A = Index,
            B = -1,
            C = -1,
            Shape = new Shape(columns.Length),
            Extra = extra,
        });
    }

    /// <summary>Some neighbouring columns of each row: [rows, count].</summary>
    /// <param name="first">First column.</param>
    /// <param name="count">Number of columns.</param>
    /// <exception cref="ArgumentException">They are not all there.</exception>
    public Tensor Slice(int first, int count)
    {
        Require(
            first >= 0 && count > 0 && first + count <= Shape.Columns,
            $"Columns {first} to {first + count - 1} are not all in rows of {Shape.Columns}.");
        return Tape.Append(new Node
        {
            Op = Op.Slice,
            A = Index,
            B = -1,
            C = -1,
            I = first,
            Shape = new Shape(Shape.Rows, count),
        });
    }

    /// <summary>The columns of this tensor, then those of another one with as many rows.</summary>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public Tensor Concat(Tensor other)
    {
        Tape.RequireOwn(other);
        Require(
            Shape.Rows == other.Shape.Rows,
            $"Tensors side by side need as many rows each, got {Shape} and {other.Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.Concat,
            A = Index,
            B = other.Index,
            C = -1,
            Shape = new Shape(Shape.Rows, Shape.Columns + other.Shape.Columns),
        });
    }

    /// <summary>A vector as each of some rows: [rows, length].</summary>
    public Tensor RepeatRows(int rows) => Tape.Append(new Node
    {
        Op = Op.RepeatRows,
        A = Index,
        B = -1,
        C = -1,
        Shape = new Shape(rows, Shape.Length),
    });

    /// <summary>Replaces elements by a number; no gradient flows through those.</summary>
    /// <param name="keep">For every element: true to keep it.</param>
    /// <param name="value">What stands in place of the others.</param>
    /// <exception cref="ArgumentException">The mask has another number of elements.</exception>
    public Tensor MaskedFill(ReadOnlySpan<bool> keep, float value)
    {
        int length = Shape.Length;
        Require(keep.Length == length, $"A mask for shape {Shape} has {length} elements, got {keep.Length}.");
        float* extra = Tape.Take((length + 3) / 4);
        MemoryMarshal.AsBytes(keep).CopyTo(new Span<byte>(extra, length));
        return Tape.Append(new Node
        {
            Op = Op.MaskedFill,
            A = Index,
            B = -1,
            C = -1,
            X = value,
            Shape = Shape,
            Extra = extra,
        });
    }

    private static void Require(
        bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] Complaint complaint)
    {
        if (!condition)
        {
#pragma warning disable MA0015 // The text names what is wrong; it may be the tensor itself.
            throw new ArgumentException(complaint.ToString());
#pragma warning restore MA0015
        }
    }
}
