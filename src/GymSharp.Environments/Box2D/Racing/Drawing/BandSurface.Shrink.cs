using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <content>Shrinking to one pixel for each block.</content>
/// <remarks>
/// Rows are shrunk first, then columns, each to whole numbers of 16 bits: products with shares and reciprocals keep
/// their upper halves, as in pygame's SSE form. A block of one colour beside one of the same colour gives all its rows
/// the same value; only blocks with an edge in them, or beside one, need a look at their pixels.
/// </remarks>
internal sealed partial class BandSurface
{
    private const int Channels = 4;

    // Blocks whose colours are shrunk at once, and bytes that go through the last steps at once.
    private const int Group = 8;
    private const int Step = 16;
    private readonly byte[] lastRow;
    private readonly ushort[] sums;

    // For each block and channel the whole pixels, the share of the last one, and that of the one before the block.
    private readonly ushort[] wholes;
    private readonly ushort[] shares;
    private readonly ushort[] befores;

    /// <summary>Forgets what the last band of a picture has left for the next one.</summary>
    public void BeginPicture() => sums.AsSpan().Clear();

    /// <summary>Writes the shrunk band as RGB.</summary>
    /// <param name="down">How the rows are shrunk.</param>
    /// <param name="band">Which of the shrunk rows this is.</param>
    /// <param name="rgb">Three bytes for each block; up to four more may be overwritten.</param>
    public void Shrink(ShrinkAxis down, int band, Span<byte> rgb)
    {
        int height = down.Last[band] - down.First(band);
        colors[0] = colors[1];
        ShrinkBlocks(height);
        Finish(height, down.Share[band], down.Reciprocal, rgb);
    }

