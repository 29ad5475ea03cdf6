using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

#pragma warning disable MA0051 // Accumulators must be locals to stay in registers: one line each.

namespace GymSharp.Neural.Kernels;

/// <summary>
/// <see cref="Panel512"/> for eight rows of a left matrix most of whose columns are zeros: it goes through the others
/// only, in their order, so with a finite right matrix the sums are the same to the last bit.
/// </summary>
internal static unsafe class LivePanel512
{
    /// <summary>Computes eight rows and 32 columns.</summary>
    /// <param name="tile">The tile; neighbouring columns of its left matrix lie side by side.</param>
    /// <param name="list">Columns of the left matrix that count.</param>
    /// <param name="count">How many.</param>
    /// <param name="isPacked">
    /// Whether the right matrix has rows for these columns only; else for all.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref Tile tile, ushort* list, int count, bool isPacked)
    {
        nint row = tile.ARow * sizeof(float);
        float* a = tile.A;
        float* a3 = a + (3 * tile.ARow);
        float* a6 = a + (6 * tile.ARow);
        float* right = tile.B;
        nint bStep = isPacked ? tile.BRow : 0;
        nint bRow = isPacked ? 0 : tile.BRow;
        float* initial = tile.Initial;
        float* c = tile.C;
        nint i = tile.InitialRow * sizeof(float);
        float* i3 = initial + (3 * tile.InitialRow);
        float* i6 = initial + (6 * tile.InitialRow);
        Vector512<float> c00 = Vector512.Load(initial);
        Vector512<float> c01 = Vector512.Load(initial + 16);
        Vector512<float> c10 = Vector512.Load(Panel512.Plus1(initial, i));
        Vector512<float> c11 = Vector512.Load(Panel512.Plus1(initial + 16, i));
        Vector512<float> c20 = Vector512.Load(Panel512.Plus2(initial, i));
        Vector512<float> c21 = Vector512.Load(Panel512.Plus2(initial + 16, i));
        Vector512<float> c30 = Vector512.Load(i3);
        Vector512<float> c31 = Vector512.Load(i3 + 16);
        Vector512<float> c40 = Vector512.Load(Panel512.Plus4(initial, i));
        Vector512<float> c41 = Vector512.Load(Panel512.Plus4(initial + 16, i));
        Vector512<float> c50 = Vector512.Load(Panel512.Plus2(i3, i));
        Vector512<float> c51 = Vector512.Load(Panel512.Plus2(i3 + 16, i));
        Vector512<float> c60 = Vector512.Load(i6);
        Vector512<float> c61 = Vector512.Load(i6 + 16);
        Vector512<float> c70 = Vector512.Load(Panel512.Plus4(i3, i));
        Vector512<float> c71 = Vector512.Load(Panel512.Plus4(i3 + 16, i));
        for (ushort* end = list + count; list < end; list++)
        {
            nint k = *list;
            float* b = right + (k * bRow);
            right += bStep;
            float* p = a + k;
            float* q = a3 + k;
            float* r = a6 + k;
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> x0 = Vector512.Create(*p);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
            Vector512<float> x1 = Vector512.Create(*Panel512.Plus1(p, row));
            c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
            c11 = Avx512F.FusedMultiplyAdd(x1, b1, c11);
            Vector512<float> x2 = Vector512.Create(*Panel512.Plus2(p, row));
            c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
            c21 = Avx512F.FusedMultiplyAdd(x2, b1, c21);
            Vector512<float> x3 = Vector512.Create(*q);
            c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
            c31 = Avx512F.FusedMultiplyAdd(x3, b1, c31);
            Vector512<float> x4 = Vector512.Create(*Panel512.Plus4(p, row));
            c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
            c41 = Avx512F.FusedMultiplyAdd(x4, b1, c41);
            Vector512<float> x5 = Vector512.Create(*Panel512.Plus2(q, row));
            c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
            c51 = Avx512F.FusedMultiplyAdd(x5, b1, c51);
            Vector512<float> x6 = Vector512.Create(*r);
            c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
            c61 = Avx512F.FusedMultiplyAdd(x6, b1, c61);
            Vector512<float> x7 = Vector512.Create(*Panel512.Plus4(q, row));
            c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
            c71 = Avx512F.FusedMultiplyAdd(x7, b1, c71);
        }

        if (tile.Rectifies)
        {
            c00 = Panel512.Rectified(c00);
            c01 = Panel512.Rectified(c01);
            c10 = Panel512.Rectified(c10);
            c11 = Panel512.Rectified(c11);
            c20 = Panel512.Rectified(c20);
            c21 = Panel512.Rectified(c21);
            c30 = Panel512.Rectified(c30);
            c31 = Panel512.Rectified(c31);
            c40 = Panel512.Rectified(c40);
            c41 = Panel512.Rectified(c41);
            c50 = Panel512.Rectified(c50);
            c51 = Panel512.Rectified(c51);
            c60 = Panel512.Rectified(c60);
            c61 = Panel512.Rectified(c61);
            c70 = Panel512.Rectified(c70);
            c71 = Panel512.Rectified(c71);
        }

        i = tile.CRow * sizeof(float);
        float* c3 = c + (3 * tile.CRow);
        float* c6 = c + (6 * tile.CRow);
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(Panel512.Plus1(c, i));
        c11.Store(Panel512.Plus1(c + 16, i));
        c20.Store(Panel512.Plus2(c, i));
        c21.Store(Panel512.Plus2(c + 16, i));
        c30.Store(c3);
        c31.Store(c3 + 16);
        c40.Store(Panel512.Plus4(c, i));
        c41.Store(Panel512.Plus4(c + 16, i));
        c50.Store(Panel512.Plus2(c3, i));
        c51.Store(Panel512.Plus2(c3 + 16, i));
        c60.Store(c6);
        c61.Store(c6 + 16);
        c70.Store(Panel512.Plus4(c3, i));
        c71.Store(Panel512.Plus4(c3 + 16, i));
    }
}
