using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// One row times a matrix in panels, as for a single observation: four panels at a time, so that the chains of
/// multiply-adds do not wait for each other.
/// </summary>
internal static unsafe class SingleRow512
{
    /// <summary>Panels computed together.</summary>
    public const int Panels = 4;

    /// <summary>Computes four times 32 columns.</summary>
    /// <param name="tile">A row of the left matrix, neighbouring columns side by side, and the first panel.</param>
    /// <param name="panel">Elements from one panel to the next.</param>
    /// <param name="list">Columns of the left matrix that are not zero, or null for all.</param>
    /// <param name="count">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in Tile tile, nint panel, ushort* list, int count)
    {
        float* left = tile.A;
        float* first = tile.B;
        float* initial = tile.Initial;
        nint next = initial == Gemm.Zero ? 0 : Tile.MaxColumns;
        Vector512<float> c00 = Vector512.Load(initial);
        Vector512<float> c01 = Vector512.Load(initial + 16);
        Vector512<float> c10 = Vector512.Load(initial + next);
        Vector512<float> c11 = Vector512.Load(initial + next + 16);
        Vector512<float> c20 = Vector512.Load(initial + (2 * next));
        Vector512<float> c21 = Vector512.Load(initial + (2 * next) + 16);
        Vector512<float> c30 = Vector512.Load(initial + (3 * next));
        Vector512<float> c31 = Vector512.Load(initial + (3 * next) + 16);
        for (int i = 0; i < count; i++)
        {
            nint k = list == null ? i : list[i];
            Vector512<float> x = Vector512.Create(left[k]);
            float* b = first + (k * Tile.MaxColumns);
            c00 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b), c00);
            c01 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b + 16), c01);
            b += panel;
            c10 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b), c10);
            c11 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b + 16), c11);
            b += panel;
            c20 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b), c20);
            c21 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b + 16), c21);
            b += panel;
            c30 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b), c30);
            c31 = Avx512F.FusedMultiplyAdd(x, Vector512.Load(b + 16), c31);
        }

        float* c = tile.C;
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + 32);
        c11.Store(c + 48);
        c20.Store(c + 64);
        c21.Store(c + 80);
        c30.Store(c + 96);
        c31.Store(c + 112);
    }
}
