using System.Numerics.Tensors;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Autodiff;

/// <summary>Operations on the elements of one tensor.</summary>
internal static unsafe class Elements
{
    public static void AddScalar(Tape tape, ref Node node) => Forward<Functions.AddP>(tape, ref node);

    public static void AddScalarBack(Tape tape, ref Node node) => Back<Slopes.OfSum>(tape, ref node);

    public static void MultiplyScalar(Tape tape, ref Node node) => Forward<Functions.MultiplyByP>(tape, ref node);

    public static void MultiplyScalarBack(Tape tape, ref Node node) => Back<Slopes.OfFactor>(tape, ref node);

    public static void Tanh(Tape tape, ref Node node) => Forward<TanhMap>(tape, ref node);

    public static void TanhBack(Tape tape, ref Node node) => Back<Slopes.OfTanh>(tape, ref node);

    public static void Relu(Tape tape, ref Node node) => Forward<Functions.Relu>(tape, ref node);

    public static void ReluBack(Tape tape, ref Node node) => Back<Slopes.OfRelu>(tape, ref node);

    public static void Sigmoid(Tape tape, ref Node node) => TensorPrimitives.Sigmoid(X(tape, node), Y(node));

    public static void SigmoidBack(Tape tape, ref Node node) => Back<Slopes.OfSigmoid>(tape, ref node);

    public static void Gelu(Tape tape, ref Node node) => Forward<GeluMap>(tape, ref node);

    public static void GeluBack(Tape tape, ref Node node) => Back<GeluSlope>(tape, ref node);

    public static void Softplus(Tape tape, ref Node node)
    {
        ReadOnlySpan<float> x = X(tape, node);
        Span<float> y = Y(node);
        for (int i = 0; i < x.Length; i++)
        {
            // max(x, 0) + log(1 + e^-|x|) does not overflow.
            y[i] = MathF.Max(x[i], 0) + float.LogP1(MathF.Exp(-MathF.Abs(x[i])));
        }
    }

    public static void SoftplusBack(Tape tape, ref Node node)
    {
        Span<float> target = new(tape.GradientOf(node.A), node.Shape.Length);
        ReadOnlySpan<float> x = X(tape, node);
        for (int i = 0; i < x.Length; i++)
        {
            target[i] += node.Gradient[i] / (1 + MathF.Exp(-x[i]));
        }
    }

    public static void Exp(Tape tape, ref Node node) => TensorPrimitives.Exp(X(tape, node), Y(node));

    public static void ExpBack(Tape tape, ref Node node) => Back<Slopes.OfExp>(tape, ref node);

    public static void Log(Tape tape, ref Node node) => TensorPrimitives.Log(X(tape, node), Y(node));

    public static void LogBack(Tape tape, ref Node node) => Back<Slopes.OfLog>(tape, ref node);

    public static void Square(Tape tape, ref Node node) => Forward<Functions.Square>(tape, ref node);

    public static void SquareBack(Tape tape, ref Node node) => Back<Slopes.OfSquare>(tape, ref node);

    public static void Sqrt(Tape tape, ref Node node) => TensorPrimitives.Sqrt(X(tape, node), Y(node));

    public static void SqrtBack(Tape tape, ref Node node) => Back<Slopes.OfSqrt>(tape, ref node);

    public static void Abs(Tape tape, ref Node node) => TensorPrimitives.Abs(X(tape, node), Y(node));

    public static void AbsBack(Tape tape, ref Node node) => Back<Slopes.OfAbs>(tape, ref node);

    public static void Clamp(Tape tape, ref Node node) => Forward<Functions.Clamp>(tape, ref node);

    public static void ClampBack(Tape tape, ref Node node) => Back<Slopes.OfClamp>(tape, ref node);

    public static void Huber(Tape tape, ref Node node) => Forward<HuberMap>(tape, ref node);

    public static void HuberBack(Tape tape, ref Node node) => Back<Slopes.OfHuber>(tape, ref node);

    private static ReadOnlySpan<float> X(Tape tape, in Node node) => new(tape.At(node.A).Values, node.Shape.Length);

    private static Span<float> Y(in Node node) => new(node.Values, node.Shape.Length);

    private static void Forward<TMap>(Tape tape, ref Node node)
        where TMap : struct, IMap => Map.Run<TMap>(new MapArguments
        {
            A = tape.At(node.A).Values,
            Target = node.Values,
            Length = node.Shape.Length,
            P = node.X,
            Q = node.Y,
        });

    private static void Back<TMap>(Tape tape, ref Node node)
        where TMap : struct, IMap
    {
        float* target = tape.GradientOf(node.A, out bool isNew);
        Map.Run<TMap>(new MapArguments
        {
            A = node.Gradient,
            B = tape.At(node.A).Values,
            C = node.Values,
            Target = target,
            Length = node.Shape.Length,
            P = node.X,
            Q = node.Y,
            Accumulate = !isNew,
        });
    }
}
