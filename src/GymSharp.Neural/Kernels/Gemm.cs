using System.Runtime.CompilerServices;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>Matrix products.</summary>
/// <remarks>
/// <para>The right matrix is walked in panels of 32 columns. Where a panel's rows lie so far apart that they would push
/// each other out of the first cache, panels are first copied side by side (packed), one block of the inner dimension
/// at a time.</para>
/// <para>The scheme is that of Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication".</para>
/// </remarks>
internal sealed unsafe class Gemm : IComputeJob
{
    // A panel of this many rows and 32 columns is 32 KiB and stays in the first cache.
    private const int InnerBlock = 256;
    private const int RowBlock = 128;

    // Below this many operations a second thread costs more than it brings.
    private const long ParallelFrom = 400_000;

    [ThreadStatic]
    private static Gemm? shared;

    [ThreadStatic]
    private static AlignedBuffer? packed;

    private static readonly AlignedBuffer Zeros = new(Tile.MaxColumns);

    private Matrix a;
    private Matrix b;
    private Matrix c;
    private float* initial;
    private nint initialRow;
    private float* panels;

    /// <summary>Zeros to start sums from.</summary>
    public static float* Zero => Zeros.Pointer;

    /// <summary><c>C = A B</c>, or <c>C += A B</c>.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="a">Left matrix.</param>
    /// <param name="b">Right matrix, with neighbouring columns side by side.</param>
    /// <param name="c">Result, with neighbouring columns side by side.</param>
    /// <param name="accumulate">Whether the product is added to what is there.</param>
    public static void Run(ComputeTeam team, in Matrix a, in Matrix b, in Matrix c, bool accumulate)
    {
        if (accumulate)
        {
            Run(team, a, b, c, c.Pointer, c.RowStride);
        }
        else
        {
            Run(team, a, b, c, Zero, 0);
        }
    }

    /// <summary><c>C = I + A B</c>.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="a">Left matrix.</param>
    /// <param name="b">Right matrix, with neighbouring columns side by side.</param>
    /// <param name="c">Result, with neighbouring columns side by side.</param>
    /// <param name="initial">First row of the initial values; a bias, for example.</param>
    /// <param name="initialRow">Elements from one row of them to the next; 0 to repeat one row.</param>
    public static void Run(
        ComputeTeam team, in Matrix a, in Matrix b, in Matrix c, float* initial, nint initialRow)
    {
        Gemm job = shared ??= new Gemm();
        (job.a, job.b, job.c) = (a, b, c);
        job.panels = null;
        int rowBlocks = (c.Rows + Tile.MaxRows - 1) / Tile.MaxRows;
        bool parallel = 2L * a.Rows * a.Columns * b.Columns >= ParallelFrom;
        if (!WorthPacking(a, b))
        {
            job.initial = initial;
            job.initialRow = initialRow;
            Start(job, team, rowBlocks, parallel);
            return;
        }

        for (int inner = 0; inner < a.Columns; inner += InnerBlock)
        {
            int length = Math.Min(InnerBlock, a.Columns - inner);
            job.a = new Matrix(a.Pointer + (inner * (nint)a.ColumnStride), a.Rows, length, a.RowStride, a.ColumnStride);
            job.b = new Matrix(b.Pointer + (inner * (nint)b.RowStride), length, b.Columns, b.RowStride, 1);
            job.panels = Pack(job.b);
            job.initial = inner == 0 ? initial : c.Pointer;
            job.initialRow = inner == 0 ? initialRow : c.RowStride;
            Start(job, team, rowBlocks, parallel);
        }
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        int lastRow = Math.Min(end * Tile.MaxRows, c.Rows);
        for (int row = first * Tile.MaxRows; row < lastRow; row += RowBlock)
        {
            Block(row, Math.Min(row + RowBlock, lastRow));
        }
    }

    private static void Start(Gemm job, ComputeTeam team, int rowBlocks, bool parallel)
    {
        if (parallel)
        {
            team.Run(job, rowBlocks);
        }
        else
        {
            job.Run(0, rowBlocks);
        }
    }

    private static bool WorthPacking(in Matrix a, in Matrix b) =>
        a.Rows >= 48 && b.Columns > 16 && (long)a.Columns * b.RowStride * sizeof(float) > 32 * 1024;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Pack(in Matrix b)
    {
        int count = (b.Columns + Tile.MaxColumns - 1) / Tile.MaxColumns;
        int length = count * Tile.MaxColumns * b.Rows;
        if (packed is null || packed.Length < length)
        {
            packed?.Dispose();
            packed = new AlignedBuffer(length);
        }

        float* to = packed.Pointer;
        for (int column = 0; column < b.Columns; column += Tile.MaxColumns)
        {
            int width = Math.Min(Tile.MaxColumns, b.Columns - column);
            for (int row = 0; row < b.Rows; row++)
            {
                new ReadOnlySpan<float>(b.Pointer + ((nint)row * b.RowStride) + column, width)
                    .CopyTo(new Span<float>(to, width));
                to += Tile.MaxColumns;
            }
        }

        return packed.Pointer;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int firstRow, int endRow)
    {
        Tile tile = default;
        tile.ARow = a.RowStride;
        tile.AColumn = a.ColumnStride;
        tile.Inner = a.Columns;
        tile.InitialRow = initialRow;
        tile.CRow = c.RowStride;
        tile.BRow = panels == null ? b.RowStride : Tile.MaxColumns;
        bool repeatedZero = initial == Zero;
        for (int column = 0; column < b.Columns; column += Tile.MaxColumns)
        {
            tile.Columns = Math.Min(Tile.MaxColumns, b.Columns - column);
            tile.B = panels == null ? b.Pointer + column : panels + ((nint)column * b.Rows);
            int row = firstRow;
            int whole = (endRow - firstRow) / Tile.MaxRows;
            if (whole > 0 && (tile.Columns & 15) == 0 && Vectors.Hardware.Use512)
            {
                Place(ref tile, row, column, repeatedZero);
                Panel512.Run(ref tile, whole);
                row += whole * Tile.MaxRows;
            }

            for (; row < endRow; row += Tile.MaxRows)
            {
                tile.Rows = Math.Min(Tile.MaxRows, endRow - row);
                Place(ref tile, row, column, repeatedZero);
                tile.Run();
            }
        }
    }

    private void Place(ref Tile tile, int row, int column, bool repeatedZero)
    {
        tile.A = a.Pointer + ((nint)row * a.RowStride);
        tile.Initial = repeatedZero ? initial : initial + (row * initialRow) + column;
        tile.C = c.Pointer + ((nint)row * c.RowStride) + column;
    }
}
