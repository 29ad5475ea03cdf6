using System.Numerics.Tensors;

namespace GymSharp.Neural.Autodiff;

/// <summary>Sums, and functions of whole rows.</summary>
internal static unsafe class Reductions
{
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

    public static void SumRows(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int width = a.Shape.Columns;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            node.Values[row] = TensorPrimitives.Sum(new ReadOnlySpan<float>(a.Values + ((long)row * width), width));
        }
    }

    public static void SumRowsBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = tape.At(node.A).Shape.Columns;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            Span<float> part = new(gradient + ((long)row * width), width);
            TensorPrimitives.Add(part, node.Gradient[row], part);
        }
    }

    // log softmax(x) = x - max - log Σ exp(x - max); narrow rows (a few actions) are not worth a vector call.
    public static void LogSoftmax(Tape tape, ref Node node)
    {
        float* a = tape.At(node.A).Values;
        int width = node.Shape.Columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            ReadOnlySpan<float> x = new(a + ((long)row * width), width);
            Span<float> y = new(node.Values + ((long)row * width), width);
            float largest = TensorPrimitives.Max(x);
            float sum = 0;
            for (int i = 0; i < width; i++)
            {
                sum += MathF.Exp(x[i] - largest);
            }

            float shift = largest + MathF.Log(sum);
            for (int i = 0; i < width; i++)
            {
                y[i] = x[i] - shift;
            }
        }
    }

    public static void LogSoftmaxBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int width = node.Shape.Columns;
        for (int row = 0; row < node.Shape.Rows; row++)
        {
            long start = (long)row * width;
            float sum = 0;
            for (int i = 0; i < width; i++)
            {
                sum += node.Gradient[start + i];
            }

            for (int i = 0; i < width; i++)
            {
                gradient[start + i] += node.Gradient[start + i] - (MathF.Exp(node.Values[start + i]) * sum);
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