    // Leaves the last row's value in its place, and in the sums what the other rows differ from it.
    private void ShrinkBlocks(int height)
    {
        Vector256<uint> detailed = Vector256.Create(Detailed);
        for (int bin = 0; bin < across.Count; bin += Group)
        {
            Vector256<uint> left = Vector256.LoadUnsafe(ref colors[bin]);
            Vector256<uint> own = Vector256.LoadUnsafe(ref colors[bin + 1]);
            ShrinkColors(Channels * bin, own.AsByte());
            uint mixed = (~Vector256.Equals(left, own) | Vector256.Equals(own, detailed)).ExtractMostSignificantBits();
            for (; mixed != 0; mixed &= mixed - 1)
            {
                int at = bin + BitOperations.TrailingZeroCount(mixed);
                if (at < across.Count)
                {
                    ShrinkBlock(at, height);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ShrinkColors(int at, Vector256<byte> colors)
    {
        (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(colors);
        Vector256.Narrow(ShrinkColors(at, low), ShrinkColors(at + Vector256<ushort>.Count, high))
            .StoreUnsafe(ref lastRow[at]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<ushort> ShrinkColors(int at, Vector256<ushort> parts)
    {
        Vector256<ushort> fourfold = parts << 2;
        Vector256<ushort> sum = (parts * Vector256.LoadUnsafe(ref wholes[at]))
            + Wide16.High(fourfold, Vector256.LoadUnsafe(ref shares[at]))
            + Wide16.High(fourfold, Vector256.LoadUnsafe(ref befores[at]));
        return Wide16.High(sum, Vector256.Create(across.Reciprocal));
    }

    // All rows at once; red and blue apart from green, which leaves 16 bits for each.
    private void ShrinkBlock(int bin, int height)
    {
        Vector512<uint> redBlueOnly = Vector512.Create(0xFF00FFu);
        int first = across.First(bin);
        int count = across.Last[bin] - first;
        Vector512<ushort> share = Vector512.Create(shares[Channels * bin]);
        Vector512<ushort> redBlue;
        Vector512<ushort> green;
        if (colors[1 + bin] == Detailed)
        {
            ref uint pixel = ref At(first, 0);
            Vector512<uint> last = Vector512.LoadUnsafe(ref Unsafe.Add(ref pixel, count * Column));
            redBlue = Wide16.High((last & redBlueOnly).AsUInt16() << 2, share);
            green = Wide16.High((last.AsUInt16() >> 8) << 2, share);
            for (int x = 0; x < count; x++)
            {
                Vector512<uint> column = Vector512.LoadUnsafe(ref pixel);
                redBlue += (column & redBlueOnly).AsUInt16();
                green += column.AsUInt16() >> 8;
                pixel = ref Unsafe.Add(ref pixel, Column);
            }
        }
        else
        {
            Vector512<ushort> whole = Vector512.Create((ushort)count);
            Vector512<uint> own = Vector512.Create(colors[1 + bin]);
            Vector512<ushort> ownRedBlue = (own & redBlueOnly).AsUInt16();
            Vector512<ushort> ownGreen = own.AsUInt16() >> 8;
            redBlue = (ownRedBlue * whole) + Wide16.High(ownRedBlue << 2, share);
            green = (ownGreen * whole) + Wide16.High(ownGreen << 2, share);
        }

        if (bin > 0)
        {
            Vector512<ushort> before = Vector512.Create(befores[Channels * bin]);
            Vector512<uint> beside = colors[bin] == Detailed
                ? Vector512.LoadUnsafe(ref At(first - 1, 0))
                : Vector512.Create(colors[bin]);
            redBlue += Wide16.High((beside & redBlueOnly).AsUInt16() << 2, before);
            green += Wide16.High((beside.AsUInt16() >> 8) << 2, before);
        }

        Vector512<ushort> reciprocal = Vector512.Create(across.Reciprocal);
        Store(bin, height, Wide16.High(redBlue, reciprocal).AsUInt32(), Wide16.High(green, reciprocal).AsUInt32());
    }

    // Means of each row, to the value of the last one and what the others differ from it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int bin, int height, Vector512<uint> redBlue, Vector512<uint> green)
    {
        uint last = redBlue[height] | (green[height] << 8);
        Vector512<uint> before = Vector512.LessThan(Vector512<uint>.Indices, Vector512.Create((uint)height));
        uint redBlueSum = Sum(redBlue & before);
        uint greenSum = Sum(green & before);
        Vector128<ushort> value = Vector128.WidenLower(Vector128.CreateScalarUnsafe(last).AsByte());
        ulong sum = (redBlueSum & 0xFFFF) | (greenSum << 16) | ((ulong)(redBlueSum >> 16) << 32);
        ref ulong total = ref Unsafe.As<ushort, ulong>(ref sums[Channels * bin]);
        Vector128<ushort> rest = Vector128.CreateScalarUnsafe(sum).AsUInt16() - (value * (ushort)height);
        total = (Vector128.CreateScalarUnsafe(total).AsUInt16() + rest).AsUInt64().ToScalar();
        Unsafe.As<byte, uint>(ref lastRow[Channels * bin]) = last;
    }

    // Two numbers of 16 bits, summed over all rows; they do not run over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Sum(Vector512<uint> rows)
    {
        Vector256<uint> eight = rows.GetLower() + rows.GetUpper();
        return Vector128.Sum(eight.GetLower() + eight.GetUpper());
    }

    // The last row of a band goes to two bands; its share of this one completes the mean, the rest starts the next.
    private void Finish(int rows, int share, ushort divisor, Span<byte> rgb)
    {
        Vector128<ushort> count = Vector128.Create((ushort)rows);
        Vector128<ushort> here = Vector128.Create((ushort)share);
        Vector128<ushort> next = Vector128.Create((ushort)(ShrinkAxis.Whole - share));
        Vector128<ushort> reciprocal = Vector128.Create(divisor);
        ref byte source = ref lastRow[0];
        ref ushort total = ref sums[0];
        int target = 0;
        for (nuint i = 0; i < (nuint)(Channels * across.Count); i += Step)
        {
            (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, i));
            Vector128<ushort> first = Vector128.LoadUnsafe(ref total, i) + (low * count)
                + Wide16.High(low << 2, here);
            Vector128<ushort> second = Vector128.LoadUnsafe(ref total, i + 8) + (high * count)
                + Wide16.High(high << 2, here);
            Wide16.High(low << 2, next).StoreUnsafe(ref total, i);
            Wide16.High(high << 2, next).StoreUnsafe(ref total, i + 8);
            Vector128<byte> mean = Vector128.Narrow(Wide16.High(first, reciprocal), Wide16.High(second, reciprocal));
            Write(mean, rgb, target, Math.Min(12, (3 * across.Count) - target));
            target += 12;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector128<byte> pixels, Span<byte> rgb, int at, int length)
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

    private static ushort[] PerChannel(ShrinkAxis axis, Func<int, int> value)
    {
        int blocks = (axis.Count + Group - 1) / Group * Group;
        ushort[] numbers = new ushort[Channels * blocks];
        for (int i = 0; i < Channels * axis.Count; i++)
        {
            numbers[i] = (ushort)value(i / Channels);
        }

        return numbers;
    }
}
