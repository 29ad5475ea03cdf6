using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>A picture that stores a block of one colour as that colour, to be drawn and shrunk fast.</summary>
/// <remarks>
/// A block holds the source pixels of one pixel of the shrunk picture. Most blocks of a race track have one colour;
/// pixels are kept only for those that an edge runs through. What is written to the pixels of a block that has one
/// colour is lost. Colours are 0x00BBGGRR; rows count from the top.
/// </remarks>
internal sealed partial class BlockSurface
{
    /// <summary>What stands in the place of a colour where a block has several.</summary>
    public const uint Detailed = 0xFF000000;

    private const int Padding = 16;
    private readonly ShrinkAxis across;
    private readonly ShrinkAxis down;
    private readonly uint[] pixels;
    private readonly uint[] blocks;

    // Where the blocks of each row of pixels begin.
    private readonly int[] blockRow;

    /// <summary>A black picture.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="across">How <paramref name="width"/> is shrunk.</param>
    /// <param name="down">How <paramref name="height"/> is shrunk.</param>
    public BlockSurface(int width, int height, ShrinkAxis across, ShrinkAxis down)
    {
        (Width, Height, this.across, this.down) = (width, height, across, down);
        pixels = new uint[(width * height) + Padding];
        blocks = new uint[across.Count * down.Count];
        blockRow = new int[height];
        for (int y = 0; y < height; y++)
        {
            blockRow[y] = down.BinOf[y] * across.Count;
        }

        detailedBins = new int[across.Count];
        int length = (((Channels * across.Count) + Step - 1) / Step) * Step;
        sums = new ushort[length];
        palette = new ShrinkPalette(across);
        lastRow = new byte[length];
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>A colour from its parts.</summary>
    public static uint Pack(byte red, byte green, byte blue) => red | ((uint)green << 8) | ((uint)blue << 16);

    /// <summary>Gives everything one colour.</summary>
    public void Clear(uint color) => blocks.AsSpan().Fill(color);

    /// <summary>Mixes a colour into a pixel, which must lie inside.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="color">The colour.</param>
    /// <param name="alpha">How much of it, in 256ths, 0 to 256; what remains is rounded down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Blend(int x, int y, uint color, uint alpha)
    {
        int bin = across.BinOf[x];
        int at = blockRow[y] + bin;
        uint block = blocks[at];
        if (alpha != 0 && block != Detailed && block != color)
        {
            Detail(down.BinOf[y], bin, block);
        }

        // No branch where nothing is mixed in: that would be guessed wrong too often.
        ref uint pixel = ref pixels[(y * Width) + x];
        pixel = Mix(pixel, color, alpha);
    }

    /// <summary>Copies pixels into one row.</summary>
    /// <param name="y">Row, inside.</param>
    /// <param name="left">First column; all of the run lies inside.</param>
    /// <param name="run">The pixels.</param>
    public void CopyRun(int y, int left, ReadOnlySpan<uint> run)
    {
        DetailBins(down.BinOf[y], left, left + run.Length - 1, Detailed);
        run.CopyTo(pixels.AsSpan((y * Width) + left, run.Length));
    }

    /// <summary>Gives pixels of one row a colour.</summary>
    /// <param name="y">Row, inside.</param>
    /// <param name="left">First column, inside.</param>
    /// <param name="right">Last column, inside, not left of <paramref name="left"/>.</param>
    /// <param name="color">The colour.</param>
    public void FillRun(int y, int left, int right, uint color)
    {
        DetailBins(down.BinOf[y], left, right, color);
        FillPixels(y, left, right, color);
    }

    /// <summary>Gives pixels of several rows a colour.</summary>
    /// <param name="shape">One run for each row.</param>
    /// <param name="color">The colour.</param>
    public void Fill(RunTable shape, uint color)
    {
        for (int y = shape.Top; y <= shape.Bottom;)
        {
            int row = down.BinOf[y];
            int last = Math.Min(down.Last[row], shape.Bottom);
            bool isWhole = y == down.First(row) && last == down.Last[row];
            FillBand(shape, row, (y, last), isWhole, color);
            y = last + 1;
        }
    }

    // d + floor((s - d) * alpha / 256) for each part, red and blue at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint below, uint above, uint alpha)
    {
        const uint RedBlue = 0xFF00FF;
        const uint Green = 0x00FF00;
        uint keep = 256 - alpha;
        uint redBlue = (((below & RedBlue) * keep) + ((above & RedBlue) * alpha)) >> 8;
        uint green = (((below & Green) * keep) + ((above & Green) * alpha)) >> 8;
        return (redBlue & RedBlue) | (green & Green);
    }

    // What the rows cover in common becomes blocks; only what sticks out on either side is drawn.
    private void FillBand(RunTable shape, int row, (int First, int Last) rows, bool isWhole, uint color)
    {
        ((int outerLeft, int innerLeft), (int innerRight, int outerRight)) = shape.Range(rows.First, rows.Last);
        if (outerLeft > outerRight)
        {
            return;
        }

        (int first, int last) = isWhole && innerLeft <= innerRight ? BlocksBetween(innerLeft, innerRight) : (0, -1);
        if (first > last)
        {
            DetailBins(row, outerLeft, outerRight, color);
            for (int y = rows.First; y <= rows.Last; y++)
            {
                FillPixels(y, shape.Left[y], shape.Right[y], color);
            }

            return;
        }

        int blockLeft = across.First(first);
        int blockRight = across.Last[last];
        DetailBins(row, outerLeft, blockLeft - 1, color);
        DetailBins(row, blockRight + 1, outerRight, color);
        bool isWide = blockRight - blockLeft + 1 >= Vector256<uint>.Count;
        for (int y = rows.First; y <= rows.Last; y++)
        {
            if (isWide)
            {
                FillFringes(y, (shape.Left[y], blockLeft), (blockRight, shape.Right[y]), color);
                continue;
            }

            FillPixels(y, shape.Left[y], blockLeft - 1, color);
            FillPixels(y, blockRight + 1, shape.Right[y], color);
        }

        blocks.AsSpan((row * across.Count) + first, last - first + 1).Fill(color);
    }

    // Whole vectors; what they write too much falls into blocks of one colour between the two, whose pixels do not count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillFringes(int y, (int Outer, int Inner) left, (int Inner, int Outer) right, uint color)
    {
        Vector256<uint> eight = Vector256.Create(color);
        ref uint row = ref pixels[y * Width];
        for (int x = left.Outer; x < left.Inner; x += Vector256<uint>.Count)
        {
            eight.StoreUnsafe(ref Unsafe.Add(ref row, x));
        }

        for (int x = right.Outer; x > right.Inner; x -= Vector256<uint>.Count)
        {
            eight.StoreUnsafe(ref Unsafe.Add(ref row, x - Vector256<uint>.Count + 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillPixels(int y, int left, int right, uint color)
    {
        if (left <= right)
        {
            pixels.AsSpan((y * Width) + left, right - left + 1).Fill(color);
        }
    }

    // The blocks that lie between two columns wholly; none where the first comes after the last.
    private (int First, int Last) BlocksBetween(int left, int right)
    {
        int first = across.BinOf[left];
        int last = across.BinOf[right];
        return (across.First(first) < left ? first + 1 : first, across.Last[last] > right ? last - 1 : last);
    }

    private void DetailBins(int row, int left, int right, uint color)
    {
        if (left > right)
        {
            return;
        }

        int last = across.BinOf[right];
        for (int bin = across.BinOf[left]; bin <= last; bin++)
        {
            uint block = blocks[(row * across.Count) + bin];
            if (block != Detailed && block != color)
            {
                Detail(row, bin, block);
            }
        }
    }

    private void Detail(int row, int bin, uint color)
    {
        blocks[(row * across.Count) + bin] = Detailed;
        int left = across.First(bin);
        int width = across.Last[bin] - left + 1;
        int bottom = down.Last[row];
        if (width is < 8 or > 16)
        {
            for (int y = down.First(row); y <= bottom; y++)
            {
                pixels.AsSpan((y * Width) + left, width).Fill(color);
            }

            return;
        }

        Vector256<uint> eight = Vector256.Create(color);
        ref uint first = ref pixels[(down.First(row) * Width) + left];
        ref uint last = ref Unsafe.Add(ref first, width - Vector256<uint>.Count);
        for (int y = down.First(row); y <= bottom; y++)
        {
            eight.StoreUnsafe(ref first);
            eight.StoreUnsafe(ref last);
            first = ref Unsafe.Add(ref first, Width);
            last = ref Unsafe.Add(ref last, Width);
        }
    }
}
