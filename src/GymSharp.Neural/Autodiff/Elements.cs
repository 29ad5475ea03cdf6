using System.Numerics.Tensors;
using GymSharp.Neural.Kernels;

namespace GymSharp.Neural.Autodiff;

/// <summary>Operations on the elements of one tensor. In a derivative x is the argument and y the result.</summary>
internal static unsafe class Elements
{
    // sqrt(2/π) and the cubic coefficient of the tanh form of GELU.
    private const float GeluScale = 0.7978845608f;
    private const float GeluCubic = 0.044715f;

    private interface IDerivative
    {
        static abstract float At(float x, float y, in Node node);
    }

    public static void AddScalar(Tape tape, ref Node node) => TensorPrimitives.Add(X(tape, node), node.X, Y(node));

    public static void AddScalarBack(Tape tape, ref Node node) =>
        Rearranging.AddTo(tape.GradientOf(node.A), node.Gradient, node.Shape.Length);

    public static void MultiplyScalar(Tape tape, ref Node node) =>
        TensorPrimitives.Multiply(X(tape, node), node.X, Y(node));

    public static void MultiplyScalarBack(Tape tape, ref Node node) => Back<ByFactor>(tape, ref node);

    public static void Tanh(Tape tape, ref Node node) => Activations.Tanh(X(tape, node), Y(node));

    public static void TanhBack(Tape tape, ref Node node) => Back<ByTanh>(tape, ref node);

    public static void Relu(Tape tape, ref Node node) => TensorPrimitives.Max(X(tape, node), 0, Y(node));

    public static void ReluBack(Tape tape, ref Node node) => Back<ByRelu>(tape, ref node);

    public static void Sigmoid(Tape tape, ref Node node) => TensorPrimitives.Sigmoid(X(tape, node), Y(node));

    public static void SigmoidBack(Tape tape, ref Node node) => Back<BySigmoid>(tape, ref node);

    public static void Gelu(Tape tape, ref Node node) => Activations.Gelu(X(tape, node), Y(node));

    public static void GeluBack(Tape tape, ref Node node) => Back<ByGelu>(tape, ref node);

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

    public static void SoftplusBack(Tape tape, ref Node node) => Back<BySoftplus>(tape, ref node);

    public static void Exp(Tape tape, ref Node node) => TensorPrimitives.Exp(X(tape, node), Y(node));

    public static void ExpBack(Tape tape, ref Node node) => Back<ByExp>(tape, ref node);

    public static void Log(Tape tape, ref Node node) => TensorPrimitives.Log(X(tape, node), Y(node));

    public static void LogBack(Tape tape, ref Node node) => Back<ByLog>(tape, ref node);

    public static void Square(Tape tape, ref Node node) =>
        TensorPrimitives.Multiply(X(tape, node), X(tape, node), Y(node));

    public static void SquareBack(Tape tape, ref Node node) => Back<BySquare>(tape, ref node);

    public static void Sqrt(Tape tape, ref Node node) => TensorPrimitives.Sqrt(X(tape, node), Y(node));

    public static void SqrtBack(Tape tape, ref Node node) => Back<BySqrt>(tape, ref node);

    public static void Abs(Tape tape, ref Node node) => TensorPrimitives.Abs(X(tape, node), Y(node));

    public static void AbsBack(Tape tape, ref Node node) => Back<ByAbs>(tape, ref node);

    public static void Clamp(Tape tape, ref Node node)
    {
        TensorPrimitives.Max(X(tape, node), node.X, Y(node));
        TensorPrimitives.Min(Y(node), node.Y, Y(node));
    }

    public static void ClampBack(Tape tape, ref Node node) => Back<ByClamp>(tape, ref node);

    public static void Huber(Tape tape, ref Node node)
    {
        ReadOnlySpan<float> x = X(tape, node);
        Span<float> y = Y(node);
        for (int i = 0; i < x.Length; i++)
        {
            float size = MathF.Abs(x[i]);
            y[i] = size <= node.X ? 0.5f * size * size : node.X * (size - (0.5f * node.X));
        }
    }

    public static void HuberBack(Tape tape, ref Node node) => Back<ByHuber>(tape, ref node);

    private static ReadOnlySpan<float> X(Tape tape, in Node node) => new(tape.At(node.A).Values, node.Shape.Length);

    private static Span<float> Y(in Node node) => new(node.Values, node.Shape.Length);

    private static void Back<TDerivative>(Tape tape, ref Node node)
        where TDerivative : struct, IDerivative
    {
        float* target = tape.GradientOf(node.A);
        float* x = tape.At(node.A).Values;
        for (int i = 0; i < node.Shape.Length; i++)
        {
            target[i] += node.Gradient[i] * TDerivative.At(x[i], node.Values[i], node);
        }
    }

    private readonly struct ByFactor : IDerivative
    {
        public static float At(float x, float y, in Node node) => node.X;
    }

    private readonly struct ByTanh : IDerivative
    {
        public static float At(float x, float y, in Node node) => 1 - (y * y);
    }

    private readonly struct ByRelu : IDerivative
    {
        public static float At(float x, float y, in Node node) => x > 0 ? 1 : 0;
    }

    private readonly struct BySigmoid : IDerivative
    {
        public static float At(float x, float y, in Node node) => y * (1 - y);
    }

    private readonly struct ByGelu : IDerivative
    {
        public static float At(float x, float y, in Node node)
        {
            float t = MathF.Tanh(GeluScale * (x + (GeluCubic * x * x * x)));
            float slope = GeluScale * (1 + (3 * GeluCubic * x * x));
            return (0.5f * (1 + t)) + (0.5f * x * (1 - (t * t)) * slope);
        }
    }

    private readonly struct BySoftplus : IDerivative
    {
        public static float At(float x, float y, in Node node) => 1 / (1 + MathF.Exp(-x));
    }

    private readonly struct ByExp : IDerivative
    {
        public static float At(float x, float y, in Node node) => y;
    }

    private readonly struct ByLog : IDerivative
    {
        public static float At(float x, float y, in Node node) => 1 / x;
    }

    private readonly struct BySquare : IDerivative
    {
        public static float At(float x, float y, in Node node) => 2 * x;
    }

    private readonly struct BySqrt : IDerivative
    {
        public static float At(float x, float y, in Node node) => 0.5f / y;
    }

    private readonly struct ByAbs : IDerivative
    {
        public static float At(float x, float y, in Node node) => x > 0 ? 1 : x < 0 ? -1 : 0;
    }

    private readonly struct ByClamp : IDerivative
    {
        public static float At(float x, float y, in Node node) => x >= node.X && x <= node.Y ? 1 : 0;
    }

    private readonly struct ByHuber : IDerivative
    {
        public static float At(float x, float y, in Node node) => Math.Clamp(x, -node.X, node.X);
    }
}
