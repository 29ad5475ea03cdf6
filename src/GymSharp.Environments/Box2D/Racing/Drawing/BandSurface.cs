using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>The source rows of one row of a shrunk picture, to be drawn and shrunk fast.</summary>
/// <remarks>
/// A block holds the source pixels of one pixel of the shrunk picture. Most blocks of a race track have one colour,
/// which is all that is stored of them; pixels are kept for those that an edge runs through. A picture is drawn band by
/// band, so that these pixels stay in the processor's nearest cache. They are stored column by column; a column has
/// room for more rows than a band, so that pairs of pixels may reach beyond either end of a column. What is written
/// there, or to the pixels of a block that has one colour, is lost.
/// Colours are 0x00BBGGRR; rows count from the top of the band.
/// </remarks>
internal sealed partial class BandSurface
{
    /// <summary>What stands in the place of a colour where a block has several.</summary>
    public const uint Detailed = 0xFF000000;

    /// <summary>The most rows of a band.</summary>
    public const int MaximumRows = Column - 1;

    /// <summary>Pixels that are stored of a column, before the next one.</summary>
    public const int Column = 16;
    private readonly ShrinkAxis across;
    private readonly uint[] colors;
    private readonly uint[] pixels;
    private readonly int origin;
    private readonly int narrowest;
    private readonly int[] binOf;

    // The first column of each block, and the one after the last.
    private readonly int[] firsts;
    private int rows;

    /// <summary>Makes room for a band.</summary>
    /// <param name="across">How the columns are shrunk.</param>
    public BandSurface(ShrinkAxis across)
    {
        this.across = across;
        binOf = across.BinOf.ToArray();
        firsts = [.. Enumerable.Range(0, across.Count).Select(across.First), binOf.Length];
        wholes = PerChannel(across, bin => across.Last[bin] - across.First(bin));
        shares = PerChannel(across, bin => across.Share[bin]);
        befores = PerChannel(across, bin => bin == 0 ? 0 : ShrinkAxis.Whole - across.Share[bin - 1]);

        narrowest = Enumerable.Range(0, across.Count).Min(bin => across.Last[bin] - across.First(bin));

        // One block before the first, and whole vectors.
        colors = new uint[1 + (wholes.Length / Channels)];
        pixels = GC.AllocateUninitializedArray<uint>((across.BinOf.Length + 3) * Column, pinned: true);

        // Columns of 64 bytes lie in one line of the cache each.
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(pixels, 0);
        origin = Column + (int)(((Column * sizeof(uint)) - (address % (Column * sizeof(uint)))) / sizeof(uint));
        sums = new ushort[wholes.Length];
        lastRow = new byte[wholes.Length];
    }

    /// <summary>Pixels of a row.</summary>
    public int Width => binOf.Length;

    /// <summary>A colour from its parts.</summary>
    public static uint Pack(byte red, byte green, byte blue) => red | ((uint)green << 8) | ((uint)blue << 16);

    /// <summary>Starts a band, black.</summary>
    /// <param name="rows">Its rows, at most <see cref="MaximumRows"/>.</param>
    public void Begin(int rows)
    {
        colors.AsSpan().Clear();
        this.rows = rows;
    }

    /// <summary>Gets blocks ready to have pixels of a colour mixed in.</summary>
    /// <param name="left">First column, inside.</param>
    /// <param name="right">Last column, inside.</param>
    /// <param name="color">The colour; where a block has just this, nothing needs to be done.</param>
    public void Touch(int left, int right, uint color)
    {
        int last = binOf[right];
        for (int bin = binOf[left]; bin <= last; bin++)
        {
            Touch(bin, color);
        }
    }

    /// <summary>The pixel at a row of a column, and the one below it after that.</summary>
    /// <param name="x">Column, from −1 to the width.</param>
    /// <param name="row">Row, from −1 to the number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref uint At(int x, int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(pixels), origin + (Column * x) + row);

    /// <summary>Gives a pixel a colour.</summary>
    public void Set(int x, int row, uint color)
    {
        Touch(binOf[x], color);
        At(x, row) = color;
    }

    /// <summary>Gives pixels of one row a colour.</summary>
    /// <param name="row">Row, inside.</param>
    /// <param name="from">One end, anywhere.</param>
    /// <param name="to">The other.</param>
    /// <param name="color">The colour.</param>
    public void FillRun(int row, int from, int to, uint color)
    {
        int left = Math.Max(Math.Min(from, to), 0);
        int right = Math.Min(Math.Max(from, to), Width - 1);
        if (left <= right)
        {
            Touch(left, right, color);
        }

        for (int x = left; x <= right; x++)
        {
            At(x, row) = color;
        }
    }

    /// <summary>Gives one run in each row a colour.</summary>
    /// <param name="runs">The runs, inside.</param>
    /// <param name="isWhole">Whether all rows of the band may have runs.</param>
    /// <param name="color">The colour.</param>
    public void Fill(in BandRuns runs, bool isWhole, uint color)
    {
        (int left, int right) = runs.Outer;
        if (left > right)
        {
            return;
        }

        // What the rows have in common becomes blocks; only what sticks out on either side is drawn.
        (int start, int end) = (right + 1, right);
        (int innerLeft, int innerRight) = isWhole ? runs.Inner(rows) : (1, 0);
        if (innerLeft <= innerRight)
        {
            int first = binOf[innerLeft];
            first += firsts[first] < innerLeft ? 1 : 0;
            int last = binOf[innerRight];
            last -= firsts[last + 1] - 1 > innerRight ? 1 : 0;
            if (first <= last)
            {
                colors.AsSpan(1 + first, last - first + 1).Fill(color);
                (start, end) = (firsts[first], firsts[last + 1] - 1);
            }
        }

        FillColumns(runs, left, start - 1, color);
        FillColumns(runs, end + 1, right, color);
    }

    private void FillColumns(in BandRuns runs, int first, int last, uint color)
    {
        if (first > last)
        {
            return;
        }

        Touch(first, last, color);
        FillColumns(runs.Upper, (first, last), ref At(first, 0), color);
        if (rows > BandRuns.Half)
        {
            FillColumns(runs.Lower, (first, last), ref At(first, BandRuns.Half), color);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillColumns(
        (Vector256<int> Left, Vector256<int> Right) runs, (int First, int Last) range, ref uint pixel, uint color)
    {
        Vector256<uint> colored = Vector256.Create(color);
        Vector256<int> column = Vector256.Create(range.First);
        for (int x = range.First; x <= range.Last; x++)
        {
            Vector256<int> outside =
                Vector256.GreaterThan(runs.Left, column) | Vector256.GreaterThan(column, runs.Right);
            Vector256.ConditionalSelect(outside.AsUInt32(), Vector256.LoadUnsafe(ref pixel), colored)
                .StoreUnsafe(ref pixel);
            column += Vector256<int>.One;
            pixel = ref Unsafe.Add(ref pixel, Column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Touch(int bin, uint color)
    {
        uint own = colors[1 + bin];
        if (own != Detailed && own != color)
        {
            Detail(bin);
        }
    }

    // Gives a block pixels of its own.
    private void Detail(int bin)
    {
        Vector256<uint> color = Vector256.Create(colors[1 + bin]);
        int first = firsts[bin];
        ref uint pixel = ref At(first, 0);
        for (int x = firsts[bin + 1]; x > first; x--)
        {
            color.StoreUnsafe(ref pixel);
            color.StoreUnsafe(ref pixel, BandRuns.Half);
            pixel = ref Unsafe.Add(ref pixel, Column);
        }

        colors[1 + bin] = Detailed;
    }
}
