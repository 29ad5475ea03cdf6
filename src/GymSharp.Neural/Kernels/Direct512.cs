using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

#pragma warning disable MA0051 // Accumulators must be locals to stay in registers: one line each.

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Products with the numbers under a kernel read where they lie in the pictures, in 512-bit vectors.
/// </summary>
internal static unsafe class Direct512
{
    /// <summary>Blocks of eight places by 32 columns: <c>C = I + A B</c>.</summary>
    /// <param name="tile">The first block.</param>
    /// <param name="blocks">Number of blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward32(in DirectTile tile, int blocks)
    {
        float** places = tile.Places;
        float* initial = tile.Initial;
        float* c = tile.C;
        nint cRow = tile.CRow;
        nint initialRow = tile.InitialRow;
        nint run = tile.Run;
        nint jump = tile.Line;
        for (; blocks > 0; blocks--)
        {
            float* a0 = places[0] + tile.Offset;
            float* a1 = places[1] + tile.Offset;
            float* a2 = places[2] + tile.Offset;
            float* a3 = places[3] + tile.Offset;
            float* a4 = places[4] + tile.Offset;
            float* a5 = places[5] + tile.Offset;
            float* a6 = places[6] + tile.Offset;
            float* a7 = places[7] + tile.Offset;
            Vector512<float> c00 = Vector512.Load(initial);
            Vector512<float> c01 = Vector512.Load(initial + 16);
            Vector512<float> c10 = Vector512.Load(initial + initialRow);
            Vector512<float> c11 = Vector512.Load(initial + initialRow + 16);
            Vector512<float> c20 = Vector512.Load(initial + (2 * initialRow));
            Vector512<float> c21 = Vector512.Load(initial + (2 * initialRow) + 16);
            Vector512<float> c30 = Vector512.Load(initial + (3 * initialRow));
            Vector512<float> c31 = Vector512.Load(initial + (3 * initialRow) + 16);
            Vector512<float> c40 = Vector512.Load(initial + (4 * initialRow));
            Vector512<float> c41 = Vector512.Load(initial + (4 * initialRow) + 16);
            Vector512<float> c50 = Vector512.Load(initial + (5 * initialRow));
            Vector512<float> c51 = Vector512.Load(initial + (5 * initialRow) + 16);
            Vector512<float> c60 = Vector512.Load(initial + (6 * initialRow));
            Vector512<float> c61 = Vector512.Load(initial + (6 * initialRow) + 16);
            Vector512<float> c70 = Vector512.Load(initial + (7 * initialRow));
            Vector512<float> c71 = Vector512.Load(initial + (7 * initialRow) + 16);
            float* b = tile.B;
            for (int line = tile.Lines; line > 0; line--)
            {
                for (nint k = 0; k < run; k++)
                {
                    Vector512<float> b0 = Vector512.Load(b);
                    Vector512<float> b1 = Vector512.Load(b + 16);
                    Vector512<float> x0 = Vector512.Create(a0[k]);
                    c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
                    c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
                    Vector512<float> x1 = Vector512.Create(a1[k]);
                    c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
                    c11 = Avx512F.FusedMultiplyAdd(x1, b1, c11);
                    Vector512<float> x2 = Vector512.Create(a2[k]);
                    c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
                    c21 = Avx512F.FusedMultiplyAdd(x2, b1, c21);
                    Vector512<float> x3 = Vector512.Create(a3[k]);
                    c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
                    c31 = Avx512F.FusedMultiplyAdd(x3, b1, c31);
                    Vector512<float> x4 = Vector512.Create(a4[k]);
                    c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
                    c41 = Avx512F.FusedMultiplyAdd(x4, b1, c41);
                    Vector512<float> x5 = Vector512.Create(a5[k]);
                    c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
                    c51 = Avx512F.FusedMultiplyAdd(x5, b1, c51);
                    Vector512<float> x6 = Vector512.Create(a6[k]);
                    c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
                    c61 = Avx512F.FusedMultiplyAdd(x6, b1, c61);
                    Vector512<float> x7 = Vector512.Create(a7[k]);
                    c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
                    c71 = Avx512F.FusedMultiplyAdd(x7, b1, c71);
                    b += Tile.MaxColumns;
                }

                a0 += jump;
                a1 += jump;
                a2 += jump;
                a3 += jump;
                a4 += jump;
                a5 += jump;
                a6 += jump;
                a7 += jump;
            }

            c00.Store(c);
            c01.Store(c + 16);
            c10.Store(c + cRow);
            c11.Store(c + cRow + 16);
            c20.Store(c + (2 * cRow));
            c21.Store(c + (2 * cRow) + 16);
            c30.Store(c + (3 * cRow));
            c31.Store(c + (3 * cRow) + 16);
            c40.Store(c + (4 * cRow));
            c41.Store(c + (4 * cRow) + 16);
            c50.Store(c + (5 * cRow));
            c51.Store(c + (5 * cRow) + 16);
            c60.Store(c + (6 * cRow));
            c61.Store(c + (6 * cRow) + 16);
            c70.Store(c + (7 * cRow));
            c71.Store(c + (7 * cRow) + 16);
            places += Tile.MaxRows;
            initial += Tile.MaxRows * initialRow;
            c += Tile.MaxRows * cRow;
        }
    }

