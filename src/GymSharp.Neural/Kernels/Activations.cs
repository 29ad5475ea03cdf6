using System.Numerics.Tensors;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>Activation functions of whole layers.</summary>
internal static unsafe class Activations
{
    /// <summary>Applies an activation in place.</summary>
    public static void Apply(Activation activation, float* values, int length)
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
                TensorPrimitives.Sigmoid(new ReadOnlySpan<float>(values, length), new Span<float>(values, length));
                break;
        }
    }

    /// <summary>Multiplies gradients by the derivative of an activation, which is known from its result y.</summary>
    public static void MultiplyByDerivative(Activation activation, float* y, float* gradient, int length)
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
}
