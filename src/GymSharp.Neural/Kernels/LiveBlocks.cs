using System.Runtime.CompilerServices;

namespace GymSharp.Neural.Kernels;

/// <summary>For every eight rows of a left matrix the columns that are not all zeros; products over those.</summary>
/// <param name="most">Most blocks of eight rows.</param>
/// <param name="width">Most columns.</param>
internal sealed unsafe class LiveBlocks(int most, int width)
{
    // Shorter lists are not worth the search.
    private const int LeastInner = 64;

    private readonly ushort[] lists = GC.AllocateArray<ushort>(most * (width + LiveColumns.Vector), pinned: true);
    private readonly int[] counts = new int[most];

    /// <summary>Whether a product is of a kind where zeros are looked for.</summary>
    public static bool Suit(in Matrix a, in Matrix b) =>
        Vectors.Hardware.Use512
        && a.ColumnStride == 1
        && a.Rows >= Tile.MaxRows
        && b.Rows >= LeastInner
        && b.Rows % LiveColumns.Vector == 0;

    /// <summary>Looks for zeros.</summary>
    /// <param name="left">First element of the first row; neighbouring columns lie side by side.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="blocks">Blocks of eight rows.</param>
    /// <param name="columns">How many columns.</param>
    public void Find(float* left, nint stride, int blocks, int columns)
    {
        for (int i = 0; i < blocks; i++, left += Tile.MaxRows * stride)
        {
            counts[i] = LiveColumns.Find(left, (Tile.MaxRows, columns, stride), List(i));
        }
    }

    /// <summary>Looks for zeros in a single row.</summary>
    /// <param name="left">First element.</param>
    /// <param name="columns">How many columns, a multiple of 16; becomes the number of those that are not zero.</param>
    /// <returns>Which.</returns>
    public ushort* FindInRow(float* left, ref int columns)
    {
        columns = LiveColumns.Find(left, (1, columns, 0), List(0));
        return List(0);
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

    private ushort* List(int block) => (ushort*)Unsafe.AsPointer(ref lists[block * (width + LiveColumns.Vector)]);
}
