using System.Numerics.Tensors;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Autodiff;

/// <summary>
/// Operations on two tensors, element by element. The second one is as large as the first, a vector that is repeated
/// for every row, or one number.
/// </summary>
internal static unsafe class Pairs
{
    private delegate void SpanPass(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result);

    private delegate void NumberPass(ReadOnlySpan<float> left, float right, Span<float> result);

    public static void Add(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Add, TensorPrimitives.Add);

    public static void AddBack(Tape tape, ref Node node)
    {
        Left<Slopes.OfSum>(tape, ref node);
        Right<Slopes.OfSum>(tape, ref node);
    }

    public static void Subtract(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Subtract, TensorPrimitives.Subtract);

    public static void SubtractBack(Tape tape, ref Node node)
    {
        Left<Slopes.OfSum>(tape, ref node);
        Right<PairSlopes.OfNegative>(tape, ref node);
    }

    public static void Multiply(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Multiply, TensorPrimitives.Multiply);

    public static void MultiplyBack(Tape tape, ref Node node)
    {
        Left<PairSlopes.TimesRight>(tape, ref node);
        Right<PairSlopes.TimesLeft>(tape, ref node);
    }

    public static void Divide(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Divide, TensorPrimitives.Divide);

    public static void DivideBack(Tape tape, ref Node node)
    {
        Left<PairSlopes.OverRight>(tape, ref node);
        Right<PairSlopes.OfDivisor>(tape, ref node);
    }

    public static void Minimum(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Min, TensorPrimitives.Min);

    public static void MinimumBack(Tape tape, ref Node node)
    {
        Left<PairSlopes.WhereLeftSmaller>(tape, ref node);
        Right<PairSlopes.WhereRightSmaller>(tape, ref node);
    }

    public static void Maximum(Tape tape, ref Node node) =>
        Each(tape, ref node, TensorPrimitives.Max, TensorPrimitives.Max);

    public static void MaximumBack(Tape tape, ref Node node)
    {
        Left<PairSlopes.WhereLeftLarger>(tape, ref node);
        Right<PairSlopes.WhereRightLarger>(tape, ref node);
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

    private static void Left<TMap>(Tape tape, ref Node node)
        where TMap : struct, IMap
    {
        float* target = tape.GradientOf(node.A, out bool isNew);
        if (target != null)
        {
            Run<TMap>(tape, ref node, target, accumulate: !isNew);
        }
    }

    private static void Right<TMap>(Tape tape, ref Node node)
        where TMap : struct, IMap
    {
        float* target = tape.GradientOf(node.B);
        int length = node.Shape.Length;
        if (target == null)
        {
            return;
        }

        int repeated = tape.At(node.B).Shape.Length;
        if (repeated == length)
        {
            Run<TMap>(tape, ref node, target, accumulate: true);
            return;
        }

        // An element that took part several times has the sum of those gradients.
        float* each = tape.Take(length);
        Run<TMap>(tape, ref node, each, accumulate: false);
        if (repeated == 1)
        {
            *target += TensorPrimitives.Sum(new ReadOnlySpan<float>(each, length));
            return;
        }

        for (int start = 0; start < length; start += repeated)
        {
            Rearranging.AddTo(target, each + start, repeated);
        }
    }

    private static void Run<TMap>(Tape tape, ref Node node, float* target, bool accumulate)
        where TMap : struct, IMap
    {
        ref Node a = ref tape.At(node.A);
        ref Node b = ref tape.At(node.B);
        int length = node.Shape.Length;
        bool one = b.Shape.Length == 1;
        int piece = one ? length : b.Shape.Length;
        for (int start = 0; start < length; start += piece)
        {
            Map.Run<TMap>(new MapArguments
            {
                A = node.Gradient + start,
                B = a.Values + start,
                C = b.Values,
                OneC = one,
                Target = target + start,
                Length = piece,
                Accumulate = accumulate,
            });
        }
    }
}
