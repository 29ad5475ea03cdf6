using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Shrinking to one pixel for each block.</content>
/// <remarks>
/// Rows are shrunk first, then columns, each to whole numbers of 16 bits: products with shares and reciprocals keep
/// their upper halves, as in pygame's SSE form. A block of one colour beside one of the same colour gives all its rows
/// the same value; only blocks with an edge in them, or beside one, need a look at their pixels.
/// </remarks>
internal sealed partial class BlockSurface
{
    private const int Channels = 4;

    // Bytes that go through the last steps at once.
    private const int Step = 16;
    private readonly byte[] lastRow;
    private readonly ushort[] sums;
    private readonly int[] detailedBins;
    private readonly ShrinkPalette palette;

    /// <summary>Writes the shrunk picture as RGB, row by row.</summary>
    /// <param name="rgb">Three bytes for each block.</param>
    public void Shrink(Span<byte> rgb)
    {
        sums.AsSpan().Clear();
        for (int row = 0; row < down.Count; row++)
        {
            ShrinkDetailed(row, ShrinkUniform(row));
            Finish(down.Last[row] - down.First(row), down.Share[row], rgb[(row * 3 * across.Count)..]);
        }
    }

    // Lists the blocks that need a look at their pixels.
    private int ShrinkUniform(int row)
    {
        ReadOnlySpan<Block> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        int detailed = 0;
        int bin = 0;
        while (bin < rowBlocks.Length)
        {
            uint color = rowBlocks[bin].Color;
            if (color == Detailed || (bin > 0 && rowBlocks[bin - 1].Color != color))
            {
                detailedBins[detailed++] = bin++;
                continue;
            }

            int start = bin;
            while (bin < rowBlocks.Length && rowBlocks[bin].Color == color)
            {
                bin++;
            }

            int length = Channels * (bin - start);
            palette.RowOf(color).Slice(Channels * start, length).CopyTo(lastRow.AsSpan(Channels * start, length));
        }

        return detailed;
    }

    // Leaves the last row's value in its place, and in the sums what the other rows differ from it.
    private void ShrinkDetailed(int row, int detailed)
    {
        ref Block rowBlocks = ref blocks[row * across.Count];
        int height = down.Last[row] - down.First(row);
        bool isUsual = slotHeight == BlockColumns.Height && height is EightRows or EightRows - 1;
        foreach (int bin in detailedBins.AsSpan(0, detailed))
        {
            Block block = Unsafe.Add(ref rowBlocks, bin);
            Block left = bin == 0 ? default : Unsafe.Add(ref rowBlocks, bin - 1);
            if (isUsual)
            {
                ShrinkRows(bin, height, block, left);
                continue;
            }

            for (int part = 0; part < Channels - 1; part++)
            {
                ShrinkPart(bin, height, (block, left), part);
            }
        }
    }

    // All rows at once. The last row is the eighth or the ninth; either way the sum of the others, less so many times
    // the last one, is the sum of eight less eight times the last one.
    private void ShrinkRows(int bin, int height, Block block, Block left)
    {
        int count = across.Last[bin] - across.First(bin);
        BlockColumns sum;
        if (block.Color == Detailed)
        {
            ref uint pixel = ref pixels[block.Slot];
            sum = BlockColumns.Load(ref Unsafe.Add(ref pixel, count * BlockColumns.Height)).Share(across.Share[bin]);
            for (int x = 0; x < count; x++)
            {
                sum += BlockColumns.Load(ref pixel);
                pixel = ref Unsafe.Add(ref pixel, BlockColumns.Height);
            }
        }
        else
        {
            BlockColumns own = BlockColumns.Of(block.Color);
            sum = (own * count) + own.Share(across.Share[bin]);
        }

        if (bin > 0)
        {
            BlockColumns beside = left.Color == Detailed
                ? BlockColumns.Load(ref pixels[left.Slot + columns[across.Last[bin - 1]].Offset])
                : BlockColumns.Of(left.Color);
            sum += beside.Share(ShrinkAxis.Whole - across.Share[bin - 1]);
        }

        BlockColumns mean = sum.High(across.Reciprocal);
        Vector64<ushort> value = height == EightRows ? mean.Third.GetLower() : mean.Second.GetUpper().GetUpper();
        Vector64<ushort> rest = mean.SumOfEight() - (value * EightRows);
        ref ulong total = ref Unsafe.As<ushort, ulong>(ref sums[Channels * bin]);
        total = (Vector64.Create(total).AsUInt16() + rest).AsUInt64().ToScalar();
        Unsafe.As<byte, uint>(ref lastRow[Channels * bin]) = Vector64.Narrow(value, value).AsUInt32().ToScalar();
    }

    // One channel, for blocks of any size.
    private void ShrinkPart(int bin, int height, (Block Own, Block Left) pair, int part)
    {
        int count = across.Last[bin] - across.First(bin);
        int before = bin == 0 ? 0 : ShrinkAxis.Whole - across.Share[bin - 1];
        int beside = bin == 0 ? 0 : columns[across.Last[bin - 1]].Offset;
        int total = 0;
        int value = 0;
        for (int y = 0; y <= height; y++)
        {
            total += value;
            int sum = (PartOf(pair.Left, beside + y, part) * before) >> 14;
            sum += (PartOf(pair.Own, (count * slotHeight) + y, part) * across.Share[bin]) >> 14;
            for (int x = 0; x < count; x++)
            {
                sum += PartOf(pair.Own, (x * slotHeight) + y, part);
            }

            value = (sum * across.Reciprocal) >> 16;
        }

        sums[(Channels * bin) + part] += (ushort)(total - (value * height));
        lastRow[(Channels * bin) + part] = (byte)value;
    }

    private int PartOf(Block block, int offset, int part) =>
        (int)((block.Color == Detailed ? pixels[block.Slot + offset] : block.Color) >> (8 * part)) & 255;

    // The last row of a block goes to two blocks; its share of this one completes the mean, the rest starts the next.
    private void Finish(int rows, int share, Span<byte> rgb)
    {
        Vector128<ushort> count = Vector128.Create((ushort)rows);
        Vector128<ushort> here = Vector128.Create((ushort)share);
        Vector128<ushort> next = Vector128.Create((ushort)(ShrinkAxis.Whole - share));
        Vector128<ushort> reciprocal = Vector128.Create(down.Reciprocal);
        ref byte source = ref lastRow[0];
        ref ushort total = ref sums[0];
        int target = 0;
        for (nuint i = 0; i < (nuint)lastRow.Length; i += Step)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, i));
            Vector128<ushort> first = Vector128.LoadUnsafe(ref total, i) + (low * count)
                + Wide16.High(low << 2, here);
            Vector128<ushort> second = Vector128.LoadUnsafe(ref total, i + 8) + (high * count)
                + Wide16.High(high << 2, here);
            Wide16.High(low << 2, next).StoreUnsafe(ref total, i);
            Wide16.High(high << 2, next).StoreUnsafe(ref total, i + 8);
            Vector128<byte> mean = Vector128.Narrow(Wide16.High(first, reciprocal), Wide16.High(second, reciprocal));
            Store(mean, rgb, target, Math.Min(12, (3 * across.Count) - target));
            target += 12;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<byte> pixels, Span<byte> rgb, int at, int length)
    {
        Vector128<byte> packed = Vector128.Shuffle(
            pixels, Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255));
        if (at + Step <= rgb.Length)
        {
            packed.StoreUnsafe(ref rgb[at]);
            return;
        }

        for (int i = 0; i < length; i++)
        {
            rgb[at + i] = packed[i];
        }
    }
}
