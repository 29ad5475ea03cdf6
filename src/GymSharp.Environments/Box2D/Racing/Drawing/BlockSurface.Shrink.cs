using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Shrinking to one pixel for each block.</content>
internal sealed partial class BlockSurface
{
    private readonly byte[] shrunkRow;
    private readonly int[] detailedBins;
    private readonly ushort[] sums;

    /// <summary>Writes the shrunk picture as RGB, row by row.</summary>
    /// <param name="rgb">Three bytes for each block.</param>
    public void Shrink(Span<byte> rgb)
    {
        sums.AsSpan().Clear();
        for (int row = 0; row < down.Count; row++)
        {
            int detailed = ShrinkUniform(row);
            int last = down.Last[row];
            for (int y = down.First(row); y < last; y++)
            {
                ShrinkDetailed(row, y, detailed);
                Add(shrunkRow, sums);
            }

            ShrinkDetailed(row, last, detailed);
            Finish(down.Share[row], rgb.Slice(row * 3 * across.Count, 3 * across.Count));
        }
    }

    // Blocks of one colour beside one of the same colour give all their rows the same value. Lists the others.
    private int ShrinkUniform(int row)
    {
        ReadOnlySpan<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        int detailed = 0;
        uint left = rowBlocks[0];
        for (int bin = 0; bin < rowBlocks.Length; bin++)
        {
            uint color = rowBlocks[bin];
            if (color == Detailed || left != color)
            {
                detailedBins[detailed++] = bin;
            }
            else
            {
                int whole = across.Last[bin] - across.First(bin);
                int before = bin == 0 ? 0 : ShrinkAxis.Whole - across.Share[bin - 1];
                for (int part = 0; part < 3; part++)
                {
                    int value = (int)(color >> (8 * part)) & 255;
                    int sum = (value * whole) + ((value * across.Share[bin]) >> 14) + ((value * before) >> 14);
                    shrunkRow[(4 * bin) + part] = (byte)((sum * across.Reciprocal) >> 16);
                }
            }

            left = color;
        }

        return detailed;
    }

    private void ShrinkDetailed(int row, int y, int detailed)
    {
        ReadOnlySpan<uint> rowBlocks = blocks.AsSpan(row * across.Count, across.Count);
        ReadOnlySpan<uint> line = pixels.AsSpan(y * Width, Width + 8);
        foreach (int bin in detailedBins.AsSpan(0, detailed))
        {
            uint color = rowBlocks[bin];
            int first = across.First(bin);
            int last = across.Last[bin];
            Vector128<int> sum;
            uint end;
            if (color == Detailed)
            {
                sum = Sum(line[first..last]);
                end = line[last];
            }
            else
            {
                sum = Spread(color) * (last - first);
                end = color;
            }

            sum += (Spread(end) * across.Share[bin]) >> 14;
            if (bin > 0)
            {
                uint before = rowBlocks[bin - 1] == Detailed ? line[first - 1] : rowBlocks[bin - 1];
                sum += (Spread(before) * (ShrinkAxis.Whole - across.Share[bin - 1])) >> 14;
            }

            Store(bin, (sum * across.Reciprocal) >> 16);
        }
    }

    private void Store(int bin, Vector128<int> value)
    {
        shrunkRow[4 * bin] = (byte)value[0];
        shrunkRow[(4 * bin) + 1] = (byte)value[1];
        shrunkRow[(4 * bin) + 2] = (byte)value[2];
    }

    private static Vector128<int> Spread(uint color) =>
        Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(color).AsByte())).AsInt32();

    private static Vector128<int> Sum(ReadOnlySpan<uint> run)
    {
        Vector128<int> sum = Vector128<int>.Zero;
        foreach (uint color in run)
        {
            sum += Spread(color);
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<byte> row, Span<ushort> total)
    {
        for (int i = 0; i < row.Length; i++)
        {
            total[i] += row[i];
        }
    }

    // The last row of a block goes to two blocks; its share of this one completes the mean, the rest starts the next.
    private void Finish(int share, Span<byte> rgb)
    {
        for (int bin = 0; bin < across.Count; bin++)
        {
            for (int part = 0; part < 3; part++)
            {
                int at = (4 * bin) + part;
                int value = shrunkRow[at];
                int sum = sums[at] + ((value * share) >> 14);
                rgb[(3 * bin) + part] = (byte)((sum * down.Reciprocal) >> 16);
                sums[at] = (ushort)((value * (ShrinkAxis.Whole - share)) >> 14);
            }
        }
    }
}
