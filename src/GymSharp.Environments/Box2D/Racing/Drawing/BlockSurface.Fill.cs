using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Filling of shapes with one run in each row.</content>
internal sealed partial class BlockSurface
{
    private const int EightRows = 8;

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
        int firstBlock = rows[band.First].Block;
        for (int bin = bins.First; bin <= bins.Last; bin++)
        {
            ref Block block = ref blocks[firstBlock + bin];
            if (block.Color == color)
            {
                continue;
            }

            Detail(ref block);
            int top = down.First(down.BinOf[band.First]);
            int bottom = down.Last[down.BinOf[band.First]];
            int y = band.First;
            if (slotHeight == BlockColumns.Height && bottom - top >= EightRows - 1)
            {
                FillEightRows(shape, top, bin, (block.Slot, color));
                y = top + EightRows;
            }

            for (; y <= band.Last; y++)
            {
                FillRow(shape, y, bin, (block.Slot + rows[y].Offset, color));
            }
        }
    }

    private void FillRow(RunTable shape, int y, int bin, (int Pixel, uint Color) fill)
    {
        int left = Math.Max(shape.Left[y], across.First(bin));
        int right = Math.Min(shape.Right[y], across.Last[bin]);
        for (int x = left; x <= right; x++)
        {
            pixels[fill.Pixel + columns[x].Offset] = fill.Color;
        }
    }

    // Column by column, eight rows at once by a mask; the shape has none of those that lie outside the band.
    private void FillEightRows(RunTable shape, int top, int bin, (int Pixel, uint Color) fill)
    {
        Vector256<uint> color = Vector256.Create(fill.Color);
        Vector256<int> left = Vector256.LoadUnsafe(ref shape.Left[top]);
        Vector256<int> right = Vector256.LoadUnsafe(ref shape.Right[top]);
        ref uint pixel = ref pixels[fill.Pixel];
        int last = across.Last[bin];
        for (int x = across.First(bin); x <= last; x++)
        {
            Vector256<int> column = Vector256.Create(x);
            Vector256<int> outside = Vector256.GreaterThan(left, column) | Vector256.GreaterThan(column, right);
            Vector256.ConditionalSelect(outside.AsUInt32(), Vector256.LoadUnsafe(ref pixel), color)
                .StoreUnsafe(ref pixel);
            pixel = ref Unsafe.Add(ref pixel, BlockColumns.Height);
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
