using System.Runtime.CompilerServices;
using GymSharp.Neural.Memory;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Kernels;

/// <summary>Matrix products.</summary>
/// <remarks>
/// <para>The right matrix is walked in panels of 32 columns. Where a panel's rows lie so far apart that they would push
/// each other out of the first cache, the panels are cut out first (<see cref="Panels"/>).</para>
/// <para>The scheme is that of Goto and van de Geijn (2008), "Anatomy of High-Performance Matrix Multiplication".
/// A team shares a product by its columns where it can: then each member reads its own part of the weights only, and
/// that part stays in the cache of its core.</para>
/// </remarks>
internal sealed unsafe class Gemm : IComputeJob
{
    // A panel of this many rows and 32 columns is 32 KiB: it fits into a first cache of 48 KiB, else into the second.
    private const int InnerBlock = 256;
    private const int RowBlock = 128;

    // An inner dimension of up to this many is not cut: the result is then written once and read never.
    private const int LongestWhole = 2 * InnerBlock;

    // A larger result, in elements, does not stay in the second cache.
    private const int LargeResult = 1 << 18;

    // From this many rows on, panels that are not kept are worth their cutting.
    private const int PackFrom = 48;

    // From this many panels on, the rows of A are read often enough to bring them into the order of their use.
    private const int InterleaveFrom = 16;

    // Columns of A that lie a multiple of this apart, in elements, push each other out of the first cache.
    private const int BadStride = 128;

    // Below this many operations a second thread costs more than it brings.
    private const long ParallelFrom = 100_000;

    [ThreadStatic]
    private static Gemm? shared;

    [ThreadStatic]
    private static AlignedBuffer? packed;

    [ThreadStatic]
    private static AlignedBuffer? interleaved;

    [ThreadStatic]
    private static LiveBlocks? live;

    private static readonly AlignedBuffer Zeros = new(Tile.MaxColumns);

    private Matrix a;
    private RightMatrix right;
    private Matrix b;
    private Matrix c;
    private float* initial;
    private nint initialRow;
    private Activation activation;
    private bool packs;
    private bool byColumns;
    private bool skipsZeros;

    /// <summary>Zeros to start sums from.</summary>
    public static float* Zero => Zeros.Pointer;

    /// <summary><c>C = A B</c>, or <c>C += A B</c>.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="a">Left matrix.</param>
    /// <param name="b">Right matrix, with neighbouring columns or rows side by side.</param>
    /// <param name="c">Result, with neighbouring columns side by side.</param>
    /// <param name="accumulate">Whether the product is added to what is there.</param>
    /// <param name="byRows">
    /// Whether a team shares it by rows, if there are eight for each member: for the gradient of a weight, which is
    /// used in pieces of rows.
    /// </param>
    public static void Run(
        ComputeTeam team, in Matrix a, in RightMatrix b, in Matrix c, bool accumulate, bool byRows = false)
    {
        Gemm job = Prepare(a, b, c);
        job.initial = accumulate ? c.Pointer : Zero;
        job.initialRow = accumulate ? c.RowStride : 0;
        job.Start(team, byRows);
    }

    /// <summary><c>C = f(I + A B)</c>; a team shares it by columns.</summary>
    /// <param name="team">Threads.</param>
    /// <param name="a">Left matrix; columns of zeros are not multiplied where it may have some.</param>
    /// <param name="b">Right matrix, with neighbouring columns or rows side by side.</param>
    /// <param name="c">Result, with neighbouring columns side by side.</param>
    /// <param name="initial">I; a bias, for example.</param>
    /// <param name="activation">f.</param>
    public static void Run(
        ComputeTeam team,
        in Matrix a,
        in RightMatrix b,
        in Matrix c,
        in InitialValues initial,
        Activation activation = Activation.None)
    {
        Gemm job = Prepare(a, b, c);
        job.skipsZeros = a.HasZeros && job.packs && LiveBlocks.Suit(a, b.Matrix);
        job.initial = initial.First == null ? Zero : initial.First;
        job.initialRow = initial.First == null ? 0 : initial.Row;
        job.activation = activation;
        job.Start(team, byRows: false);
    }

