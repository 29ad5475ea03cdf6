using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>Matrix products.</summary>
/// <remarks>
/// <para>The right matrix is walked in panels of 32 columns. Where a panel's rows lie so far apart that they would push
/// each other out of the first cache, panels are first copied side by side (packed), one block of the inner dimension
/// at a time.</para>
/// <para>The scheme is that of Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication".
/// </para>
/// </remarks>
internal sealed unsafe class Gemm : IComputeJob
{
    // A panel of this many rows and 32 columns is 32 KiB and stays in the first cache.
    private const int InnerBlock = 256;
    private const int RowBlock = 128;

    // From this many columns on, the rows of A are read often enough to bring them into the order of their use.
    private const int InterleaveFrom = 512;

    // Below this many operations a second thread costs more than it brings.
    private const long ParallelFrom = 400_000;

    [ThreadStatic]
    private static Gemm? shared;

    [ThreadStatic]
    private static AlignedBuffer? packed;

    [ThreadStatic]
    private static AlignedBuffer? interleaved;

    private static readonly AlignedBuffer Zeros = new(Tile.MaxColumns);

    private Matrix a;
    private Matrix b;
    private Matrix c;
    private float* initial;
    private nint initialRow;
    private float* panels;
    private bool interleave;

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
        job.interleave = a.ColumnStride == 1 && b.Columns >= InterleaveFrom;
        bool parallel = 2L * a.Rows * a.Columns * b.Columns >= ParallelFrom;
        if (!WorthPacking(a, b))
        {
            job.initial = initial;
            job.initialRow = initialRow;
            Start(job, team, rowBlocks, parallel);
            return;
        }

        job.panels = Pack(b);
        job.initial = initial;
        job.initialRow = initialRow;
        Start(job, team, rowBlocks, parallel);
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        int lastRow = Math.Min(end * Tile.MaxRows, c.Rows);
        for (int row = first * Tile.MaxRows; row < lastRow; row += RowBlock)
        {
            int endRow = Math.Min(row + RowBlock, lastRow);
            int step = panels == null ? a.Columns : InnerBlock;
            for (int inner = 0; inner < a.Columns; inner += step)
            {
                Block(row, endRow, inner, Math.Min(step, a.Columns - inner));
            }
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
        for (int inner = 0; inner < b.Rows; inner += InnerBlock)
        {
            int end = Math.Min(inner + InnerBlock, b.Rows);
            for (int column = 0; column < b.Columns; column += Tile.MaxColumns)
            {
                int width = Math.Min(Tile.MaxColumns, b.Columns - column);
                for (int row = inner; row < end; row++)
                {
                    float* from = b.Pointer + ((nint)row * b.RowStride) + column;
                    if (width == Tile.MaxColumns)
                    {
                        Vector512.Load(from).Store(to);
                        Vector512.Load(from + 16).Store(to + 16);
                    }
                    else
                    {
                        new ReadOnlySpan<float>(from, width).CopyTo(new Span<float>(to, width));
                    }

                    to += Tile.MaxColumns;
                }
            }
        }

        return packed.Pointer;
    }

    // Some rows of the result over some of the inner dimension; later parts of that go on from what the first left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int firstRow, int endRow, int inner, int length)
    {
        Tile tile = default;
        tile.ARow = a.RowStride;
        tile.AColumn = a.ColumnStride;
        tile.Inner = length;
        tile.InitialRow = inner == 0 ? initialRow : c.RowStride;
        tile.CRow = c.RowStride;
        tile.BRow = panels == null ? b.RowStride : Tile.MaxColumns;
        int packedColumns = (b.Columns + Tile.MaxColumns - 1) / Tile.MaxColumns * Tile.MaxColumns;
        float* packedPart = panels + ((nint)inner * packedColumns);
        int whole = Vectors.Hardware.Use512 ? (endRow - firstRow) / Tile.MaxRows : 0;
        float* rows = panels != null && interleave && whole > 0 ? Interleave(firstRow, whole, inner, length) : null;
        for (int column = 0; column < b.Columns; column += Tile.MaxColumns)
        {
            tile.Columns = Math.Min(Tile.MaxColumns, b.Columns - column);
            tile.B = panels == null ? b.Pointer + column : packedPart + ((nint)column * length);
            int row = firstRow;
            if (whole > 0 && (tile.Columns & 15) == 0)
            {
                Place(ref tile, row, column, inner);
                Tile panel = tile;
                panel.ABlock = Tile.MaxRows * tile.ARow;
                if (rows != null)
                {
                    (panel.ARow, panel.AColumn, panel.ABlock) = (1, Tile.MaxRows, Tile.MaxRows * (nint)length);
                    panel.A = rows;
                }

                Panel512.Run(ref panel, whole);
                row += whole * Tile.MaxRows;
            }

            for (; row < endRow; row += Tile.MaxRows)
            {
                tile.Rows = Math.Min(Tile.MaxRows, endRow - row);
                Place(ref tile, row, column, inner);
                tile.Run();
            }
        }
    }

    private float* Interleave(int firstRow, int blocks, int inner, int length)
    {
        interleaved ??= new AlignedBuffer(RowBlock * InnerBlock);
        for (int block = 0; block < blocks; block++)
        {
            Transposition.Interleave(
                a.Pointer + ((nint)(firstRow + (block * Tile.MaxRows)) * a.RowStride) + inner,
                a.RowStride,
                interleaved.Pointer + ((nint)block * Tile.MaxRows * length),
                length);
        }

        return interleaved.Pointer;
    }

    private void Place(ref Tile tile, int row, int column, int inner)
    {
        tile.A = a.Pointer + ((nint)row * a.RowStride) + ((nint)inner * a.ColumnStride);
        tile.C = c.Pointer + ((nint)row * c.RowStride) + column;
        tile.Initial = inner > 0 ? tile.C : initial == Zero ? initial : initial + (row * initialRow) + column;
    }
}
