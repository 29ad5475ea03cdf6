using System.Numerics.Tensors;

namespace GymSharp.Neural.Autodiff;

/// <summary>
/// Operations on two tensors, element by element. The second one is as large as the first, a vector that is repeated
/// for every row, or one number.
/// </summary>
internal static unsafe class Pairs
{
    private delegate void SpanPass(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result);

    private delegate void NumberPass(ReadOnlySpan<float> left, float right, Span<float> result);

    public static void Add(Tape tape, ref Node node) => Each(tape, ref node, TensorPrimitives.Add, TensorPrimitives.Add);

    public static void AddBack(Tape tape, ref Node node)
    {
        AddGradient(tape.GradientOf(node.A), node.Gradient, 1, node.Shape.Length);
        Repeated(tape, ref node, static (gradient, _, _) => gradient);
    }

    public static void Subtract(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    public static void SubtractBack(Tape tape, ref Node node)
    {
        AddGradient(tape.GradientOf(node.A), node.Gradient, 1, node.Shape.Length);
        Repeated(tape, ref node, static (gradient, _, _) => -gradient);
    }

    public static void Multiply(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Multiply, TensorPrimitives.Multiply);

    public static void MultiplyBack(Tape tape, ref Node node)
    {
        First(tape, ref node, static (gradient, _, b) => gradient * b);
        Repeated(tape, ref node, static (gradient, a, _) => gradient * a);
    }

    public static void Divide(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Divide, TensorPrimitives.Divide);

    public static void DivideBack(Tape tape, ref Node node)
    {
        First(tape, ref node, static (gradient, _, b) => gradient / b);
        Repeated(tape, ref node, static (gradient, a, b) => -gradient * a / (b * b));
    }

    public static void Minimum(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Min, TensorPrimitives.Min);

    public static void MinimumBack(Tape tape, ref Node node)
    {
        First(tape, ref node, static (gradient, a, b) => a <= b ? gradient : 0);
        Repeated(tape, ref node, static (gradient, a, b) => a <= b ? 0 : gradient);
    }

    public static void Maximum(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Max, TensorPrimitives.Max);

    public static void MaximumBack(Tape tape, ref Node node)
    {
        First(tape, ref node, static (gradient, a, b) => a >= b ? gradient : 0);
        Repeated(tape, ref node, static (gradient, a, b) => a >= b ? 0 : gradient);
    }

    private static void Each(Tape tape, ref Node node, SpanPass spans, NumberPass number)
    {
        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int length = node.Shape.Length;
        int repeated = b.Shape.Length;
        if (repeated == 1 && length != 1)
        {
            number(new(a.Values, length), *b.Values, new(node.Values, length));
            return;
        }

        for (int start = 0; start < length; start += repeated)
        {
            spans(new(a.Values + start, repeated), new(b.Values, repeated), new(node.Values + start, repeated));
        }
    }

    private static void AddGradient(float* target, float* gradient, float factor, int length)
    {
        if (target != null)
        {
            Span<float> sum = new(target, length);
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(gradient, length), factor, sum, sum);
        }
    }

    private static void First(Tape tape, ref Node node, Func<float, float, float, float> rule)
    {
        float* target = tape.GradientOf(node.A);
        if (target == null)
        {
            return;
        }

        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int repeated = b.Shape.Length;
        for (int i = 0, j = 0; i < node.Shape.Length; i++, j++)
        {
            j = j == repeated ? 0 : j;
            target[i] += rule(node.Gradient[i], a.Values[i], b.Values[j]);
        }
    }

    private static void Repeated(Tape tape, ref Node node, Func<float, float, float, float> rule)
    {
        float* target = tape.GradientOf(node.B);
        if (target == null)
        {
            return;
        }

        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int repeated = b.Shape.Length;
        for (int i = 0, j = 0; i < node.Shape.Length; i++, j++)
        {
            j = j == repeated ? 0 : j;
            target[j] += rule(node.Gradient[i], a.Values[i], b.Values[j]);
        }
    }
}
