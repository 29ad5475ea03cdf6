using System.Numerics.Tensors;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>Activation functions of whole layers.</summary>
internal static unsafe class Activations
{
    private const int LeastWhole = 16;

    /// <summary>Applies an activation in place to part of a matrix.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="values">First element.</param>
    /// <param name="part">Rows and columns, and elements from one row to the next.</param>
    public static void Apply(Activation activation, float* values, (int Rows, int Columns, int Stride) part)
    {
        (int pieces, int length) = Pieces(part);
        for (int i = 0; i < pieces; i++)
        {
            Apply(activation, values + ((nint)i * part.Stride), length);
        }
    }

    /// <summary>
    /// Multiplies part of a matrix of gradients by the derivative of an activation, which is known from its result y.
    /// </summary>
    /// <param name="activation">The function.</param>
    /// <param name="y">First element of the result.</param>
    /// <param name="gradient">First element of the gradient.</param>
    /// <param name="part">Rows and columns, and elements from one row to the next, of both.</param>
    public static void MultiplyByDerivative(
        Activation activation, float* y, float* gradient, (int Rows, int Columns, int Stride) part)
    {
        (int pieces, int length) = Pieces(part);
        for (int i = 0; i < pieces; i++)
        {
            nint at = (nint)i * part.Stride;
            MultiplyByDerivative(activation, y + at, gradient + at, length);
        }
    }

    // Whole rows lie in one piece.
    private static (int Pieces, int Length) Pieces((int Rows, int Columns, int Stride) part) =>
        part.Columns == part.Stride ? (1, part.Rows * part.Columns) : (part.Rows, part.Columns);

    private static void Apply(Activation activation, float* values, int length)
    {
        MapArguments inPlace = new() { A = values, Target = values, Length = length };
        switch (activation)
        {
            case Activation.Tanh:
                Map.Run<TanhMap>(inPlace);
                break;
            case Activation.Relu:
                Map.Run<Functions.Relu>(inPlace);
                break;
            case Activation.Sigmoid:
                Sigmoid(new Span<float>(values, length));
                break;
        }
    }

    private static void MultiplyByDerivative(Activation activation, float* y, float* gradient, int length)
    {
        MapArguments inPlace = new() { A = gradient, B = y, C = y, Target = gradient, Length = length };
        switch (activation)
        {
            case Activation.Tanh:
                Map.Run<Slopes.OfTanh>(inPlace);
                break;
            case Activation.Relu:
                Map.Run<Slopes.OfRelu>(inPlace);
                break;
            case Activation.Sigmoid:
                Map.Run<Slopes.OfSigmoid>(inPlace);
                break;
        }
    }

    // A few numbers alone would be computed one by one, which may round otherwise than a vector does: what a number
    // becomes must not depend on how many stand beside it.
    private static void Sigmoid(Span<float> values)
    {
        if (values.Length >= LeastWhole)
        {
            TensorPrimitives.Sigmoid(values, values);
            return;
        }

        Span<float> whole = stackalloc float[LeastWhole];
        whole.Clear();
        values.CopyTo(whole);
        TensorPrimitives.Sigmoid(whole, whole);
        whole[..values.Length].CopyTo(values);
    }
}
