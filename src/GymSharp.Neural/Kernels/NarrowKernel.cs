using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Linear layers with a handful of outputs, such as the last one of a policy, where a tile 16 columns wide would mostly
/// compute what nobody wants. Here the vectors run along the inputs.
/// </summary>
/// <remarks>
/// Forwards, input k goes to partial sum k mod 16, and the sixteen are added as a tree (j with j + 8, then j + 4, then
/// j + 2, then j + 1): an order that vectors of every length can keep.
/// </remarks>
internal static unsafe class NarrowKernel
{
    private const int Sums = 16;
    private const int MaxOutputs = 8;

    /// <summary>Whether a layer is of this kind.</summary>
    public static bool Suits(in LayerSizes sizes) => sizes.Outputs <= MaxOutputs && sizes.Inputs % Sums == 0;

    /// <summary><c>y = x W + b</c>.</summary>
    /// <param name="layer">The layer; the transposed weight is there.</param>
    /// <param name="sizes">Sizes of the part to compute.</param>
    public static void Forward(in LayerForward layer, in LayerSizes sizes)
    {
        if (Hardware.Use512)
        {
            Forward<Lanes512>(layer, sizes);
        }
        else if (Hardware.Use256)
        {
            Forward<Lanes256>(layer, sizes);
        }
        else if (Hardware.Use128)
        {
            Forward<Lanes128>(layer, sizes);
        }
        else
        {
            Forward<Lane>(layer, sizes);
        }
    }

    /// <summary>Writes or adds the gradient of the input.</summary>
    /// <param name="gradient">Gradient of the sums, [rows, outputs].</param>
    /// <param name="transposed">Transposed weight, [outputs, inputs].</param>
    /// <param name="target">Gradient of the input, [rows, inputs].</param>
    /// <param name="part">Sizes, and which inputs.</param>
    /// <param name="accumulate">Whether to add.</param>
    public static void InputGradient(
        float* gradient, float* transposed, float* target, in NarrowPart part, bool accumulate)
    {
        if (Hardware.Use512)
        {
            InputGradient<Lanes512>(gradient, transposed, target, part, accumulate);
        }
        else if (Hardware.Use256)
        {
            InputGradient<Lanes256>(gradient, transposed, target, part, accumulate);
        }
        else if (Hardware.Use128)
        {
            InputGradient<Lanes128>(gradient, transposed, target, part, accumulate);
        }
        else
        {
            InputGradient<Lane>(gradient, transposed, target, part, accumulate);
        }
    }

    /// <summary>Adds the gradient of the weight.</summary>
    /// <param name="x">Input, [rows, inputs].</param>
    /// <param name="gradient">Gradient of the sums, [rows, outputs].</param>
    /// <param name="target">Gradient of the weight, [inputs, outputs].</param>
    /// <param name="part">Sizes, and which inputs.</param>
    public static void WeightGradient(float* x, float* gradient, float* target, in NarrowPart part)
    {
        if (Hardware.Use512)
        {
            WeightGradient<Lanes512>(x, gradient, target, part);
        }
        else if (Hardware.Use256)
        {
            WeightGradient<Lanes256>(x, gradient, target, part);
        }
        else if (Hardware.Use128)
        {
            WeightGradient<Lanes128>(x, gradient, target, part);
        }
        else
        {
            WeightGradient<Lane>(x, gradient, target, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward<TLanes>(in LayerForward layer, in LayerSizes sizes)
        where TLanes : struct, ILanes<TLanes>
    {
        float* x = layer.X;
        float* y = layer.Y;
        for (int row = 0; row < sizes.Rows; row++)
        {
            float* weight = layer.Transposed;
            for (int output = 0; output < sizes.Outputs; output++)
            {
                float dot = Hardware.Use512
                    ? Dot512(x, weight, sizes.Inputs)
                    : Dot<TLanes>(x, weight, sizes.Inputs);
                y[output] = dot + (layer.Bias == null ? 0 : layer.Bias[output]);
                weight += sizes.Inputs;
            }

            x += sizes.Inputs;
            y += sizes.Outputs;
        }
    }

    // The same tree, in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot512(float* x, float* weight, int length)
    {
        Vector512<float> sums = Vector512<float>.Zero;
        for (int i = 0; i < length; i += Sums)
        {
            sums = Vector512.FusedMultiplyAdd(Vector512.Load(x + i), Vector512.Load(weight + i), sums);
        }

        Vector256<float> eight = sums.GetLower() + sums.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3));
        return two[0] + two[1];
    }

    [SkipLocalsInit]
    private static float Dot<TLanes>(float* x, float* weight, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        float* sums = stackalloc float[Sums];
        for (int lane = 0; lane < Sums; lane += TLanes.Count)
        {
            TLanes sum = TLanes.All(0);
            for (int i = lane; i < length; i += Sums)
            {
                sum = TLanes.MultiplyAdd(TLanes.Load(x + i), TLanes.Load(weight + i), sum);
            }

            sum.Store(sums + lane);
        }

        return Hardware.Use128 ? Tree<Lanes128>(sums) : Tree<Lane>(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Tree<TLanes>(float* sums)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < 4; i += TLanes.Count)
        {
            TLanes even = TLanes.Add(TLanes.Load(sums + i), TLanes.Load(sums + i + 8));
            TLanes odd = TLanes.Add(TLanes.Load(sums + i + 4), TLanes.Load(sums + i + 12));
            TLanes.Add(even, odd).Store(sums + i);
        }

        return sums[0] + sums[2] + (sums[1] + sums[3]);
    }

    // Row by row: a column of rows a power of two apart would push its own lines out of the first cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputGradient<TLanes>(
        float* gradient, float* transposed, float* target, in NarrowPart part, bool accumulate)
        where TLanes : struct, ILanes<TLanes>
    {
        LayerSizes sizes = part.Sizes;
        for (int row = 0; row < sizes.Rows; row++)
        {
            float* weight = transposed;
            for (int output = 0; output < sizes.Outputs; output += 2)
            {
                bool adds = accumulate || output > 0;
                if (output + 1 < sizes.Outputs)
                {
                    SpreadPair<TLanes>(gradient + output, weight, target, part, adds);
                }
                else
                {
                    Spread<TLanes>(gradient[output], weight, target, part, adds);
                }

                weight += 2 * sizes.Inputs;
            }

            gradient += sizes.Outputs;
            target += sizes.Inputs;
        }
    }

