using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>Shrinks two rows of a block at once to one pixel each.</summary>
/// <remarks>
/// A row's pixel takes the block's whole pixels, a share of its last one, and what the block to the left leaves of its
/// own last one. Where either block has one colour, that part is the same in all rows.
/// </remarks>
internal readonly struct BinRows
{
    private readonly int count;
    private readonly bool isDetailed;
    private readonly bool isLeftDetailed;
    private readonly Vector128<ushort> share;
    private readonly Vector128<ushort> before;
    private readonly Vector128<ushort> reciprocal;
    private readonly Vector128<ushort> ninthAndTenth;
    private readonly Vector128<ushort> own;
    private readonly Vector128<ushort> neighbor;

    /// <summary>Prepares a block.</summary>
    /// <param name="axis">How rows are shared out.</param>
    /// <param name="bin">The block's column.</param>
    /// <param name="color">Its colour, or <see cref="BlockSurface.Detailed"/>.</param>
    /// <param name="left">That of the block to its left; 0 at the picture's edge.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BinRows(ShrinkAxis axis, int bin, uint color, uint left)
    {
        count = axis.Last[bin] - axis.First(bin);
        isDetailed = color == BlockSurface.Detailed;
        isLeftDetailed = left == BlockSurface.Detailed;
        share = Vector128.Create((ushort)axis.Share[bin]);
        before = Vector128.Create((ushort)(bin == 0 ? 0 : ShrinkAxis.Whole - axis.Share[bin - 1]));
        reciprocal = Vector128.Create(axis.Reciprocal);
        ninthAndTenth = Vector128.Create(
            count > 8 ? ulong.MaxValue : 0, count > 9 ? ulong.MaxValue : 0).AsUInt16();
        Vector128<ushort> twice = Pair(color, color);
        own = (twice * (ushort)count) + Wide16.High(twice << 2, share);
        neighbor = Wide16.High(Pair(left, left) << 2, before);
    }

    /// <summary>The shrunk pixels of two rows, four channels each.</summary>
    /// <param name="pixel">The block's first pixel in the first row.</param>
    /// <param name="beside">The last pixel of the block to the left in the first row.</param>
    /// <param name="stride">From there to the second row, in pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<ushort> Mean(ref uint pixel, ref uint beside, int stride)
    {
        Vector128<ushort> sum = own;
        if (isDetailed)
        {
            ref uint lower = ref Unsafe.Add(ref pixel, stride);
            Vector128<ushort> first = Fold(ref pixel);
            Vector128<ushort> second = Fold(ref lower);
            Vector128<ushort> last = Pair(Unsafe.Add(ref pixel, count), Unsafe.Add(ref lower, count));
            sum = Vector128.Create(first.GetLower(), second.GetLower())
                + Vector128.Create(first.GetUpper(), second.GetUpper())
                + Wide16.High(last << 2, share);
        }

        sum += isLeftDetailed
            ? Wide16.High(Pair(beside, Unsafe.Add(ref beside, stride)) << 2, before)
            : neighbor;
        return Wide16.High(sum, reciprocal);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Pair(uint first, uint second) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(first | ((ulong)second << 32)).AsByte());

    // Adds up whole pixels until two are left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<ushort> Fold(ref uint pixel)
    {
        if (count is < 8 or > 10)
        {
            return FoldSingly(ref pixel);
        }

        (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref pixel).AsByte());
        Vector256<ushort> four = low + high;
        Vector128<ushort> rest = Pair(Unsafe.Add(ref pixel, 8), Unsafe.Add(ref pixel, 9));
        return four.GetLower() + four.GetUpper() + (rest & ninthAndTenth);
    }

    private Vector128<ushort> FoldSingly(ref uint pixel)
    {
        Vector128<ushort> sum = Vector128<ushort>.Zero;
        for (int i = 0; i < count; i++)
        {
            sum += Pair(Unsafe.Add(ref pixel, i), 0);
        }

        return sum;
    }
}
