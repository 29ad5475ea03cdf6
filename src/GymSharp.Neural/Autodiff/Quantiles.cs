using System.Numerics;
using System.Numerics.Tensors;
using Vectors = System.Numerics.Vector;

namespace GymSharp.Neural.Autodiff;

/// <summary>The quantile Huber loss. The way forward also forms the slopes, which the way back only scales.</summary>
internal static unsafe class Quantiles
{
    // Lanes are quantiles and each adds up its targets one by one, so the width of the processor's vectors does not
    // show.
    public static void Huber(Tape tape, ref Node node)
    {
        ref Node quantiles = ref tape.At(node.A);
        ref Node targets = ref tape.At(node.I);
        int count = quantiles.Shape.Columns;
        int samples = targets.Shape.Columns;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            float* theta = quantiles.Values + ((long)row * count);
            float* slope = node.Extra + ((long)row * count);
            ReadOnlySpan<float> target = new(targets.Values + ((long)row * samples), samples);
            float loss = 0;
            int i = 0;
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<float> share = (Vectors.CreateSequence<float>(0, 1) + new Vector<float>(i + 0.5f)) / count;
                (Vector<float> sums, Vector<float> slopes) = Lanes(Vectors.Load(theta + i), share, target, node.X);
                slopes.Store(slope + i);
                for (int lane = 0; lane < Vector<float>.Count; lane++)
                {
                    loss += sums[lane];
                }
            }

            for (; i < count; i++)
            {
                (Vector<float> sums, Vector<float> slopes) =
                    Lanes(new Vector<float>(theta[i]), new Vector<float>((i + 0.5f) / count), target, node.X);
                slope[i] = slopes[0];
                loss += sums[0];
            }

            node.Values[row] = loss;
        }
    }

    public static void HuberBack(Tape tape, ref Node node)
    {
        float* gradient = tape.GradientOf(node.A);
        int count = tape.At(node.A).Shape.Columns;
        for (int row = 0; row < node.Shape.Length; row++)
        {
            Span<float> part = new(gradient + ((long)row * count), count);
            TensorPrimitives.MultiplyAdd(
                new ReadOnlySpan<float>(node.Extra + ((long)row * count), count), node.Gradient[row], part, part);
        }
    }

    private static (Vector<float> Loss, Vector<float> Slope) Lanes(
        Vector<float> theta, Vector<float> share, ReadOnlySpan<float> targets, float kappa)
    {
        Vector<float> loss = Vector<float>.Zero;
        Vector<float> slope = Vector<float>.Zero;
        Vector<float> bound = new(kappa);
        foreach (float target in targets)
        {
            Vector<float> u = new Vector<float>(target) - theta;
            Vector<float> weight =
                Vectors.ConditionalSelect(Vectors.LessThan(u, Vector<float>.Zero), Vector<float>.One - share, share);
            Vector<float> clipped = Vectors.Min(Vectors.Max(u, -bound), bound);
            Vector<float> pull = weight * clipped;
            slope -= pull;
            loss += pull * (u - (0.5f * clipped));
        }

        float scale = 1 / (kappa * targets.Length);
        return (loss * scale, slope * scale);
    }
}