    /// <summary>Blocks of eight places by 16 columns: <c>C = I + A B</c>.</summary>
    /// <param name="tile">The first block.</param>
    /// <param name="blocks">Number of blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward16(in DirectTile tile, int blocks)
    {
        float** places = tile.Places;
        float* initial = tile.Initial;
        float* c = tile.C;
        nint cRow = tile.CRow;
        nint initialRow = tile.InitialRow;
        nint run = tile.Run;
        nint jump = tile.Line;
        for (; blocks > 0; blocks--)
        {
            float* a0 = places[0] + tile.Offset;
            float* a1 = places[1] + tile.Offset;
            float* a2 = places[2] + tile.Offset;
            float* a3 = places[3] + tile.Offset;
            float* a4 = places[4] + tile.Offset;
            float* a5 = places[5] + tile.Offset;
            float* a6 = places[6] + tile.Offset;
            float* a7 = places[7] + tile.Offset;
            Vector512<float> c00 = Vector512.Load(initial);
            Vector512<float> c10 = Vector512.Load(initial + initialRow);
            Vector512<float> c20 = Vector512.Load(initial + (2 * initialRow));
            Vector512<float> c30 = Vector512.Load(initial + (3 * initialRow));
            Vector512<float> c40 = Vector512.Load(initial + (4 * initialRow));
            Vector512<float> c50 = Vector512.Load(initial + (5 * initialRow));
            Vector512<float> c60 = Vector512.Load(initial + (6 * initialRow));
            Vector512<float> c70 = Vector512.Load(initial + (7 * initialRow));
            float* b = tile.B;
            for (int line = tile.Lines; line > 0; line--)
            {
                for (nint k = 0; k < run; k++)
                {
                    Vector512<float> b0 = Vector512.Load(b);
                    c00 = Avx512F.FusedMultiplyAdd(Vector512.Create(a0[k]), b0, c00);
                    c10 = Avx512F.FusedMultiplyAdd(Vector512.Create(a1[k]), b0, c10);
                    c20 = Avx512F.FusedMultiplyAdd(Vector512.Create(a2[k]), b0, c20);
                    c30 = Avx512F.FusedMultiplyAdd(Vector512.Create(a3[k]), b0, c30);
                    c40 = Avx512F.FusedMultiplyAdd(Vector512.Create(a4[k]), b0, c40);
                    c50 = Avx512F.FusedMultiplyAdd(Vector512.Create(a5[k]), b0, c50);
                    c60 = Avx512F.FusedMultiplyAdd(Vector512.Create(a6[k]), b0, c60);
                    c70 = Avx512F.FusedMultiplyAdd(Vector512.Create(a7[k]), b0, c70);
                    b += Tile.MaxColumns;
                }

                a0 += jump;
                a1 += jump;
                a2 += jump;
                a3 += jump;
                a4 += jump;
                a5 += jump;
                a6 += jump;
                a7 += jump;
            }

            c00.Store(c);
            c10.Store(c + cRow);
            c20.Store(c + (2 * cRow));
            c30.Store(c + (3 * cRow));
            c40.Store(c + (4 * cRow));
            c50.Store(c + (5 * cRow));
            c60.Store(c + (6 * cRow));
            c70.Store(c + (7 * cRow));
            places += Tile.MaxRows;
            initial += Tile.MaxRows * initialRow;
            c += Tile.MaxRows * cRow;
        }
    }

