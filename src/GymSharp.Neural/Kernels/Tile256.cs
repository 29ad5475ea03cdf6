using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>Tiles in 256-bit vectors, four rows by sixteen columns at a time: what sixteen registers hold.</summary>
internal static unsafe class Tile256
{
    public static void Run(ref Tile tile, int columns)
    {
        for (int column = 0; column < columns; column += 16)
        {
            for (int row = 0; row < tile.Rows; row += 4)
            {
                Part(ref tile, row, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part(ref Tile tile, int row, int column)
    {
        int last = tile.Rows - 1;
        float* a0 = tile.A + (row * tile.ARow);
        float* a1 = tile.A + (Math.Min(row + 1, last) * tile.ARow);
        float* a2 = tile.A + (Math.Min(row + 2, last) * tile.ARow);
        float* a3 = tile.A + (Math.Min(row + 3, last) * tile.ARow);
        float* initial = tile.Initial + (row * tile.InitialRow) + column;
        Vector256<float> c00 = Vector256.Load(initial);
        Vector256<float> c01 = Vector256.Load(initial + 8);
        initial += row + 1 <= last ? tile.InitialRow : 0;
        Vector256<float> c10 = Vector256.Load(initial);
        Vector256<float> c11 = Vector256.Load(initial + 8);
        initial += row + 2 <= last ? tile.InitialRow : 0;
        Vector256<float> c20 = Vector256.Load(initial);
        Vector256<float> c21 = Vector256.Load(initial + 8);
        initial += row + 3 <= last ? tile.InitialRow : 0;
        Vector256<float> c30 = Vector256.Load(initial);
        Vector256<float> c31 = Vector256.Load(initial + 8);
        float* b = tile.B + column;
        nint at = 0;
        for (int k = tile.Inner; k > 0; k--)
        {
            Vector256<float> b0 = Vector256.Load(b);
            Vector256<float> b1 = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(a0[at]);
            c00 = Fma.MultiplyAdd(x, b0, c00);
            c01 = Fma.MultiplyAdd(x, b1, c01);
            x = Vector256.Create(a1[at]);
            c10 = Fma.MultiplyAdd(x, b0, c10);
            c11 = Fma.MultiplyAdd(x, b1, c11);
            x = Vector256.Create(a2[at]);
            c20 = Fma.MultiplyAdd(x, b0, c20);
            c21 = Fma.MultiplyAdd(x, b1, c21);
            x = Vector256.Create(a3[at]);
            c30 = Fma.MultiplyAdd(x, b0, c30);
            c31 = Fma.MultiplyAdd(x, b1, c31);
            at += tile.AColumn;
            b += tile.BRow;
        }

        Store(ref tile, row, column, c00, c01);
        Store(ref tile, row + 1, column, c10, c11);
        Store(ref tile, row + 2, column, c20, c21);
        Store(ref tile, row + 3, column, c30, c31);
    }

    private static void Store(ref Tile tile, int row, int column, Vector256<float> left, Vector256<float> right)
    {
        if (row < tile.Rows)
        {
            float* c = tile.C + (row * tile.CRow) + column;
            left.Store(c);
            right.Store(c + 8);
        }
    }
}
