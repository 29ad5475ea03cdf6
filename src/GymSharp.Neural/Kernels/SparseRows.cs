using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>A linear layer whose input is nearly all zeros, such as the cells of a board game.</summary>
/// <remarks>
/// Only what is not zero is multiplied, in the order in which a product of whole matrices would add it, so with finite
/// weights both give the same numbers. One thread does it. With one number in ten other than zero, this takes a
/// fraction of the time.
/// </remarks>
internal static unsafe class SparseRows
{
    private const int LeastInputs = 128;
    private const int LeastOutputs = 32;
    private const int LeastWeight = 1 << 14;

    // One number in so many may differ from zero.
    private const int Share = 4;

    /// <summary>Whether zeros are worth looking for.</summary>
    public static bool Suits(in LayerSizes sizes) =>
        sizes.Inputs >= LeastInputs && sizes.Outputs >= LeastOutputs && sizes.Inputs * sizes.Outputs > LeastWeight;

    /// <summary>Finds the numbers that are not zero.</summary>
    /// <param name="tape">Lends memory.</param>
    /// <param name="x">Input, [rows, inputs].</param>
    /// <param name="sizes">Sizes.</param>
    /// <returns>Where each row's columns begin, rows + 1 offsets, then the columns; null where they are too many.
    /// </returns>
    public static int* Find(Tape tape, float* x, in LayerSizes sizes)
    {
        // A dense batch shows in its first row, before any memory is taken.
        ReadOnlySpan<float> firstRow = new(x, sizes.Rows == 0 ? 0 : sizes.Inputs);
        if ((long)(firstRow.Length - firstRow.Count(0f)) * Share > sizes.Inputs)
        {
            return null;
        }

        int most = sizes.Rows * sizes.Inputs / Share;
        int* starts = (int*)tape.Take(sizes.Rows + 1 + most + sizes.Inputs);
        int* columns = starts + sizes.Rows + 1;
        int count = 0;
        starts[0] = 0;
        for (int row = 0; row < sizes.Rows; row++)
        {
            count = Columns(x + ((nint)row * sizes.Inputs), sizes.Inputs, columns, count);
            starts[row + 1] = count;
            if ((long)count * Share > (row + 1L) * sizes.Inputs)
            {
                return null;
            }
        }

        return starts;
    }

    /// <summary><c>y = x W + b</c>.</summary>
    /// <param name="layer">Where to read and write.</param>
    /// <param name="found">What <see cref="Find"/> gave.</param>
    /// <param name="sizes">Sizes.</param>
    public static void Forward(in SparseLayer layer, int* found, in LayerSizes sizes)
    {
        int done = 0;
        if (Hardware.Use512)
        {
            done = Products<Lanes512>(layer, found, sizes, done);
        }

        if (Hardware.Use256)
        {
            done = Products<Lanes256>(layer, found, sizes, done);
        }

        if (Hardware.Use128)
        {
            done = Products<Lanes128>(layer, found, sizes, done);
        }

        Products<Lane>(layer, found, sizes, done);
    }

    /// <summary>Adds the gradient of the weight.</summary>
    /// <param name="x">Input, [rows, inputs].</param>
    /// <param name="found">What <see cref="Find"/> gave.</param>
    /// <param name="gradient">Gradient of the sums, [rows, outputs].</param>
    /// <param name="weight">Gradient of the weight, [inputs, outputs].</param>
    /// <param name="sizes">Sizes.</param>
    public static void WeightGradient(float* x, int* found, float* gradient, float* weight, in LayerSizes sizes)
    {
        int done = 0;
        if (Hardware.Use512)
        {
            done = Outer<Lanes512>(new(x, gradient, weight), found, sizes, done);
        }

        if (Hardware.Use256)
        {
            done = Outer<Lanes256>(new(x, gradient, weight), found, sizes, done);
        }

        if (Hardware.Use128)
        {
            done = Outer<Lanes128>(new(x, gradient, weight), found, sizes, done);
        }

        Outer<Lane>(new(x, gradient, weight), found, sizes, done);
    }

