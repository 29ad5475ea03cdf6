using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// The way back through a narrow layer into a rectified one, without the gradient between them: <c>g = h Vᵀ</c> where
/// the output is above zero, with h the gradient of the few outputs and V their weight.
/// </summary>
/// <remarks>
/// Every number is the chain of multiply-adds that <see cref="NarrowKernel"/> would store. What a member of a team
/// needs of the columns of others is a bit per number, whether the output is above zero.
/// </remarks>
internal sealed unsafe class HeadBackward : IComputeJob
{
    // Columns in a piece of work: two vectors, so that members share no cache line.
    private const int PieceColumns = 2 * LiveColumns.Vector;

    // Bytes.
    private const int CacheLine = 64;

    // A bit per number, [vectors, rows]: with 32 rows and more, members write cache lines of their own.
    private ushort[] positive = [];
    private HeadGradient head;
    private LayerSizes sizes;
    private float* output;
    private float* bias;
    private ushort* marks;

    private ushort* Positive =>
        (ushort*)(((nint)Unsafe.AsPointer(ref positive[0]) + CacheLine - 1) & ~(nint)(CacheLine - 1));

    private int Vectors => sizes.Outputs / LiveColumns.Vector;

    /// <summary>Adds the gradient of the bias and marks the columns of <c>g</c> that are not all zeros.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="source">Where the gradient comes from.</param>
    /// <param name="layer">Sizes of the rectified layer; outputs are a multiple of 16.</param>
    /// <param name="y">Its output, [rows, outputs].</param>
    /// <param name="sum">Gradient of its bias, or null.</param>
    /// <param name="columns">Filled: a bit for every column, 16 to a number.</param>
    public void Start(
        ComputeTeam team, in HeadGradient source, in LayerSizes layer, float* y, float* sum, ushort* columns)
    {
        (head, sizes) = (source, layer);
        output = y;
        bias = sum;
        marks = columns;
        int length = (sizes.Rows * Vectors) + (CacheLine / sizeof(ushort));
        if (positive.Length < length)
        {
            positive = GC.AllocateArray<ushort>(length, pinned: true);
        }

        team.Run(this, (sizes.Outputs + PieceColumns - 1) / PieceColumns);
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        // Written at once: the marks of all members lie in one cache line.
        int start = first * 2;
        Span<ushort> live = stackalloc ushort[Math.Min(end * 2, Vectors) - start];
        for (int i = 0; i < live.Length; i++)
        {
            live[i] = Column(start + i);
        }

        live.CopyTo(new Span<ushort>(marks + start, live.Length));
    }

    /// <summary>Computes the live columns of <c>g</c>, side by side.</summary>
    /// <param name="live">Which columns of each vector are live.</param>
    /// <param name="to">[rows, width].</param>
    /// <param name="width">Elements from one row to the next; live columns and up to two vectors of zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(ushort* live, float* to, int width)
    {
        float* h = head.Gradient;
        for (int row = 0; row < sizes.Rows; row++, h += head.Heads, to += width)
        {
            float* at = to;
            ushort* bits = Positive + row;
            for (int vector = 0; vector < Vectors; vector++, bits += sizes.Rows)
            {
                Vector512<float> g = Of(h, head.Transposed + (vector * LiveColumns.Vector)) & LiveColumns.Mask(*bits);
                Avx512F.Compress(Vector512<float>.Zero, LiveColumns.Mask(live[vector]), g).Store(at);
                at += BitOperations.PopCount(live[vector]);
            }

            Vector512<float>.Zero.Store(at);
            Vector512<float>.Zero.Store(at + LiveColumns.Vector);
        }
    }

    // Sixteen columns from the first row to the last.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ushort Column(int vector)
    {
        int column = vector * LiveColumns.Vector;
        float* weight = head.Transposed + column;
        float* y = output + column;
        float* h = head.Gradient;
        ushort* bits = Positive + (vector * sizes.Rows);
        Vector512<float> sum = bias == null ? Vector512<float>.Zero : Vector512.Load(bias + column);
        Vector512<int> any = Vector512<int>.Zero;
        for (int row = 0; row < sizes.Rows; row++, y += sizes.Outputs, h += head.Heads, bits++)
        {
            Vector512<float> above = Vector512.LessThan(Vector512<float>.Zero, Vector512.Load(y));
            Vector512<float> g = Of(h, weight) & above;
            *bits = (ushort)above.ExtractMostSignificantBits();
            sum += g;
            any |= g.AsInt32();
        }

        if (bias != null)
        {
            sum.Store(bias + column);
        }

        return (ushort)LiveColumns.LanesWithBits(any);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Of(float* h, float* weight)
    {
        Vector512<float> g = Vector512<float>.Zero;
        for (int i = 0; i < head.Heads; i++, weight += sizes.Outputs)
        {
            g = Vector512.FusedMultiplyAdd(Vector512.Create(h[i]), Vector512.Load(weight), g);
        }

        return g;
    }
}
