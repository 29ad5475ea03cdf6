using System.Numerics.Tensors;

namespace GymSharp.Neural.Kernels;

/// <summary>Activation functions over spans.</summary>
internal static class Activations
{
    private const float GeluScale = 0.7978845608f;
    private const float GeluCubic = 0.044715f;

    public static void Tanh(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Tanh(x, y);

    public static void Gelu(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float t = MathF.Tanh(GeluScale * (x[i] + (GeluCubic * x[i] * x[i] * x[i])));
            y[i] = 0.5f * x[i] * (1 + t);
        }
    }

    /// <summary>Applies an activation in place.</summary>
    public static void Apply(Activation activation, Span<float> values)
    {
        switch (activation)
        {
            case Activation.Tanh:
                Tanh(values, values);
                break;
            case Activation.Relu:
                TensorPrimitives.Max(values, 0, values);
                break;
            case Activation.Sigmoid:
                TensorPrimitives.Sigmoid(values, values);
                break;
            case Activation.Gelu:
                Gelu(values, values);
                break;
        }
    }

    /// <summary>Multiplies gradients by the derivative of an activation, which is known from its result y.</summary>
    public static void MultiplyByDerivative(Activation activation, ReadOnlySpan<float> y, Span<float> gradient)
    {
        switch (activation)
        {
            case Activation.Tanh:
                for (int i = 0; i < y.Length; i++)
                {
                    gradient[i] *= 1 - (y[i] * y[i]);
                }

                break;
            case Activation.Relu:
                for (int i = 0; i < y.Length; i++)
                {
                    gradient[i] = y[i] > 0 ? gradient[i] : 0;
                }

                break;
            case Activation.Sigmoid:
                for (int i = 0; i < y.Length; i++)
                {
                    gradient[i] *= y[i] * (1 - y[i]);
                }

                break;
        }
    }
}
