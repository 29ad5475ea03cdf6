using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Environments.Box2D;

/// <summary>A picture that stores a block of one colour as that colour, to be drawn and shrunk fast.</summary>
/// <remarks>
/// A block holds the source pixels of one pixel of the shrunk picture. Most blocks of a race track have one colour;
/// pixels are kept only for those that an edge runs through, column by column in a slot each. The slots are given out
/// anew for every picture, so that the same little memory serves all of them and stays in the processor's cache. What
/// is written to the pixels of a block that has one colour is lost: such blocks share the first slot, or keep one they
/// had.
/// Colours are 0x00BBGGRR; rows count from the top.
/// </remarks>
internal sealed partial class BlockSurface
{
    /// <summary>What stands in the place of a colour where a block has several.</summary>
    public const uint Detailed = 0xFF000000;

    // Pixels that vectors may reach beyond the last slot.
    private const int Padding = 16;
    private readonly ShrinkAxis across;
    private readonly ShrinkAxis down;
    private readonly Block[] blocks;
    private readonly uint[] pixels;

    // For each column its block and its place in it; for each row its first block and its place in a slot.
    private readonly (int Bin, int Offset)[] columns;
    private readonly (int Block, int Offset)[] rows;
    private readonly int slotHeight;
    private readonly int slotSize;
    private int nextSlot;

    /// <summary>A black picture.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="across">How <paramref name="width"/> is shrunk.</param>
    /// <param name="down">How <paramref name="height"/> is shrunk.</param>
    public BlockSurface(int width, int height, ShrinkAxis across, ShrinkAxis down)
    {
        (Width, Height, this.across, this.down) = (width, height, across, down);
        slotHeight = (down.Widest + 3) & ~3;
        slotSize = slotHeight * across.Widest;
        blocks = new Block[across.Count * down.Count];
        pixels = GC.AllocateUninitializedArray<uint>(((blocks.Length + 1) * slotSize) + Padding);
        columns = new (int Bin, int Offset)[width];
        for (int x = 0; x < width; x++)
        {
            columns[x] = (across.BinOf[x], (x - across.First(across.BinOf[x])) * slotHeight);
        }

        rows = new (int Block, int Offset)[height];
        for (int y = 0; y < height; y++)
        {
            rows[y] = (down.BinOf[y] * across.Count, y - down.First(down.BinOf[y]));
        }

        int length = (((Channels * across.Count) + Step - 1) / Step) * Step;
        detailedBins = new int[across.Count];
        sums = new ushort[length];
        palette = new ShrinkPalette(across);
        lastRow = new byte[length];
        Clear(0);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>A colour from its parts.</summary>
    public static uint Pack(byte red, byte green, byte blue) => red | ((uint)green << 8) | ((uint)blue << 16);

    /// <summary>Gives everything one colour.</summary>
    public void Clear(uint color)
    {
        blocks.AsSpan().Fill(new Block { Color = color });
        nextSlot = slotSize;
    }

    /// <summary>Mixes a colour into a pixel, which must lie inside.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="color">The colour.</param>
    /// <param name="alpha">How much of it, in 256ths, 0 to 256; what remains is rounded down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Blend(int x, int y, uint color, uint alpha)
    {
        (int bin, int offset) = columns[x];
        (int first, int rowOffset) = rows[y];
        ref Block block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(blocks), first + bin);
        if (alpha != 0 && block.Color != Detailed && block.Color != color)
        {
            Detail(ref block);
        }

        // No branch where nothing is mixed in: that would be guessed wrong too often.
        ref uint pixel = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(pixels), block.Slot + rowOffset + offset);
        pixel = Mix(pixel, color, alpha);
    }

    /// <summary>Copies pixels into one row.</summary>
    /// <param name="y">Row, inside.</param>
    /// <param name="left">First column; all of the run lies inside.</param>
    /// <param name="run">The pixels.</param>
    public void CopyRun(int y, int left, ReadOnlySpan<uint> run)
    {
        (int first, int rowOffset) = rows[y];
        for (int i = 0; i < run.Length; i++)
        {
            (int bin, int offset) = columns[left + i];
            ref Block block = ref blocks[first + bin];
            if (block.Color != run[i])
            {
                Detail(ref block);
                pixels[block.Slot + rowOffset + offset] = run[i];
            }
        }
    }

    /// <summary>Gives pixels of one row a colour.</summary>
    /// <param name="y">Row, inside.</param>
    /// <param name="left">First column, inside.</param>
    /// <param name="right">Last column, inside, not left of <paramref name="left"/>.</param>
    /// <param name="color">The colour.</param>
    public void FillRun(int y, int left, int right, uint color)
    {
        (int first, int rowOffset) = rows[y];
        while (left <= right)
        {
            (int bin, int offset) = columns[left];
            int end = Math.Min(across.Last[bin], right);
            ref Block block = ref blocks[first + bin];
            if (block.Color != color)
            {
                Detail(ref block);
                ref uint pixel = ref pixels[block.Slot + rowOffset + offset];
                for (; left <= end; left++)
                {
                    pixel = color;
                    pixel = ref Unsafe.Add(ref pixel, slotHeight);
                }
            }

            left = end + 1;
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

    // Gives a block pixels of its own.
    private void Detail(ref Block block)
    {
        if (block.Color == Detailed)
        {
            return;
        }

        if (block.Slot == 0)
        {
            block.Slot = nextSlot;
            nextSlot += slotSize;
        }

        pixels.AsSpan(block.Slot, slotSize).Fill(block.Color);
        block.Color = Detailed;
    }

    /// <summary>A block: its colour, or <see cref="Detailed"/>; and where its pixels begin, 0 for nowhere.</summary>
    private struct Block
    {
        public uint Color;
        public int Slot;
    }
}
