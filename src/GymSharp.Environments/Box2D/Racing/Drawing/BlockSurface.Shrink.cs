using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly byte[] band;
    private readonly int[] detailedBins;
    private readonly ushort[] sums;
    private readonly ShrinkPalette palette;

    /// <summary>Writes the shrunk picture as RGB, row by row.</summary>
    /// <param name="rgb">Three bytes for each block.</param>
    public void Shrink(Span<byte> rgb)
    {
        int stride = Channels * across.Count;
        sums.AsSpan().Clear();
        for (int row = 0; row < down.Count; row++)
        {
            int first = down.First(row);
            int last = down.Last[row];
            int detailed = ShrinkUniform(row, band.AsSpan(0, stride));
            for (int y = first + 1; y <= last; y++)
            {
                band.AsSpan(0, stride).CopyTo(band.AsSpan((y - first) * stride, stride));
            }

            ShrinkDetailed(row, detailed);
            for (int y = first; y < last; y++)
            {
                Add(band.AsSpan((y - first) * stride, stride), sums);
            }

            ReadOnlySpan<byte> shared = band.AsSpan((last - first) * stride, stride);
            Finish(shared, down.Share[row], rgb.Slice(row * 3 * across.Count, 3 * across.Count));
        }
    }

    private static void Add(ReadOnlySpan<byte> row, Span<ushort> total)
    {
        int i = 0;
        for (; i + Vector<byte>.Count <= row.Length; i += Vector<byte>.Count)
        {
            System.Numerics.Vector.Widen(new Vector<byte>(row[i..]), out Vector<ushort> low, out Vector<ushort> high);
            (new Vector<ushort>(total[i..]) + low).CopyTo(total[i..]);
            Span<ushort> rest = total[(i + Vector<ushort>.Count)..];
            (new Vector<ushort>(rest) + high).CopyTo(rest);
        }

        for (; i < row.Length; i++)
        {
            total[i] += row[i];
        }
    }

    // Lists the blocks that need a look at their pixels.
    private int ShrinkUniform(int row, Span<byte> shrunk)
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
            palette.RowOf(color).Slice(Channels * start, length).CopyTo(shrunk.Slice(Channels * start, length));
        }

        return detailed;
    }

    private void ShrinkDetailed(int row, int detailed)
    {
        ReadOnlySpan<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        int stride = Channels * across.Count;
        int top = down.First(row);
        int rows = down.Last[row] - top + 1;
        Vector128<int> reciprocal = Vector128.Create((int)across.Reciprocal);
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
            ref uint pixel = ref pixels[(top * Width) + first];
            ref byte target = ref band[Channels * bin];
            for (int y = 0; y < rows; y++)
            {
                Vector128<int> sum = color == Detailed ? Sum(ref pixel, count, share) : own;
                sum += left == Detailed ? (Spread(Unsafe.Subtract(ref pixel, 1)) * before) >> 14 : neighbor;
                Unsafe.WriteUnaligned(ref target, Join((sum * reciprocal) >> 16));
                pixel = ref Unsafe.Add(ref pixel, Width);
                target = ref Unsafe.Add(ref target, stride);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Join(Vector128<int> parts)
    {
        Vector128<ushort> words = Vector128.Narrow(parts.AsUInt32(), parts.AsUInt32());
        return Vector128.Narrow(words, words).AsUInt32().ToScalar();
    }

    // The last row of a block goes to two blocks; its share of this one completes the mean, the rest starts the next.
    private void Finish(ReadOnlySpan<byte> shared, int share, Span<byte> rgb)
    {
        Vector128<int> own = Vector128.Create(share);
        Vector128<int> rest = Vector128.Create(ShrinkAxis.Whole - share);
        Vector128<int> reciprocal = Vector128.Create((int)down.Reciprocal);
        ReadOnlySpan<uint> colors = MemoryMarshal.Cast<byte, uint>(shared);
        for (int bin = 0; bin < colors.Length; bin++)
        {
            ref ushort total = ref sums[Channels * bin];
            Vector128<int> value = Spread(colors[bin]);
            Vector64<ushort> present = Unsafe.ReadUnaligned<Vector64<ushort>>(ref Unsafe.As<ushort, byte>(ref total));
            Vector128<int> sum = Vector128.WidenLower(present.ToVector128()).AsInt32() + ((value * own) >> 14);
            uint color = Join((sum * reciprocal) >> 16);
            Vector128<int> next = (value * rest) >> 14;
            Vector64<ushort> narrowed = Vector128.Narrow(next.AsUInt32(), next.AsUInt32()).GetLower();
            Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref total), narrowed);
            Span<byte> target = rgb.Slice(3 * bin, 3);
            target[0] = (byte)color;
            target[1] = (byte)(color >> 8);
            target[2] = (byte)(color >> 16);
        }
    }
}
