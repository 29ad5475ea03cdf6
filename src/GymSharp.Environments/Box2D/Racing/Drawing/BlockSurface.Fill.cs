using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Filling of shapes with one run in each row.</content>
internal sealed partial class BlockSurface
{
    // Pixels of a row of a slot that are filled by vectors.
    private const int VectorStride = 12;
    private static readonly Vector256<int> FirstColumns = Vector256<int>.Indices;
    private static readonly Vector128<int> LastColumns = Vector128<int>.Indices + Vector128.Create(8);

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
            FillBand(shape, (y, last), isWhole, color);
            y = last + 1;
        }
    }

    // What the rows cover in common becomes blocks; only what sticks out on either side is drawn.
    private void FillBand(RunTable shape, (int First, int Last) band, bool isWhole, uint color)
    {
        ((int outerLeft, int innerLeft), (int innerRight, int outerRight)) = shape.Range(band.First, band.Last);
        if (outerLeft > outerRight)
        {
            return;
        }

        int firstBlock = rows[band.First].Block;
        (int outerFirst, int outerLast) = (across.BinOf[outerLeft], across.BinOf[outerRight]);
        (int first, int last) = isWhole && innerLeft <= innerRight ? BlocksBetween(innerLeft, innerRight) : (0, -1);
        (first, last) = first > last ? (outerLast + 1, outerLast) : (first, last);
        FillBins(shape, band, (outerFirst, first - 1), color);
        FillBins(shape, band, (last + 1, outerLast), color);
        for (int bin = first; bin <= last; bin++)
        {
            blocks[firstBlock + bin].Color = color;
        }
    }

    private void FillBins(RunTable shape, (int First, int Last) band, (int First, int Last) bins, uint color)
    {
        (int firstBlock, int offset) = rows[band.First];
        for (int bin = bins.First; bin <= bins.Last; bin++)
        {
            ref Block block = ref blocks[firstBlock + bin];
            if (block.Color == color)
            {
                continue;
            }

            Detail(ref block);
            if (stride == VectorStride)
            {
                FillBin(shape, band, (across.First(bin), block.Slot + offset), color);
                continue;
            }

            for (int y = band.First; y <= band.Last; y++)
            {
                int left = Math.Max(shape.Left[y], across.First(bin));
                int right = Math.Min(shape.Right[y], across.Last[bin]);
                if (left <= right)
                {
                    int at = block.Slot + rows[y].Offset + left - across.First(bin);
                    pixels.AsSpan(at, right - left + 1).Fill(color);
                }
            }
        }
    }

    // All of a row at once, by a mask; pixels to the right of the block are nobody's.
    private void FillBin(RunTable shape, (int First, int Last) band, (int Column, int Pixel) start, uint color)
    {
        Vector256<uint> eight = Vector256.Create(color);
        Vector128<uint> four = Vector128.Create(color);
        ref uint pixel = ref pixels[start.Pixel];
        for (int y = band.First; y <= band.Last; y++)
        {
            int left = shape.Left[y] - start.Column;
            int right = shape.Right[y] - start.Column;
            Vector256<int> inFirst = Vector256.GreaterThanOrEqual(FirstColumns, Vector256.Create(left))
                & Vector256.LessThanOrEqual(FirstColumns, Vector256.Create(right));
            Vector128<int> inLast = Vector128.GreaterThanOrEqual(LastColumns, Vector128.Create(left))
                & Vector128.LessThanOrEqual(LastColumns, Vector128.Create(right));
            Vector256.ConditionalSelect(inFirst.AsUInt32(), eight, Vector256.LoadUnsafe(ref pixel))
                .StoreUnsafe(ref pixel);
            Vector128.ConditionalSelect(inLast.AsUInt32(), four, Vector128.LoadUnsafe(ref pixel, 8))
                .StoreUnsafe(ref pixel, 8);
            pixel = ref Unsafe.Add(ref pixel, VectorStride);
        }
    }

    // The blocks that lie between two columns wholly; none where the first comes after the last.
    private (int First, int Last) BlocksBetween(int left, int right)
    {
        int first = across.BinOf[left];
        int last = across.BinOf[right];
        return (across.First(first) < left ? first + 1 : first, across.Last[last] > right ? last - 1 : last);
    }
}
