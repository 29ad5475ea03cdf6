using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// A right matrix cut into panels of 32 columns, each in one piece: rows that lie far apart in a wide matrix would push
/// each other out of the first cache.
/// </summary>
/// <remarks>
/// Panels of learned weights are kept until the weights change. Whoever needs a panel first packs it, so that members
/// of a team that share a product by its columns have their panels in their own caches.
/// </remarks>
internal sealed unsafe class Panels : IDisposable
{
    private readonly long[] versions;
    private readonly int length;
    private AlignedBuffer? memory;

    /// <summary>Prepares for a matrix; memory is taken when the first panel is needed.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public Panels(int rows, int columns)
    {
        int count = Count(columns);
        versions = new long[count];
        length = count * Tile.MaxColumns * rows;
    }

    /// <summary>Number of panels of a matrix.</summary>
    public static int Count(int columns) => (columns + Tile.MaxColumns - 1) / Tile.MaxColumns;

    /// <summary>Sees to it that some panels are those of a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="version">Changes when its elements do; above 0.</param>
    /// <param name="first">First panel.</param>
    /// <param name="end">End of the panels.</param>
    /// <returns>The first of all panels; each is as long as 32 of the matrix's columns.</returns>
    public float* Ensure(in Matrix matrix, long version, int first, int end)
    {
        AlignedBuffer buffer = memory ?? FirstMade.Of(ref memory, new AlignedBuffer(length));
        for (int panel = first; panel < end; panel++)
        {
            if (Freshness.Claim(ref versions[panel], version))
            {
                Pack(matrix, panel, buffer.Pointer + ((nint)panel * Tile.MaxColumns * matrix.Rows));
                Freshness.Done(ref versions[panel], version);
            }
        }

        return buffer.Pointer;
    }

    /// <summary>Copies a panel of a matrix that has its rows, or its columns, in one piece.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="panel">Which panel.</param>
    /// <param name="to">Where to; rows of 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(in Matrix matrix, int panel, float* to)
    {
        int column = panel * Tile.MaxColumns;
        int width = Math.Min(Tile.MaxColumns, matrix.Columns - column);
        if (matrix.ColumnStride != 1)
        {
            Transposition.Run(
                matrix.Pointer + ((nint)column * matrix.ColumnStride),
                matrix.ColumnStride,
                to,
                Tile.MaxColumns,
                (width, matrix.Rows));
            return;
        }

        float* from = matrix.Pointer + column;
        for (int row = 0; row < matrix.Rows; row++, from += matrix.RowStride, to += Tile.MaxColumns)
        {
            if (width == Tile.MaxColumns)
            {
                Vector512.Load(from).Store(to);
                Vector512.Load(from + 16).Store(to + 16);
            }
            else
            {
                new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(to, width));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => memory?.Dispose();
}
