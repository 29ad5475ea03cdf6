using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels;

/// <summary>For every eight rows of a left matrix the columns that are not all zeros; products over those.</summary>
/// <param name="most">Most blocks of eight rows.</param>
/// <param name="width">Most columns.</param>
internal sealed unsafe class LiveBlocks(int most, int width)
{
    // Shorter lists are not worth the search.
    private const int LeastInner = 64;

    private readonly ushort[] lists = GC.AllocateArray<ushort>(most * width, pinned: true);
    private readonly int[] counts = new int[most];

    /// <summary>Whether a product is of a kind where zeros are looked for.</summary>
    public static bool Suit(in Matrix a, in Matrix b) =>
        Vectors.Hardware.Use512
        && a.ColumnStride == 1
        && a.Rows >= Tile.MaxRows
        && b.Rows >= LeastInner
        && b.Rows % LiveColumns.Vector == 0;

    /// <summary>Looks for zeros.</summary>
    /// <param name="a">Left matrix; neighbouring columns lie side by side.</param>
    /// <param name="row">First row.</param>
    /// <param name="blocks">Blocks of eight rows.</param>
    /// <param name="inner">First column, and how many.</param>
    public void Find(in Matrix a, int row, int blocks, (int First, int Length) inner)
    {
        float* at = a.Pointer + ((nint)row * a.RowStride) + inner.First;
        for (int i = 0; i < blocks; i++, at += Tile.MaxRows * a.RowStride)
        {
            counts[i] = LiveColumns.Find(at, (Tile.MaxRows, inner.Length, a.RowStride), List(i));
        }
    }

    /// <summary>Computes tiles that lie one below the other.</summary>
    /// <param name="tile">The first, of 32 whole columns.</param>
    /// <param name="blocks">How many.</param>
    public void Run(ref Tile tile, int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            LivePanel512.Run(ref tile, List(i), counts[i], isPacked: false);
            tile.A += tile.ABlock;
            tile.Initial += Tile.MaxRows * tile.InitialRow;
            tile.C += Tile.MaxRows * tile.CRow;
        }
    }

    private ushort* List(int block) => (ushort*)Unsafe.AsPointer(ref lists[block * width]);
}
