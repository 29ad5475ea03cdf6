using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

#pragma warning disable MA0051 // Accumulators must be locals to stay in registers: one line each.

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Tiles of any size on vectors of any length, four rows by two vectors at a time: eight accumulators, which even
/// sixteen registers hold.
/// </summary>
internal static unsafe class TileKernel
{
    private const int PartRows = 4;

    /// <summary>Computes 16 or 32 whole columns.</summary>
    /// <typeparam name="TLanes">The vector.</typeparam>
    public static void Run<TLanes>(ref Tile tile, int columns)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < tile.Rows; row += PartRows)
            {
                Part<TLanes>(ref tile, row, column);
            }
        }
    }

    // Rows beyond the tile's end repeat its last one: they give the same numbers and are stored in the same place.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Part<TLanes>(ref Tile tile, int row, int column)
        where TLanes : struct, ILanes<TLanes>
    {
        int left = tile.Rows - 1 - row;
        nint second = left > 0 ? 1 : 0;
        nint third = left > 1 ? 2 : second;
        nint fourth = left > 2 ? 3 : third;
        float* a = tile.A + (row * tile.ARow);
        float* a1 = a + (second * tile.ARow);
        float* a2 = a + (third * tile.ARow);
        float* a3 = a + (fourth * tile.ARow);
        float* i = tile.Initial + (row * tile.InitialRow) + column;
        TLanes c00 = TLanes.Load(i);
        TLanes c01 = TLanes.Load(i + TLanes.Count);
        TLanes c10 = TLanes.Load(i + (second * tile.InitialRow));
        TLanes c11 = TLanes.Load(i + (second * tile.InitialRow) + TLanes.Count);
        TLanes c20 = TLanes.Load(i + (third * tile.InitialRow));
        TLanes c21 = TLanes.Load(i + (third * tile.InitialRow) + TLanes.Count);
        TLanes c30 = TLanes.Load(i + (fourth * tile.InitialRow));
        TLanes c31 = TLanes.Load(i + (fourth * tile.InitialRow) + TLanes.Count);
        float* b = tile.B + column;
        nint at = 0;
        for (int k = tile.Inner; k > 0; k--)
        {
            TLanes b0 = TLanes.Load(b);
            TLanes b1 = TLanes.Load(b + TLanes.Count);
            TLanes x = TLanes.All(a[at]);
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            x = TLanes.All(a1[at]);
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            c11 = TLanes.MultiplyAdd(x, b1, c11);
            x = TLanes.All(a2[at]);
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            c21 = TLanes.MultiplyAdd(x, b1, c21);
            x = TLanes.All(a3[at]);
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            c31 = TLanes.MultiplyAdd(x, b1, c31);
            at += tile.AColumn;
            b += tile.BRow;
        }

        float* c = tile.C + (row * tile.CRow) + column;
        Store(c + (fourth * tile.CRow), c30, c31);
        Store(c + (third * tile.CRow), c20, c21);
        Store(c + (second * tile.CRow), c10, c11);
        Store(c, c00, c01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes>(float* c, TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes>
    {
        left.Store(c);
        right.Store(c + TLanes.Count);
    }
}
