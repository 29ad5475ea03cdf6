using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

#pragma warning disable MA0051 // Accumulators must be locals to stay in registers: one line each.

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Tiles of eight rows and 16 or 32 columns, one below the other, in 512-bit vectors: where nearly all the time goes.
/// </summary>
/// <remarks>
/// Per step of the inner dimension a tile of 32 columns does 16 multiply-adds for 10 loads, so two multiply-adds can
/// start in every cycle. The eight rows are reached from three pointers, since an address can add a stride 1, 2 or 4
/// times: rows 0, 1, 2, 4 from the first, 3, 5, 7 from the second, 6 from the third. Eight pointers would not leave
/// registers enough.
/// </remarks>
internal static unsafe class Panel512
{
    /// <summary>Computes blocks of eight whole rows.</summary>
    /// <param name="tile">The first; 16 or 32 whole columns.</param>
    /// <param name="blocks">Number of blocks.</param>
    public static void Run(ref Tile tile, int blocks)
    {
        if (tile.Columns == 16)
        {
            Full16(ref tile, blocks);
        }
        else
        {
            Full32(ref tile, blocks);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full32(ref Tile tile, int blocks)
    {
        nint row = tile.ARow * sizeof(float);
        nint step = tile.AColumn;
        nint bRow = tile.BRow;
        float* a = tile.A;
        float* initial = tile.Initial;
        float* c = tile.C;
        for (; blocks > 0; blocks--)
        {
            if (tile.FetchesAhead)
            {
                Fetch(c + (8 * tile.CRow), tile.CRow);
            }

            float* b = tile.B;
            float* p = a;
            float* q = a + (3 * tile.ARow);
            float* r = a + (6 * tile.ARow);
            nint i = tile.InitialRow * sizeof(float);
            float* i3 = initial + (3 * tile.InitialRow);
            float* i6 = initial + (6 * tile.InitialRow);
            Vector512<float> c00 = Vector512.Load(initial);
            Vector512<float> c01 = Vector512.Load(initial + 16);
            Vector512<float> c10 = Vector512.Load(Plus1(initial, i));
            Vector512<float> c11 = Vector512.Load(Plus1(initial + 16, i));
            Vector512<float> c20 = Vector512.Load(Plus2(initial, i));
            Vector512<float> c21 = Vector512.Load(Plus2(initial + 16, i));
            Vector512<float> c30 = Vector512.Load(i3);
            Vector512<float> c31 = Vector512.Load(i3 + 16);
            Vector512<float> c40 = Vector512.Load(Plus4(initial, i));
            Vector512<float> c41 = Vector512.Load(Plus4(initial + 16, i));
            Vector512<float> c50 = Vector512.Load(Plus2(i3, i));
            Vector512<float> c51 = Vector512.Load(Plus2(i3 + 16, i));
            Vector512<float> c60 = Vector512.Load(i6);
            Vector512<float> c61 = Vector512.Load(i6 + 16);
            Vector512<float> c70 = Vector512.Load(Plus4(i3, i));
            Vector512<float> c71 = Vector512.Load(Plus4(i3 + 16, i));
            for (int inner = tile.Inner; inner > 0; inner--)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> b1 = Vector512.Load(b + 16);
                Vector512<float> x0 = Vector512.Create(*p);
                c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
                c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
                Vector512<float> x1 = Vector512.Create(*Plus1(p, row));
                c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
                c11 = Avx512F.FusedMultiplyAdd(x1, b1, c11);
                Vector512<float> x2 = Vector512.Create(*Plus2(p, row));
                c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
                c21 = Avx512F.FusedMultiplyAdd(x2, b1, c21);
                Vector512<float> x3 = Vector512.Create(*q);
                c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
                c31 = Avx512F.FusedMultiplyAdd(x3, b1, c31);
                Vector512<float> x4 = Vector512.Create(*Plus4(p, row));
                c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
                c41 = Avx512F.FusedMultiplyAdd(x4, b1, c41);
                Vector512<float> x5 = Vector512.Create(*Plus2(q, row));
                c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
                c51 = Avx512F.FusedMultiplyAdd(x5, b1, c51);
                Vector512<float> x6 = Vector512.Create(*r);
                c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
                c61 = Avx512F.FusedMultiplyAdd(x6, b1, c61);
                Vector512<float> x7 = Vector512.Create(*Plus4(q, row));
                c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
                c71 = Avx512F.FusedMultiplyAdd(x7, b1, c71);
                b += bRow;
                p += step;
                q += step;
                r += step;
            }

            if (tile.Rectifies)
            {
                c00 = Rectified(c00);
                c01 = Rectified(c01);
                c10 = Rectified(c10);
                c11 = Rectified(c11);
                c20 = Rectified(c20);
                c21 = Rectified(c21);
                c30 = Rectified(c30);
                c31 = Rectified(c31);
                c40 = Rectified(c40);
                c41 = Rectified(c41);
                c50 = Rectified(c50);
                c51 = Rectified(c51);
                c60 = Rectified(c60);
                c61 = Rectified(c61);
                c70 = Rectified(c70);
                c71 = Rectified(c71);
            }

            i = tile.CRow * sizeof(float);
            float* c3 = c + (3 * tile.CRow);
            float* c6 = c + (6 * tile.CRow);
            c00.Store(c);
            c01.Store(c + 16);
            c10.Store(Plus1(c, i));
            c11.Store(Plus1(c + 16, i));
            c20.Store(Plus2(c, i));
            c21.Store(Plus2(c + 16, i));
            c30.Store(c3);
            c31.Store(c3 + 16);
            c40.Store(Plus4(c, i));
            c41.Store(Plus4(c + 16, i));
            c50.Store(Plus2(c3, i));
            c51.Store(Plus2(c3 + 16, i));
            c60.Store(c6);
            c61.Store(c6 + 16);
            c70.Store(Plus4(c3, i));
            c71.Store(Plus4(c3 + 16, i));
            a += tile.ABlock;
            initial += 8 * tile.InitialRow;
            c += 8 * tile.CRow;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(float* c, nint row)
    {
        for (int i = 0; i < Tile.MaxRows; i++, c += row)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Full16(ref Tile tile, int blocks)
    {
        nint row = tile.ARow * sizeof(float);
        nint step = tile.AColumn;
        nint bRow = tile.BRow;
        float* a = tile.A;
        float* initial = tile.Initial;
        float* c = tile.C;
        for (; blocks > 0; blocks--)
        {
            float* b = tile.B;
            float* p = a;
            float* q = a + (3 * tile.ARow);
            float* r = a + (6 * tile.ARow);
            nint i = tile.InitialRow * sizeof(float);
            float* i3 = initial + (3 * tile.InitialRow);
            float* i6 = initial + (6 * tile.InitialRow);
            Vector512<float> c00 = Vector512.Load(initial);
            Vector512<float> c10 = Vector512.Load(Plus1(initial, i));
            Vector512<float> c20 = Vector512.Load(Plus2(initial, i));
            Vector512<float> c30 = Vector512.Load(i3);
            Vector512<float> c40 = Vector512.Load(Plus4(initial, i));
            Vector512<float> c50 = Vector512.Load(Plus2(i3, i));
            Vector512<float> c60 = Vector512.Load(i6);
            Vector512<float> c70 = Vector512.Load(Plus4(i3, i));
            for (int inner = tile.Inner; inner > 0; inner--)
            {
                Vector512<float> b0 = Vector512.Load(b);
                Vector512<float> x0 = Vector512.Create(*p);
                c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
                Vector512<float> x1 = Vector512.Create(*Plus1(p, row));
                c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
                Vector512<float> x2 = Vector512.Create(*Plus2(p, row));
                c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
                Vector512<float> x3 = Vector512.Create(*q);
                c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
                Vector512<float> x4 = Vector512.Create(*Plus4(p, row));
                c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
                Vector512<float> x5 = Vector512.Create(*Plus2(q, row));
                c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
                Vector512<float> x6 = Vector512.Create(*r);
                c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
                Vector512<float> x7 = Vector512.Create(*Plus4(q, row));
                c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
                b += bRow;
                p += step;
                q += step;
                r += step;
            }

            if (tile.Rectifies)
            {
                c00 = Rectified(c00);
                c10 = Rectified(c10);
                c20 = Rectified(c20);
                c30 = Rectified(c30);
                c40 = Rectified(c40);
                c50 = Rectified(c50);
                c60 = Rectified(c60);
                c70 = Rectified(c70);
            }

            i = tile.CRow * sizeof(float);
            float* c3 = c + (3 * tile.CRow);
            float* c6 = c + (6 * tile.CRow);
            c00.Store(c);
            c10.Store(Plus1(c, i));
            c20.Store(Plus2(c, i));
            c30.Store(c3);
            c40.Store(Plus4(c, i));
            c50.Store(Plus2(c3, i));
            c60.Store(c6);
            c70.Store(Plus4(c3, i));
            a += tile.ABlock;
            initial += 8 * tile.InitialRow;
            c += 8 * tile.CRow;
        }
    }

    /// <summary>Zero where a number is not above it, nor a number at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Rectified(Vector512<float> x) => Avx512F.Max(x, Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* Plus1(float* pointer, nint bytes) => (float*)((byte*)pointer + bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* Plus2(float* pointer, nint bytes) => (float*)((short*)pointer + bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* Plus4(float* pointer, nint bytes) => (float*)((int*)pointer + bytes);
}
