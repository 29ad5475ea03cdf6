using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Autodiff;

/// <summary>Sums, and functions of whole rows.</summary>
internal static unsafe class Reductions
{
    // Rows shorter than this are summed faster one by one than by a call.
    private const int Narrow = 16;

    public static void Sum(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        *node.Values = TensorPrimitives.Sum(new ReadOnlySpan<float>(a.Values, a.Shape.Length));
    }

    public static void SumBack(Tape tape, ref Node node)
    {
        Span<float> gradient = new(tape.GradientOf(node.A), tape.At(node.A).Shape.Length);
        TensorPrimitives.Add(gradient, *node.Gradient, gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRows(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int width = a.Shape.Columns;
        if (width < Narrow)
        {
            for (int row = 0, at = 0; row < node.Shape.Length; row++)
            {
                float sum = 0;
                for (int end = at + width; at < end; at++)
                {
                    sum += a.Values[at];
                }

                node.Values[row] = sum;
            }

            return;
        }

        for (int row = 0; row < node.Shape.Length; row++)
        {
            node.Values[row] = TensorPrimitives.Sum(new ReadOnlySpan<float>(a.Values + ((long)row * width), width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRowsBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = tape.At(node.A).Shape.Columns;
        for (int row = 0, at = 0; row < node.Shape.Length; row++)
        {
            if (width >= Narrow)
            {
                Span<float> part = new(gradient + ((long)row * width), width);
                TensorPrimitives.Add(part, node.Gradient[row], part);
                continue;
            }

            for (int end = at + width; at < end; at++)
            {
                gradient[at] += node.Gradient[row];
            }
        }
    }

    // log softmax(x) = x - max - log Σ exp(x - max). Rows are often narrow (a few actions), so the exponentials of all
    // rows are taken in one go.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmax(Tape tape, ref Node node)
    {
        float* a = tape.At(node.A).Values;
        int width = node.Shape.Columns;
        int rows = node.Shape.Rows;
        Span<float> exponentials = new(tape.Take(node.Shape.Length), node.Shape.Length);
        Span<float> logarithms = new(tape.Take(rows), rows);
        for (int row = 0; row < rows; row++)
        {
            float* x = a + ((nint)row * width);
            float* y = node.Values + ((nint)row * width);
            float largest = x[0];
            for (int i = 1; i < width; i++)
            {
                largest = x[i] > largest || float.IsNaN(x[i]) ? x[i] : largest;
            }

            for (int i = 0; i < width; i++)
            {
                y[i] = x[i] - largest;
            }
        }

        TensorPrimitives.Exp(new ReadOnlySpan<float>(node.Values, node.Shape.Length), exponentials);
        for (int row = 0, at = 0; row < rows; row++)
        {
            float sum = 0;
            for (int end = at + width; at < end; at++)
            {
                sum += exponentials[at];
            }

            logarithms[row] = sum;
        }

        TensorPrimitives.Log(logarithms, logarithms);
        for (int row = 0; row < rows; row++)
        {
            float* y = node.Values + ((nint)row * width);
            for (int i = 0; i < width; i++)
            {
                y[i] -= logarithms[row];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmaxBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = node.Shape.Columns;
        Span<float> probabilities = new(tape.Take(node.Shape.Length), node.Shape.Length);
        TensorPrimitives.Exp(new ReadOnlySpan<float>(node.Values, node.Shape.Length), probabilities);
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            int start = row * width;
            float sum = 0;
            for (int i = start; i < start + width; i++)
            {
                sum += node.Gradient[i];
            }

            for (int i = start; i < start + width; i++)
            {
                gradient[i] += node.Gradient[i] - (probabilities[i] * sum);
            }
        }
    }

    public static void Softmax(Tape tape, ref Node node)
    {
        LogSoftmax(tape, ref node);
        Span<float> y = new(node.Values, node.Shape.Length);
        TensorPrimitives.Exp(y, y);
    }

    public static void SoftmaxBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = node.Shape.Columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            long start = (long)row * width;
            float sum = 0;
            for (int i = 0; i < width; i++)
            {
                sum += node.Gradient[start + i] * node.Values[start + i];
            }

            for (int i = 0; i < width; i++)
            {
                gradient[start + i] += node.Values[start + i] * (node.Gradient[start + i] - sum);
            }
        }
    }
}
