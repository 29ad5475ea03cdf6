using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Shrinking to one pixel for each block.</content>
/// <remarks>
/// Rows are shrunk first, then columns, each to whole numbers. A block of one colour beside one of the same colour
/// gives all its rows the same value; only blocks with an edge in them, or beside one, need a look at their pixels.
/// </remarks>
internal sealed partial class BlockSurface
{
    private const int Channels = 4;
    private readonly byte[] lastRow;
    private readonly byte[] shrunk;
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
            Finish(down.Last[row] - down.First(row), down.Share[row]);
            Span<byte> target = rgb.Slice(row * 3 * across.Count, 3 * across.Count);
            for (int bin = 0; bin < across.Count; bin++)
            {
                target[3 * bin] = shrunk[Channels * bin];
                target[(3 * bin) + 1] = shrunk[(Channels * bin) + 1];
                target[(3 * bin) + 2] = shrunk[(Channels * bin) + 2];
            }
        }
    }

    // Lists the blocks that need a look at their pixels.
    private int ShrinkUniform(int row)
    {
        ReadOnlySpan<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        int detailed = 0;
        int bin = 0;
        while (bin < rowBlocks.Length)
        {
            uint color = rowBlocks[bin];
            if (color == Detailed || (bin > 0 && rowBlocks[bin - 1] != color))
            {
                detailedBins[detailed++] = bin++;
                continue;
            }

            int start = bin;
            while (bin < rowBlocks.Length && rowBlocks[bin] == color)
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
        ReadOnlySpan<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        int top = down.First(row);
        int rows = down.Last[row] - top;
        foreach (int bin in detailedBins.AsSpan(0, detailed))
        {
            int first = across.First(bin);
            int count = across.Last[bin] - first;
            int share = across.Share[bin];
            int before = bin == 0 ? 0 : ShrinkAxis.Whole - across.Share[bin - 1];
            uint color = rowBlocks[bin];
            uint left = bin == 0 ? 0 : rowBlocks[bin - 1];
            Vector128<int> own = (Spread(color) * count) + ((Spread(color) * share) >> 14);
            Vector128<int> neighbor = (Spread(left) * before) >> 14;
            Vector128<int> total = Vector128<int>.Zero;
            Vector128<int> value = total;
            ref uint pixel = ref pixels[(top * Width) + first];
            for (int y = 0; y <= rows; y++)
            {
                Vector128<int> sum = color == Detailed ? Sum(ref pixel, count, share) : own;
                sum += left == Detailed ? (Spread(Unsafe.Subtract(ref pixel, 1)) * before) >> 14 : neighbor;
                total += value;
                value = (sum * across.Reciprocal) >> 16;
                pixel = ref Unsafe.Add(ref pixel, Width);
            }

            Vector128<int> difference = total - (value * rows);
            for (int part = 0; part < Channels; part++)
            {
                lastRow[(Channels * bin) + part] = (byte)value[part];
                sums[(Channels * bin) + part] += (ushort)difference[part];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Sum(ref uint pixel, int count, int share)
    {
        Vector128<int> sum = (Spread(Unsafe.Add(ref pixel, count)) * share) >> 14;
        int done = 0;
        if (count >= 8)
        {
            (Vector256<ushort> low, Vector256<ushort> high) =
                Vector256.Widen(Vector256.LoadUnsafe(ref pixel).AsByte());
            Vector256<ushort> four = low + high;
            Vector128<ushort> two = four.GetLower() + four.GetUpper();
            sum += (Vector128.WidenLower(two) + Vector128.WidenUpper(two)).AsInt32();
            done = 8;
        }

        for (; done < count; done++)
        {
            sum += Spread(Unsafe.Add(ref pixel, done));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Spread(uint color) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(color).AsByte())).AsInt32();

    // The last row of a block goes to two blocks; its share of this one completes the mean, the rest starts the next.
    private void Finish(int rows, int share)
    {
        ref byte source = ref lastRow[0];
        ref ushort total = ref sums[0];
        ref byte target = ref shrunk[0];
        for (nuint i = 0; i < (nuint)lastRow.Length; i += 8)
        {
            Vector128<ushort> words = Vector128.WidenLower(
                Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, i))).AsByte());
            Vector128<ushort> whole = Vector128.LoadUnsafe(ref total, i) + (words * (ushort)rows);
            Vector256<uint> value = Vector256.Create(Vector128.WidenLower(words), Vector128.WidenUpper(words));
            Vector256<uint> sum = Vector256.Create(Vector128.WidenLower(whole), Vector128.WidenUpper(whole));
            Vector256<uint> mean = ((sum + ((value * (uint)share) >> 14)) * down.Reciprocal) >> 16;
            Vector256<uint> rest = (value * (uint)(ShrinkAxis.Whole - share)) >> 14;
            Vector128.Narrow(rest.GetLower(), rest.GetUpper()).StoreUnsafe(ref total, i);
            Vector128<ushort> narrow = Vector128.Narrow(mean.GetLower(), mean.GetUpper());
            ulong eight = Vector128.Narrow(narrow, narrow).AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, i), eight);
        }
    }
}