    /// <inheritdoc/>
    public void Run(int first, int end)
    {
        Share share = byColumns
            ? new() { EndRow = c.Rows, FirstPanel = first, EndPanel = end }
            : new()
            {
                FirstRow = first * Tile.MaxRows,
                EndRow = Math.Min(end * Tile.MaxRows, c.Rows),
                EndPanel = Panels.Count(b.Columns),
            };
        share.Left = PrivateCopies.Of(a.Pointer, a.CopyNumber);
        if (packs)
        {
            share.Panels = right.Kept != null
                ? right.Ensure(share.FirstPanel, share.EndPanel) + (share.FirstPanel * PanelLength(b))
                : Pack(share.FirstPanel, share.EndPanel);
        }

        int step = packs && b.Rows > LongestWhole ? InnerBlock : Math.Max(1, b.Rows);
        int rows = packs && step > InnerBlock ? RowBlock * InnerBlock / LongestWhole : RowBlock;
        for (int row = share.FirstRow; row < share.EndRow; row += rows)
        {
            int endRow = Math.Min(row + rows, share.EndRow);
            int inner = 0;
            do
            {
                Block(share with { FirstRow = row, EndRow = endRow }, inner, Math.Min(step, b.Rows - inner));
                inner += step;
            }
            while (inner < b.Rows);
            Activate(row, endRow, share);
        }
    }

    private static Gemm Prepare(in Matrix a, in RightMatrix b, in Matrix c)
    {
        Gemm job = shared ??= new Gemm();
        (job.a, job.right, job.b, job.c) = (a, b, b.Matrix, c);
        job.activation = Activation.None;
        job.skipsZeros = false;
        job.packs = b.Matrix.ColumnStride != 1
            || ((b.Kept != null || a.Rows >= PackFrom) && WorthPacking(b.Matrix));
        return job;
    }

    // Whether tiles are rectified as they are stored; what is left of eight rows is not.
    private bool Rectifies =>
        activation == Activation.Relu && Vectors.Hardware.Use512 && b.Rows <= LongestWhole && c.Columns % 16 == 0;

    private static bool WorthPacking(in Matrix b) =>
        b.Columns > 16 && (long)b.Rows * b.RowStride * sizeof(float) > 32 * 1024;

    private static nint PanelLength(in Matrix b) => (nint)b.Rows * Tile.MaxColumns;

    private void Start(ComputeTeam team, bool byRows)
    {
        int panels = Panels.Count(b.Columns);
        int rowBlocks = (c.Rows + Tile.MaxRows - 1) / Tile.MaxRows;
        bool parallel = 2L * c.Rows * b.Rows * b.Columns >= ParallelFrom;
        byColumns = parallel && !(byRows && rowBlocks >= team.Members) && panels >= team.Members;
        if (parallel)
        {
            team.Run(this, byColumns ? panels : rowBlocks);
        }
        else
        {
            Run(0, rowBlocks);
        }
    }

    private float* Pack(int first, int end)
    {
        int length = (int)((end - first) * PanelLength(b));
        if (packed is null || packed.Length < length)
        {
            packed?.Dispose();
            packed = new AlignedBuffer(length);
        }

        for (int panel = first; panel < end; panel++)
        {
            Panels.Pack(b, panel, packed.Pointer + ((panel - first) * PanelLength(b)));
        }

        return packed.Pointer;
    }

    // Some rows of the result over some of the inner dimension; later parts of that go on from what the first left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(in Share share, int inner, int length)
    {
        Tile tile = default;
        tile.ARow = a.RowStride;
        tile.AColumn = a.ColumnStride;
        tile.Inner = length;
        tile.InitialRow = inner == 0 ? initialRow : c.RowStride;
        tile.CRow = c.RowStride;
        tile.Rectifies = Rectifies;
        tile.FetchesAhead = (long)c.Rows * c.RowStride > LargeResult;
        tile.BRow = packs ? Tile.MaxColumns : b.RowStride;
        int whole = Vectors.Hardware.Use512 ? (share.EndRow - share.FirstRow) / Tile.MaxRows : 0;
        float* rows = whole > 0 && !skipsZeros && WorthInterleaving(share)
            ? Interleave(share, whole, inner, length)
            : null;
        LiveBlocks? blocks = skipsZeros && whole > 0
            ? (live ??= new LiveBlocks(RowBlock / Tile.MaxRows, LongestWhole))
            : null;
        blocks?.Find(share.Left + ((nint)share.FirstRow * a.RowStride) + inner, a.RowStride, whole, length);
        int firstPanel = IsSingleRow(share) ? SingleRow(tile, share, inner) : share.FirstPanel;
        for (int panel = firstPanel; panel < share.EndPanel; panel++)
        {
            int column = panel * Tile.MaxColumns;
            tile.Columns = Math.Min(Tile.MaxColumns, b.Columns - column);
            tile.B = packs
                ? share.Panels + ((panel - share.FirstPanel) * PanelLength(b)) + ((nint)inner * Tile.MaxColumns)
                : b.Pointer + column;
            int row = share.FirstRow;
            if (whole > 0 && (tile.Columns & 15) == 0)
            {
                Place(ref tile, share.Left, (row, column), inner);
                Tile block = tile;
                block.ABlock = Tile.MaxRows * tile.ARow;
                if (rows != null)
                {
                    (block.ARow, block.AColumn, block.ABlock) = (1, Tile.MaxRows, Tile.MaxRows * (nint)length);
                    block.A = rows;
                }

                if (blocks is not null && tile.Columns == Tile.MaxColumns)
                {
                    blocks.Run(ref block, whole);
                }
                else
                {
                    Panel512.Run(ref block, whole);
                }

                row += whole * Tile.MaxRows;
            }

            for (; row < share.EndRow; row += Tile.MaxRows)
            {
                tile.Rows = Math.Min(Tile.MaxRows, share.EndRow - row);
                Place(ref tile, share.Left, (row, column), inner);
                tile.Run();
            }
        }
    }