    /// <summary>
    /// Eight numbers under the kernel by 32 columns, over all places: <c>C += Aᵀ B</c>, where B has a row per place.
    /// </summary>
    /// <param name="tile">The block.</param>
    /// <param name="count">Number of places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient32(in DirectTile tile, int count)
    {
        float** places = tile.Places;
        nint offset = tile.Offset;
        float* c = tile.C;
        nint cRow = tile.CRow;
        nint bRow = tile.BRow;
        float* b = tile.B;
        Vector512<float> c00 = Vector512.Load(c);
        Vector512<float> c01 = Vector512.Load(c + 16);
        Vector512<float> c10 = Vector512.Load(c + cRow);
        Vector512<float> c11 = Vector512.Load(c + cRow + 16);
        Vector512<float> c20 = Vector512.Load(c + (2 * cRow));
        Vector512<float> c21 = Vector512.Load(c + (2 * cRow) + 16);
        Vector512<float> c30 = Vector512.Load(c + (3 * cRow));
        Vector512<float> c31 = Vector512.Load(c + (3 * cRow) + 16);
        Vector512<float> c40 = Vector512.Load(c + (4 * cRow));
        Vector512<float> c41 = Vector512.Load(c + (4 * cRow) + 16);
        Vector512<float> c50 = Vector512.Load(c + (5 * cRow));
        Vector512<float> c51 = Vector512.Load(c + (5 * cRow) + 16);
        Vector512<float> c60 = Vector512.Load(c + (6 * cRow));
        Vector512<float> c61 = Vector512.Load(c + (6 * cRow) + 16);
        Vector512<float> c70 = Vector512.Load(c + (7 * cRow));
        Vector512<float> c71 = Vector512.Load(c + (7 * cRow) + 16);
        for (; count > 0; count--)
        {
            float* a = *places + offset;
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> x0 = Vector512.Create(a[0]);
            c00 = Avx512F.FusedMultiplyAdd(x0, b0, c00);
            c01 = Avx512F.FusedMultiplyAdd(x0, b1, c01);
            Vector512<float> x1 = Vector512.Create(a[1]);
            c10 = Avx512F.FusedMultiplyAdd(x1, b0, c10);
            c11 = Avx512F.FusedMultiplyAdd(x1, b1, c11);
            Vector512<float> x2 = Vector512.Create(a[2]);
            c20 = Avx512F.FusedMultiplyAdd(x2, b0, c20);
            c21 = Avx512F.FusedMultiplyAdd(x2, b1, c21);
            Vector512<float> x3 = Vector512.Create(a[3]);
            c30 = Avx512F.FusedMultiplyAdd(x3, b0, c30);
            c31 = Avx512F.FusedMultiplyAdd(x3, b1, c31);
            Vector512<float> x4 = Vector512.Create(a[4]);
            c40 = Avx512F.FusedMultiplyAdd(x4, b0, c40);
            c41 = Avx512F.FusedMultiplyAdd(x4, b1, c41);
            Vector512<float> x5 = Vector512.Create(a[5]);
            c50 = Avx512F.FusedMultiplyAdd(x5, b0, c50);
            c51 = Avx512F.FusedMultiplyAdd(x5, b1, c51);
            Vector512<float> x6 = Vector512.Create(a[6]);
            c60 = Avx512F.FusedMultiplyAdd(x6, b0, c60);
            c61 = Avx512F.FusedMultiplyAdd(x6, b1, c61);
            Vector512<float> x7 = Vector512.Create(a[7]);
            c70 = Avx512F.FusedMultiplyAdd(x7, b0, c70);
            c71 = Avx512F.FusedMultiplyAdd(x7, b1, c71);
            places++;
            b += bRow;
        }

        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c + cRow);
        c11.Store(c + cRow + 16);
        c20.Store(c + (2 * cRow));
        c21.Store(c + (2 * cRow) + 16);
        c30.Store(c + (3 * cRow));
        c31.Store(c + (3 * cRow) + 16);
        c40.Store(c + (4 * cRow));
        c41.Store(c + (4 * cRow) + 16);
        c50.Store(c + (5 * cRow));
        c51.Store(c + (5 * cRow) + 16);
        c60.Store(c + (6 * cRow));
        c61.Store(c + (6 * cRow) + 16);
        c70.Store(c + (7 * cRow));
        c71.Store(c + (7 * cRow) + 16);
    }

    /// <summary>
    /// Eight numbers under the kernel by 16 columns, over all places: <c>C += Aᵀ B</c>, where B has a row per place.
    /// </summary>
    /// <param name="tile">The block.</param>
    /// <param name="count">Number of places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient16(in DirectTile tile, int count)
    {
        float** places = tile.Places;
        nint offset = tile.Offset;
        float* c = tile.C;
        nint cRow = tile.CRow;
        nint bRow = tile.BRow;
        float* b = tile.B;
        Vector512<float> c0 = Vector512.Load(c);
        Vector512<float> c1 = Vector512.Load(c + cRow);
        Vector512<float> c2 = Vector512.Load(c + (2 * cRow));
        Vector512<float> c3 = Vector512.Load(c + (3 * cRow));
        Vector512<float> c4 = Vector512.Load(c + (4 * cRow));
        Vector512<float> c5 = Vector512.Load(c + (5 * cRow));
        Vector512<float> c6 = Vector512.Load(c + (6 * cRow));
        Vector512<float> c7 = Vector512.Load(c + (7 * cRow));
        for (; count > 0; count--)
        {
            float* a = *places + offset;
            Vector512<float> row = Vector512.Load(b);
            c0 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[0]), row, c0);
            c1 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[1]), row, c1);
            c2 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[2]), row, c2);
            c3 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[3]), row, c3);
            c4 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[4]), row, c4);
            c5 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[5]), row, c5);
            c6 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[6]), row, c6);
            c7 = Avx512F.FusedMultiplyAdd(Vector512.Create(a[7]), row, c7);
            places++;
            b += bRow;
        }

        c0.Store(c);
        c1.Store(c + cRow);
        c2.Store(c + (2 * cRow));
        c3.Store(c + (3 * cRow));
        c4.Store(c + (4 * cRow));
        c5.Store(c + (5 * cRow));
        c6.Store(c + (6 * cRow));
        c7.Store(c + (7 * cRow));
    }
}