    private static int Columns(float* row, int inputs, int* columns, int count)
    {
        int column = 0;
        for (; column + Vector512<float>.Count <= inputs; column += Vector512<float>.Count)
        {
            uint zeros = (uint)Vector512
                .Equals(Vector512.Load(row + column), Vector512<float>.Zero).ExtractMostSignificantBits();
            for (uint others = ~zeros & 0xFFFF; others != 0; others &= others - 1)
            {
                columns[count++] = column + BitOperations.TrailingZeroCount(others);
            }
        }

        for (; column < inputs; column++)
        {
            if (row[column] != 0)
            {
                columns[count++] = column;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Products<TLanes>(in SparseLayer layer, int* found, in LayerSizes sizes, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        int whole = first + ((sizes.Outputs - first) / TLanes.Count * TLanes.Count);
        int* columns = found + sizes.Rows + 1;
        for (int row = 0; row < sizes.Rows && whole > first; row++)
        {
            float* x = layer.X + ((nint)row * sizes.Inputs);
            float* y = layer.Y + ((nint)row * sizes.Outputs);
            int* from = columns + found[row];
            int* end = columns + found[row + 1];
            int output = first;
            for (; output + (4 * TLanes.Count) <= whole; output += 4 * TLanes.Count)
            {
                Four<TLanes>(new(x, layer.Weight + output, layer.Bias + output, y + output), from, end, sizes);
            }

            for (; output < whole; output += TLanes.Count)
            {
                TLanes sum = TLanes.Load(layer.Bias + output);
                for (int* at = from; at < end; at++)
                {
                    float* weight = layer.Weight + ((nint)(*at) * sizes.Outputs) + output;
                    sum = TLanes.MultiplyAdd(TLanes.All(x[*at]), TLanes.Load(weight), sum);
                }

                sum.Store(y + output);
            }
        }

        return whole;
    }

    // Four vectors of one row at once, since a multiply-add must wait for the one before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<TLanes>(in SparseLayer part, int* from, int* end, in LayerSizes sizes)
        where TLanes : struct, ILanes<TLanes>
    {
        float* bias = part.Bias;
        float* x = part.X;
        TLanes a = TLanes.Load(bias);
        TLanes b = TLanes.Load(bias + TLanes.Count);
        TLanes c = TLanes.Load(bias + (2 * TLanes.Count));
        TLanes d = TLanes.Load(bias + (3 * TLanes.Count));
        for (int* at = from; at < end; at++)
        {
            float* weight = part.Weight + ((nint)(*at) * sizes.Outputs);
            TLanes value = TLanes.All(x[*at]);
            a = TLanes.MultiplyAdd(value, TLanes.Load(weight), a);
            b = TLanes.MultiplyAdd(value, TLanes.Load(weight + TLanes.Count), b);
            c = TLanes.MultiplyAdd(value, TLanes.Load(weight + (2 * TLanes.Count)), c);
            d = TLanes.MultiplyAdd(value, TLanes.Load(weight + (3 * TLanes.Count)), d);
        }

        a.Store(part.Y);
        b.Store(part.Y + TLanes.Count);
        c.Store(part.Y + (2 * TLanes.Count));
        d.Store(part.Y + (3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Outer<TLanes>(in Operands operands, int* found, in LayerSizes sizes, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        int whole = first + ((sizes.Outputs - first) / TLanes.Count * TLanes.Count);
        int* columns = found + sizes.Rows + 1;
        for (int row = 0; row < sizes.Rows && whole > first; row++)
        {
            float* x = operands.X + ((nint)row * sizes.Inputs);
            float* gradient = operands.Gradient + ((nint)row * sizes.Outputs);
            int* end = columns + found[row + 1];
            for (int* at = columns + found[row]; at < end; at++)
            {
                float* weight = operands.Weight + ((nint)(*at) * sizes.Outputs);
                TLanes value = TLanes.All(x[*at]);
                for (int output = first; output < whole; output += TLanes.Count)
                {
                    TLanes.MultiplyAdd(value, TLanes.Load(gradient + output), TLanes.Load(weight + output))
                        .Store(weight + output);
                }
            }
        }

        return whole;
    }

    private readonly struct Operands(float* x, float* gradient, float* weight)
    {
        public float* X { get; } = x;

        public float* Gradient { get; } = gradient;

        public float* Weight { get; } = weight;
    }
}
