using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>Tiles in 512-bit vectors: 16 accumulators, two vectors of B, one broadcast element of A at a time.</summary>
/// <remarks>
/// Per step of the inner dimension an 8×32 tile does 16 multiply-adds for 10 loads, so two multiply-adds can start in
/// every cycle. Rows beyond the tile's end repeat its last one and are not stored.
/// </remarks>
internal static unsafe class Tile512
{
    public static void Run(ref Tile tile, int columns)
    {
        if (tile.Rows > 2)
        {
            if (columns == 16)
            {
                Rows8Columns16(ref tile);
            }
            else
            {
                Rows8Columns32(ref tile);
            }

            return;
        }

        Tile row = tile;
        row.Rows = 1;
        for (int i = 0; i < tile.Rows; i++)
        {
            if (columns == 16)
            {
                Rows1Columns16(ref row);
            }
            else
            {
                Rows1Columns32(ref row);
            }

            row.A += tile.ARow;
            row.Initial += tile.InitialRow;
            row.C += tile.CRow;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows8Columns32(ref Tile tile)
    {
        float* b = tile.B;
        nint bRow = tile.BRow;
        nint step = tile.AColumn;
        nint at = 0;
        int last = tile.Rows - 1;
        nint aRow = tile.ARow;
        nint iRow = tile.InitialRow;
        float* a0 = tile.A;
        float* a1 = a0 + (1 <= last ? aRow : 0);
        float* a2 = a1 + (2 <= last ? aRow : 0);
        float* a3 = a2 + (3 <= last ? aRow : 0);
        float* a4 = a3 + (4 <= last ? aRow : 0);
        float* a5 = a4 + (5 <= last ? aRow : 0);
        float* a6 = a5 + (6 <= last ? aRow : 0);
        float* a7 = a6 + (7 <= last ? aRow : 0);
        float* i0 = tile.Initial;
        Vector512<float> c00 = Vector512.Load(i0);
        Vector512<float> c01 = Vector512.Load(i0 + 16);
        float* i1 = i0 + (1 <= last ? iRow : 0);
        Vector512<float> c10 = Vector512.Load(i1);
        Vector512<float> c11 = Vector512.Load(i1 + 16);
        float* i2 = i1 + (2 <= last ? iRow : 0);
        Vector512<float> c20 = Vector512.Load(i2);
        Vector512<float> c21 = Vector512.Load(i2 + 16);
        float* i3 = i2 + (3 <= last ? iRow : 0);
        Vector512<float> c30 = Vector512.Load(i3);
        Vector512<float> c31 = Vector512.Load(i3 + 16);
        float* i4 = i3 + (4 <= last ? iRow : 0);
        Vector512<float> c40 = Vector512.Load(i4);
        Vector512<float> c41 = Vector512.Load(i4 + 16);
        float* i5 = i4 + (5 <= last ? iRow : 0);
        Vector512<float> c50 = Vector512.Load(i5);
        Vector512<float> c51 = Vector512.Load(i5 + 16);
        float* i6 = i5 + (6 <= last ? iRow : 0);
        Vector512<float> c60 = Vector512.Load(i6);
        Vector512<float> c61 = Vector512.Load(i6 + 16);
        float* i7 = i6 + (7 <= last ? iRow : 0);
        Vector512<float> c70 = Vector512.Load(i7);
        Vector512<float> c71 = Vector512.Load(i7 + 16);
        for (int k = tile.Inner; k > 0; k--)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> x0 = Vector512.Create(a0[at]);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
            Vector512<float> x1 = Vector512.Create(a1[at]);
            c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
            c11 = Avx512F.FusedMultiplyAdd(x1, b1, c11);
            Vector512<float> x2 = Vector512.Create(a2[at]);
            c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
            c21 = Avx512F.FusedMultiplyAdd(x2, b1, c21);
            Vector512<float> x3 = Vector512.Create(a3[at]);
            c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
            c31 = Avx512F.FusedMultiplyAdd(x3, b1, c31);
            Vector512<float> x4 = Vector512.Create(a4[at]);
            c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
            c41 = Avx512F.FusedMultiplyAdd(x4, b1, c41);
            Vector512<float> x5 = Vector512.Create(a5[at]);
            c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
            c51 = Avx512F.FusedMultiplyAdd(x5, b1, c51);
            Vector512<float> x6 = Vector512.Create(a6[at]);
            c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
            c61 = Avx512F.FusedMultiplyAdd(x6, b1, c61);
            Vector512<float> x7 = Vector512.Create(a7[at]);
            c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
            c71 = Avx512F.FusedMultiplyAdd(x7, b1, c71);
            at += step;
            b += bRow;
        }

        float* r0 = tile.C;
        c00.Store(r0);
        c01.Store(r0 + 16);

        if (tile.Rows == 1)
        {
            return;
        }

        float* r1 = tile.C + (1 * tile.CRow);
        c10.Store(r1);
        c11.Store(r1 + 16);

        if (tile.Rows == 2)
        {
            return;
        }

        float* r2 = tile.C + (2 * tile.CRow);
        c20.Store(r2);
        c21.Store(r2 + 16);

        if (tile.Rows == 3)
        {
            return;
        }

        float* r3 = tile.C + (3 * tile.CRow);
        c30.Store(r3);
        c31.Store(r3 + 16);

        if (tile.Rows == 4)
        {
            return;
        }

        float* r4 = tile.C + (4 * tile.CRow);
        c40.Store(r4);
        c41.Store(r4 + 16);

        if (tile.Rows == 5)
        {
            return;
        }

        float* r5 = tile.C + (5 * tile.CRow);
        c50.Store(r5);
        c51.Store(r5 + 16);

        if (tile.Rows == 6)
        {
            return;
        }

        float* r6 = tile.C + (6 * tile.CRow);
        c60.Store(r6);
        c61.Store(r6 + 16);

        if (tile.Rows == 7)
        {
            return;
        }

        float* r7 = tile.C + (7 * tile.CRow);
        c70.Store(r7);
        c71.Store(r7 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows8Columns16(ref Tile tile)
    {
        float* b = tile.B;
        nint bRow = tile.BRow;
        nint step = tile.AColumn;
        nint at = 0;
        int last = tile.Rows - 1;
        nint aRow = tile.ARow;
        nint iRow = tile.InitialRow;
        float* a0 = tile.A;
        float* a1 = a0 + (1 <= last ? aRow : 0);
        float* a2 = a1 + (2 <= last ? aRow : 0);
        float* a3 = a2 + (3 <= last ? aRow : 0);
        float* a4 = a3 + (4 <= last ? aRow : 0);
        float* a5 = a4 + (5 <= last ? aRow : 0);
        float* a6 = a5 + (6 <= last ? aRow : 0);
        float* a7 = a6 + (7 <= last ? aRow : 0);
        float* i0 = tile.Initial;
        Vector512<float> c00 = Vector512.Load(i0);
        float* i1 = i0 + (1 <= last ? iRow : 0);
        Vector512<float> c10 = Vector512.Load(i1);
        float* i2 = i1 + (2 <= last ? iRow : 0);
        Vector512<float> c20 = Vector512.Load(i2);
        float* i3 = i2 + (3 <= last ? iRow : 0);
        Vector512<float> c30 = Vector512.Load(i3);
        float* i4 = i3 + (4 <= last ? iRow : 0);
        Vector512<float> c40 = Vector512.Load(i4);
        float* i5 = i4 + (5 <= last ? iRow : 0);
        Vector512<float> c50 = Vector512.Load(i5);
        float* i6 = i5 + (6 <= last ? iRow : 0);
        Vector512<float> c60 = Vector512.Load(i6);
        float* i7 = i6 + (7 <= last ? iRow : 0);
        Vector512<float> c70 = Vector512.Load(i7);
        for (int k = tile.Inner; k > 0; k--)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> x0 = Vector512.Create(a0[at]);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            Vector512<float> x1 = Vector512.Create(a1[at]);
            c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
            Vector512<float> x2 = Vector512.Create(a2[at]);
            c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
            Vector512<float> x3 = Vector512.Create(a3[at]);
            c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
            Vector512<float> x4 = Vector512.Create(a4[at]);
            c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
            Vector512<float> x5 = Vector512.Create(a5[at]);
            c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
            Vector512<float> x6 = Vector512.Create(a6[at]);
            c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
            Vector512<float> x7 = Vector512.Create(a7[at]);
            c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
            at += step;
            b += bRow;
        }

        float* r0 = tile.C;
        c00.Store(r0);

        if (tile.Rows == 1)
        {
            return;
        }

        float* r1 = tile.C + (1 * tile.CRow);
        c10.Store(r1);

        if (tile.Rows == 2)
        {
            return;
        }

        float* r2 = tile.C + (2 * tile.CRow);
        c20.Store(r2);

        if (tile.Rows == 3)
        {
            return;
        }

        float* r3 = tile.C + (3 * tile.CRow);
        c30.Store(r3);

        if (tile.Rows == 4)
        {
            return;
        }

        float* r4 = tile.C + (4 * tile.CRow);
        c40.Store(r4);

        if (tile.Rows == 5)
        {
            return;
        }

        float* r5 = tile.C + (5 * tile.CRow);
        c50.Store(r5);

        if (tile.Rows == 6)
        {
            return;
        }

        float* r6 = tile.C + (6 * tile.CRow);
        c60.Store(r6);

        if (tile.Rows == 7)
        {
            return;
        }

        float* r7 = tile.C + (7 * tile.CRow);
        c70.Store(r7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows1Columns32(ref Tile tile)
    {
        float* b = tile.B;
        nint bRow = tile.BRow;
        nint step = tile.AColumn;
        nint at = 0;
        float* a0 = tile.A;
        float* i0 = tile.Initial;
        Vector512<float> c00 = Vector512.Load(i0);
        Vector512<float> c01 = Vector512.Load(i0 + 16);
        for (int k = tile.Inner; k > 0; k--)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> x0 = Vector512.Create(a0[at]);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
            at += step;
            b += bRow;
        }

        float* r0 = tile.C;
        c00.Store(r0);
        c01.Store(r0 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows1Columns16(ref Tile tile)
    {
        float* b = tile.B;
        nint bRow = tile.BRow;
        nint step = tile.AColumn;
        nint at = 0;
        float* a0 = tile.A;
        float* i0 = tile.Initial;
        Vector512<float> c00 = Vector512.Load(i0);
        for (int k = tile.Inner; k > 0; k--)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> x0 = Vector512.Create(a0[at]);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            at += step;
            b += bRow;
        }

        float* r0 = tile.C;
        c00.Store(r0);
    }
}
