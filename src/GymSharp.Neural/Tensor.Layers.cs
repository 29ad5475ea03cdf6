using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural;

/// <content>Operations of single layers.</content>
public readonly unsafe partial struct Tensor
{
    /// <summary>Normalises each row to mean 0 and variance 1, then scales and shifts every place.</summary>
    /// <param name="weight">Scale, a vector as long as a row.</param>
    /// <param name="bias">Shift, a vector as long as a row.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor LayerNorm(Tensor weight, Tensor bias, float epsilon = 1e-5f)
    {
        Tape.RequireOwn(weight);
        Tape.RequireOwn(bias);
        int width = Shape.Columns;
        Require(
            weight.Shape.Length == width && bias.Shape.Length == width,
            $"Rows of {width} numbers need as many scales and shifts, got {weight.Shape} and {bias.Shape}.");
        return Tape.Append(new Node
        {
            Op = Op.LayerNorm,
            A = Index,
            B = weight.Index,
            C = bias.Index,
            X = epsilon,
            Shape = Shape,
        });
    }

    /// <summary>
    /// Convolution of pictures [samples, height, width, channels] with learned kernels, and an activation.
    /// </summary>
    /// <param name="weight">Kernels, [height, width, channels, outputs].</param>
    /// <param name="bias">A vector [outputs], or null.</param>
    /// <param name="window">Stride, at least 1, and zeros around each picture, at least 0.</param>
    /// <param name="activation">The function applied to the sums.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Tensor Convolution(
        Tensor weight, Tensor? bias, (int Stride, int Padding) window, Activation activation = Activation.None)
    {
        Tape.RequireOwn(weight);
        Require(
            Shape.Rank == 4 && weight.Shape.Rank == 4 && Shape[3] == weight.Shape[2]
            && (bias is null || bias.Value.Shape.Length == weight.Shape[3]),
            $"A convolution takes pictures [samples, height, width, channels], kernels [height, width, channels, "
            + $"outputs] "
            + $"and a bias [outputs]; got {Shape}, {weight.Shape} and {bias?.Shape.ToString() ?? "no bias"}.");
        Require(
            window.Stride >= 1 && window.Padding >= 0 && Shape[1] + (2 * window.Padding) >= weight.Shape[0]
            && Shape[2] + (2 * window.Padding) >= weight.Shape[1],
            $"Kernels {weight.Shape} with padding {window.Padding} and stride {window.Stride} do not fit on {Shape}.");
        if (activation == Activation.Gelu)
        {
            // Its derivative needs the sums, which a fused layer does not keep.
            return Convolution(weight, bias, window).Gelu();
        }

        Kernels.ConvolutionSizes sizes = new(Shape, weight.Shape, window.Stride, window.Padding);
        return Tape.Append(new Node
        {
            Op = Op.Convolution,
            A = Index,
            B = weight.Index,
            C = bias?.Index ?? -1,
            I = window.Stride,
            J = window.Padding,
            K = (int)activation,
            Shape = new Shape(Shape[0], sizes.OutHeight, sizes.OutWidth, sizes.Outputs),
        });
    }

    /// <summary>
    /// The largest number under a window that moves over pictures [samples, height, width, channels].
    /// </summary>
    /// <param name="size">Height and width of the window.</param>
    /// <param name="stride">Step from place to place.</param>
    /// <param name="padding">How far the window reaches over the border; less than <paramref name="size"/>.</param>
    /// <exception cref="ArgumentException">The window does not fit.</exception>
    public Tensor MaxPool(int size, int stride, int padding = 0)
    {
        Require(
            Shape.Rank == 4 && size >= 1 && stride >= 1 && padding >= 0 && padding < size
            && Math.Min(Shape[1], Shape[2]) + (2 * padding) >= size,
            $"A window of {size} by {stride} with padding {padding} does not fit on pictures {Shape}.");
        int height = ((Shape[1] + (2 * padding) - size) / stride) + 1;
        int width = ((Shape[2] + (2 * padding) - size) / stride) + 1;
        return Tape.Append(new Node
        {
            Op = Op.MaxPool,
            A = Index,
            B = -1,
            C = -1,
            I = size,
            J = stride,
            K = padding,
            Shape = new Shape(Shape[0], height, width, Shape[3]),
        });
    }

    /// <summary>Rows of a table: [indices, columns].</summary>
    /// <param name="rows">Which, in any order and number.</param>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public Tensor GatherRows(ReadOnlySpan<int> rows) => GatherRows(rows, 0);

    /// <summary>As <see cref="GatherRows(ReadOnlySpan{int})"/>, of indices that a tensor holds.</summary>
    internal Tensor GatherRows(ReadOnlySpan<int> rows, Tensor indices) => GatherRows(rows, indices.Index + 1);

    private Tensor GatherRows(ReadOnlySpan<int> rows, int source)
    {
        int count = Shape.Rows;
        foreach (int row in rows)
        {
            Require((uint)row < (uint)count, $"There is no row {row} in a table of {count}.");
        }

        float* extra = Tape.Take(rows.Length);
        rows.CopyTo(new Span<int>(extra, rows.Length));
        return Tape.Append(new Node
        {
            Op = Op.GatherRows,
            A = Index,
            B = -1,
            C = -1,
            I = source,
            Shape = new Shape(rows.Length, Shape.Columns),
            Extra = extra,
        });
    }
}
