using System.Runtime.CompilerServices;

namespace GymSharp.Environments.Box2D;

/// <summary>A picture in which a block of one colour is stored as that colour, for fast drawing and shrinking.</summary>
/// <remarks>
/// A block holds the source pixels of one pixel of the shrunk picture. Most blocks of a race track have one colour;
/// pixels are kept only for those that an edge runs through. Colours are 0x00BBGGRR; rows count from the top.
/// </remarks>
internal sealed partial class BlockSurface
{
    private const uint Detailed = 0xFF000000;
    private const int Padding = 16;

    private readonly ShrinkAxis across;
    private readonly ShrinkAxis down;
    private readonly uint[] pixels;
    private readonly uint[] blocks;

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
        shrunkRow = new byte[4 * across.Count];
        detailedBins = new int[across.Count];
        sums = new ushort[4 * across.Count];
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>A colour from its parts.</summary>
    public static uint Pack(byte red, byte green, byte blue) => red | ((uint)green << 8) | ((uint)blue << 16);

    /// <summary>Gives everything one colour.</summary>
    public void Clear(uint color) => blocks.AsSpan().Fill(color);

    /// <summary>The colour of a pixel.</summary>
    public uint this[int x, int y]
    {
        get
        {
            uint block = blocks[(down.BinOf[y] * across.Count) + across.BinOf[x]];
            return block == Detailed ? pixels[(y * Width) + x] : block;
        }
    }

    /// <summary>Mixes a colour into a pixel, which must lie inside.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="color">The colour.</param>
    /// <param name="alpha">How much of it, in 256ths, 0 to 256; what remains is rounded down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Blend(int x, int y, uint color, uint alpha)
    {
        int row = down.BinOf[y];
        int bin = across.BinOf[x];
        uint block = blocks[(row * across.Count) + bin];
        if (block != Detailed)
        {
            if (block == color)
            {
                return;
            }

            Detail(row, bin, block);
        }

        ref uint pixel = ref pixels[(y * Width) + x];
        pixel = Mix(pixel, color, alpha);
    }

    /// <summary>Gives pixels of one row a colour.</summary>
    /// <param name="y">Row, inside.</param>
    /// <param name="left">First column, inside.</param>
    /// <param name="right">Last column, inside, not left of <paramref name="left"/>.</param>
    /// <param name="color">The colour.</param>
    public void FillRun(int y, int left, int right, uint color)
    {
        int row = down.BinOf[y];
        Span<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        Span<uint> line = pixels.AsSpan(y * Width, Width);
        for (int bin = across.BinOf[left]; left <= right; bin++)
        {
            int end = Math.Min(across.Last[bin], right);
            uint block = rowBlocks[bin];
            if (block != color)
            {
                if (block != Detailed)
                {
                    Detail(row, bin, block);
                }

                line[left..(end + 1)].Fill(color);
            }

            left = end + 1;
        }
    }

    /// <summary>Gives blocks side by side one colour.</summary>
    /// <param name="row">Row of blocks.</param>
    /// <param name="first">First block.</param>
    /// <param name="last">Last block.</param>
    /// <param name="color">The colour.</param>
    public void FillBlocks(int row, int first, int last, uint color) =>
        blocks.AsSpan((row * across.Count) + first, last - first + 1).Fill(color);

    /// <summary>The row of blocks that holds a row of pixels, and its first and last row of pixels.</summary>
    public (int Row, int First, int Last) BlockRow(int y)
    {
        int row = down.BinOf[y];
        return (row, down.First(row), down.Last[row]);
    }

    /// <summary>The blocks that lie between two columns wholly; none where the first comes after the last.</summary>
    public (int First, int Last) BlocksBetween(int left, int right)
    {
        if (left > right)
        {
            return (0, -1);
        }

        int first = across.BinOf[left];
        int last = across.BinOf[right];
        return (across.First(first) < left ? first + 1 : first, across.Last[last] > right ? last - 1 : last);
    }

    /// <summary>First column of a block.</summary>
    public int FirstColumn(int bin) => across.First(bin);

    /// <summary>Last column of a block.</summary>
    public int LastColumn(int bin) => across.Last[bin];

    /// <summary>Writes all pixels as RGB, row by row.</summary>
    public void CopyTo(Span<byte> rgb)
    {
        for (int y = 0, at = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++, at += 3)
            {
                uint color = this[x, y];
                rgb[at] = (byte)color;
                rgb[at + 1] = (byte)(color >> 8);
                rgb[at + 2] = (byte)(color >> 16);
            }
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

    private void Detail(int row, int bin, uint color)
    {
        blocks[(row * across.Count) + bin] = Detailed;
        int left = across.First(bin);
        int width = across.Last[bin] - left + 1;
        for (int y = down.First(row); y <= down.Last[row]; y++)
        {
            pixels.AsSpan((y * Width) + left, width).Fill(color);
        }
    }
}