    private bool IsSingleRow(in Share share) =>
        Vectors.Hardware.Use512 && packs && share.EndRow - share.FirstRow == 1 && a.ColumnStride == 1;

    // As many panels of a single row as come in fours; returns the next.
    private int SingleRow(Tile tile, in Share share, int inner)
    {
        bool skips = a.HasZeros && tile.Inner % LiveColumns.Vector == 0 && tile.Inner <= LongestWhole;
        int count = tile.Inner;
        ushort* list = skips
            ? (live ??= new LiveBlocks(RowBlock / Tile.MaxRows, LongestWhole)).FindInRow(
                share.Left + ((nint)share.FirstRow * a.RowStride) + inner, ref count)
            : null;
        int panel = share.FirstPanel;
        int end = Math.Min(share.EndPanel, b.Columns / Tile.MaxColumns);
        for (; panel + SingleRow512.Panels <= end; panel += SingleRow512.Panels)
        {
            tile.B = share.Panels + ((panel - share.FirstPanel) * PanelLength(b)) + ((nint)inner * Tile.MaxColumns);
            Place(ref tile, share.Left, (share.FirstRow, panel * Tile.MaxColumns), inner);
            SingleRow512.Run(tile, PanelLength(b), list, count);
        }

        return panel;
    }

    private bool WorthInterleaving(in Share share)
    {
        int panels = share.EndPanel - share.FirstPanel;
        return packs && (a.ColumnStride == 1
            ? panels >= InterleaveFrom
            : a.RowStride == 1 && panels > 2 && a.ColumnStride % BadStride == 0);
    }

    private float* Interleave(in Share share, int blocks, int inner, int length)
    {
        interleaved ??= new AlignedBuffer(RowBlock * InnerBlock);
        float* to = interleaved.Pointer;
        for (int block = 0; block < blocks; block++, to += (nint)Tile.MaxRows * length)
        {
            float* from = share.Left
                + ((nint)(share.FirstRow + (block * Tile.MaxRows)) * a.RowStride)
                + ((nint)inner * a.ColumnStride);
            if (a.ColumnStride == 1)
            {
                Transposition.Run(from, a.RowStride, to, Tile.MaxRows, (Tile.MaxRows, length));
            }
            else
            {
                Transposition.Gather(from, a.ColumnStride, to, length);
            }
        }

        return interleaved.Pointer;
    }

    private void Place(ref Tile tile, float* left, (int Row, int Column) at, int inner)
    {
        (int row, int column) = at;
        tile.A = left + ((nint)row * a.RowStride) + ((nint)inner * a.ColumnStride);
        tile.C = c.Pointer + ((nint)row * c.RowStride) + column;
        tile.Initial = inner > 0 ? tile.C : initial == Zero ? initial : initial + (row * initialRow) + column;
    }

    private void Activate(int row, int endRow, in Share share)
    {
        if (Rectifies)
        {
            row += (endRow - row) / Tile.MaxRows * Tile.MaxRows;
        }

        if (activation == Activation.None || row == endRow)
        {
            return;
        }

        int column = share.FirstPanel * Tile.MaxColumns;
        int width = Math.Min(share.EndPanel * Tile.MaxColumns, c.Columns) - column;
        float* first = c.Pointer + ((nint)row * c.RowStride) + column;
        Activations.Apply(activation, first, (endRow - row, width, c.RowStride));
    }

    /// <summary>The part of a product that one member computes.</summary>
    private struct Share
    {
        public int FirstRow;
        public int EndRow;
        public int FirstPanel;
        public int EndPanel;

        /// <summary>The left matrix, or the member's own copy.</summary>
        public float* Left;

        /// <summary>The first of the member's panels, where panels are cut.</summary>
        public float* Panels;
    }
}
