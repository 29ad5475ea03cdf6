using System.Numerics.Tensors;

namespace GymSharp.Neural.Autodiff;

/// <summary>Layer normalisation: <c>y = w (x − mean) / √(variance + ε) + b</c>, row by row.</summary>
internal static unsafe class Normalizing
{
    /// <summary>Keeps the normalised rows, then the reciprocal deviation of each row, for the way back.</summary>
    public static void Forward(Tape tape, ref Node node)
    {
        int rows = node.Shape.Rows;
        int width = node.Shape.Columns;
        float* x = tape.At(node.A).Values;
        ReadOnlySpan<float> weight = new(tape.At(node.B).Values, width);
        ReadOnlySpan<float> bias = new(tape.At(node.C).Values, width);
        node.Extra = tape.Take((rows * width) + rows);
        float* inverse = node.Extra + (rows * width);
        for (int row = 0; row < rows; row++)
        {
            Span<float> normal = new(node.Extra + (row * width), width);
            ReadOnlySpan<float> source = new(x + (row * width), width);
            TensorPrimitives.Subtract(source, TensorPrimitives.Sum(source) / width, normal);
            float variance = TensorPrimitives.SumOfSquares<float>(normal) / width;
            inverse[row] = 1 / MathF.Sqrt(variance + node.X);
            TensorPrimitives.Multiply(normal, inverse[row], normal);
            TensorPrimitives.MultiplyAdd(normal, weight, bias, new Span<float>(node.Values + (row * width), width));
        }
    }

    // With n the normalised row and h = g·w: dx = (h − mean(h) − n·mean(h·n)) / deviation, dw = Σ g·n, db = Σ g.
    public static void Backward(Tape tape, ref Node node)
    {
        int rows = node.Shape.Rows;
        int width = node.Shape.Columns;
        float* inverse = node.Extra + (rows * width);
        float* weight = tape.At(node.B).Values;
        float* x = tape.GradientOf(node.A);
        float* weightGradient = tape.GradientOf(node.B);
        float* biasGradient = tape.GradientOf(node.C);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> gradient = new(node.Gradient + (row * width), width);
            ReadOnlySpan<float> normal = new(node.Extra + (row * width), width);
            if (weightGradient != null)
            {
                Span<float> sum = new(weightGradient, width);
                TensorPrimitives.MultiplyAdd(gradient, normal, sum, sum);
            }

            if (biasGradient != null)
            {
                Span<float> sum = new(biasGradient, width);
                TensorPrimitives.Add(sum, gradient, sum);
            }

            if (x != null)
            {
                Input(gradient, normal, new ReadOnlySpan<float>(weight, width), inverse[row], x + (row * width));
            }
        }
    }

    private static void Input(
        ReadOnlySpan<float> gradient,
        ReadOnlySpan<float> normal,
        ReadOnlySpan<float> weight,
        float inverse,
        float* target)
    {
        float mean = 0;
        float along = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            float scaled = gradient[i] * weight[i];
            mean += scaled;
            along += scaled * normal[i];
        }

        mean /= gradient.Length;
        along /= gradient.Length;
        for (int i = 0; i < gradient.Length; i++)
        {
            target[i] += inverse * ((gradient[i] * weight[i]) - mean - (normal[i] * along));
        }
    }
}