    // Adds two gradients times their weights to one row of inputs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpreadPair<TLanes>(
        float* gradient, float* weight, float* target, in NarrowPart part, bool adds)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes g0 = TLanes.All(gradient[0]);
        TLanes g1 = TLanes.All(gradient[1]);
        float* second = weight + part.Sizes.Inputs;
        for (int i = part.First; i < part.End; i += TLanes.Count)
        {
            TLanes sum = adds ? TLanes.Load(target + i) : TLanes.All(0);
            sum = TLanes.MultiplyAdd(g0, TLanes.Load(weight + i), sum);
            TLanes.MultiplyAdd(g1, TLanes.Load(second + i), sum).Store(target + i);
        }
    }

    // Adds one gradient times its weights to one row of inputs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread<TLanes>(
        float gradient, float* weight, float* target, in NarrowPart part, bool adds)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes g = TLanes.All(gradient);
        for (int i = part.First; i < part.End; i += TLanes.Count)
        {
            TLanes sum = adds ? TLanes.Load(target + i) : TLanes.All(0);
            TLanes.MultiplyAdd(g, TLanes.Load(weight + i), sum).Store(target + i);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WeightGradient<TLanes>(float* x, float* gradient, float* target, in NarrowPart part)
        where TLanes : struct, ILanes<TLanes>
    {
        float* sums = stackalloc float[4 * TLanes.Count];
        int width = 4 * TLanes.Count;
        LayerSizes sizes = part.Sizes;
        for (int output = 0; output < sizes.Outputs; output++)
        {
            for (int first = part.First; first < part.End; first += width)
            {
                int vectors = Math.Min(width, part.End - first) / TLanes.Count;
                Columns<TLanes>(x + first, gradient + output, sums, sizes, vectors);
                for (int i = 0; i < vectors * TLanes.Count; i++)
                {
                    target[((first + i) * sizes.Outputs) + output] += sums[i];
                }
            }
        }
    }

    // Sums of x times gradient over all rows, for up to four vectors of inputs; four chains hide the latency of adding.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<TLanes>(float* x, float* gradient, float* sums, in LayerSizes sizes, int vectors)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes a = TLanes.All(0);
        TLanes b = a;
        TLanes c = a;
        TLanes d = a;
        int atB = vectors > 1 ? TLanes.Count : 0;
        int atC = vectors > 2 ? 2 * TLanes.Count : 0;
        int atD = vectors > 3 ? 3 * TLanes.Count : 0;
        for (int row = 0; row < sizes.Rows; row++)
        {
            TLanes factor = TLanes.All(*gradient);
            a = TLanes.MultiplyAdd(TLanes.Load(x), factor, a);
            b = TLanes.MultiplyAdd(TLanes.Load(x + atB), factor, b);
            c = TLanes.MultiplyAdd(TLanes.Load(x + atC), factor, c);
            d = TLanes.MultiplyAdd(TLanes.Load(x + atD), factor, d);
            x += sizes.Inputs;
            gradient += sizes.Outputs;
        }

        a.Store(sums);
        b.Store(sums + TLanes.Count);
        c.Store(sums + (2 * TLanes.Count));
        d.Store(sums + (3 * TLanes.Count));
    }
}
