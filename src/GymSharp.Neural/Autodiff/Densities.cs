using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Autodiff;

/// <summary>Parts of distributions, each in one pass over its rows.</summary>
internal static unsafe class Densities
{
    private const float HalfLogTwoPi = 0.9189385332f;

    // −Σ p log p; an impossible choice adds nothing, even where its logarithm is minus infinity. The probabilities are
    // kept for the way back.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CategoricalEntropy(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int width = a.Shape.Columns;
        float* logarithm = a.Values;
        float* probability = tape.Take(a.Shape.Length);
        node.Extra = probability;
        TensorPrimitives.Exp(
            new ReadOnlySpan<float>(logarithm, a.Shape.Length), new Span<float>(probability, a.Shape.Length));
        for (int row = 0; row < node.Shape.Length; row++)
        {
            float entropy = 0;
            for (int i = 0; i < width; i++, logarithm++, probability++)
            {
                entropy -= *probability > 0 ? *probability * *logarithm : 0;
            }

            node.Values[row] = entropy;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CategoricalEntropyBack(Tape tape, ref Node node)
    {
        ref Node a = ref tape.At(node.A);
        int width = a.Shape.Columns;
        float* logarithm = a.Values;
        float* probability = node.Extra;
        float* gradient = tape.GradientOf(node.A);
        for (int row = 0; row < node.Shape.Length; row++)
        {
            for (int i = 0; i < width; i++, logarithm++, probability++, gradient++)
            {
                *gradient -= *probability > 0 ? node.Gradient[row] * *probability * (1 + *logarithm) : 0;
            }
        }
    }

    // Σ −z²/2 − log σ − log(2π)/2 with z = (x − μ)/σ, which replaces x for the way back.
    public static void GaussianLogProbability(Tape tape, ref Node node)
    {
        float* mean = tape.At(node.A).Values;
        int size = tape.At(node.A).Shape.Columns / 2;
        float* z = node.Extra;
        for (int row = 0; row < node.Shape.Length; row++, mean += 2 * size)
        {
            float sum = -size * HalfLogTwoPi;
            for (int i = 0; i < size; i++, z++)
            {
                float logDeviation = mean[size + i];
                *z = (*z - mean[i]) * MathF.Exp(-logDeviation);
                sum -= (0.5f * *z * *z) + logDeviation;
            }

            node.Values[row] = sum;
        }
    }

    public static void GaussianLogProbabilityBack(Tape tape, ref Node node)
    {
        float* mean = tape.At(node.A).Values;
        float* gradient = tape.GradientOf(node.A);
        int size = tape.At(node.A).Shape.Columns / 2;
        float* z = node.Extra;
        for (int row = 0; row < node.Shape.Length; row++, mean += 2 * size, gradient += 2 * size)
        {
            for (int i = 0; i < size; i++, z++)
            {
                gradient[i] += node.Gradient[row] * *z * MathF.Exp(-mean[size + i]);
                gradient[size + i] += node.Gradient[row] * ((*z * *z) - 1);
            }
        }
    }
}
