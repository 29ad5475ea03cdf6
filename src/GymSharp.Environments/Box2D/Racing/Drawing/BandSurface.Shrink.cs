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
    private const int Step = 32;
    private const int Target = Step / Channels * 3;
    private readonly byte[] lastRow;
    private readonly byte[] packed = new byte[Step];
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
    /// <param name="rgb">Three bytes for each block; more may be overwritten.</param>
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
    private void ShrinkColors(int at, Vector256<byte> parts)
    {
        (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(parts);
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

    // Means of each row, to the value of the last one and what the others differ from it.
    private void ShrinkBlock(int bin, int height)
    {
        (Vector256<uint> redBlue, Vector256<uint> green) = Means(bin, 0);
        int last = height;
        Vector256<uint> redBlueSum = default;
        Vector256<uint> greenSum = default;
        if (height >= BandRuns.Half)
        {
            (redBlueSum, greenSum) = (redBlue, green);
            (redBlue, green) = Means(bin, BandRuns.Half);
            last -= BandRuns.Half;
        }

        Vector256<uint> isBefore = Vector256.LessThan(Vector256<uint>.Indices, Vector256.Create((uint)last));
        uint redBlueTotal = Sum(redBlueSum + (redBlue & isBefore));
        uint greenTotal = Sum(greenSum + (green & isBefore));
        uint lastValue = redBlue[last] | (green[last] << 8);
        Vector128<ushort> value = Vector128.WidenLower(Vector128.CreateScalarUnsafe(lastValue).AsByte());
        ulong sum = (redBlueTotal & 0xFFFF) | (greenTotal << 16) | ((ulong)(redBlueTotal >> 16) << 32);
        ref ulong total = ref Unsafe.As<ushort, ulong>(ref sums[Channels * bin]);
        Vector128<ushort> rest = Vector128.CreateScalarUnsafe(sum).AsUInt16() - (value * (ushort)height);
        total = (Vector128.CreateScalarUnsafe(total).AsUInt16() + rest).AsUInt64().ToScalar();
        Unsafe.As<byte, uint>(ref lastRow[Channels * bin]) = lastValue;
    }

    // Eight rows at once; red and blue apart from green, which leaves 16 bits for each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<uint> RedBlue, Vector256<uint> Green) Means(int bin, int row)
    {
        Vector256<uint> redBlueOnly = Vector256.Create(0xFF00FFu);
        int first = firsts[bin];
        int count = firsts[bin + 1] - 1 - first;
        Vector256<ushort> share = Vector256.Create(shares[Channels * bin]);
        Vector256<ushort> redBlue;
        Vector256<ushort> green;
        if (colors[1 + bin] == Detailed)
        {
            ref uint pixel = ref At(first, row);
            Vector256<uint> last = Vector256.LoadUnsafe(ref Unsafe.Add(ref pixel, count * Column));
            redBlue = Wide16.High((last & redBlueOnly).AsUInt16() << 2, share);
            green = Wide16.High((last.AsUInt16() >> 8) << 2, share);
            for (int x = 0; x < narrowest; x++)
            {
                Vector256<uint> column = Vector256.LoadUnsafe(ref pixel);
                redBlue += (column & redBlueOnly).AsUInt16();
                green += column.AsUInt16() >> 8;
                pixel = ref Unsafe.Add(ref pixel, Column);
            }

            // Blocks differ by one column at most; no branch, which would be guessed wrong too often.
            Vector256<uint> isMore = Vector256.Create(count > narrowest ? uint.MaxValue : 0);
            Vector256<uint> more = Vector256.LoadUnsafe(ref pixel) & isMore;
            redBlue += (more & redBlueOnly).AsUInt16();
            green += more.AsUInt16() >> 8;
        }
        else
        {
            Vector256<uint> own = Vector256.Create(colors[1 + bin]);
            Vector256<ushort> ownRedBlue = (own & redBlueOnly).AsUInt16();
            Vector256<ushort> ownGreen = own.AsUInt16() >> 8;
            redBlue = (ownRedBlue * (ushort)count) + Wide16.High(ownRedBlue << 2, share);
            green = (ownGreen * (ushort)count) + Wide16.High(ownGreen << 2, share);
        }

        if (bin > 0)
        {
            Vector256<ushort> before = Vector256.Create(befores[Channels * bin]);
            Vector256<uint> beside = colors[bin] == Detailed
                ? Vector256.LoadUnsafe(ref At(first - 1, row))
                : Vector256.Create(colors[bin]);
            redBlue += Wide16.High((beside & redBlueOnly).AsUInt16() << 2, before);
            green += Wide16.High((beside.AsUInt16() >> 8) << 2, before);
        }

        Vector256<ushort> reciprocal = Vector256.Create(across.Reciprocal);
        return (Wide16.High(redBlue, reciprocal).AsUInt32(), Wide16.High(green, reciprocal).AsUInt32());
    }

    // Two numbers of 16 bits, summed over all rows; they do not run over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Sum(Vector256<uint> rows) => Vector128.Sum(rows.GetLower() + rows.GetUpper());

    // The last row of a band goes to two bands; its share of this one completes the mean, the rest starts the next.
    private void Finish(int rows, int share, ushort divisor, Span<byte> rgb)
    {
        Vector256<ushort> count = Vector256.Create((ushort)rows);
        Vector256<ushort> here = Vector256.Create((ushort)share);
        Vector256<ushort> next = Vector256.Create((ushort)(ShrinkAxis.Whole - share));
        Vector256<ushort> reciprocal = Vector256.Create(divisor);
        int target = 0;
        for (int i = 0; i < lastRow.Length; i += Step)
        {
            ref ushort total = ref sums[i];
            (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref lastRow[i]));
            Vector256<ushort> first = Vector256.LoadUnsafe(ref total) + (low * count) + Wide16.High(low << 2, here);
            Vector256<ushort> second = Vector256.LoadUnsafe(ref total, Step / 2) + (high * count)
                + Wide16.High(high << 2, here);
            Wide16.High(low << 2, next).StoreUnsafe(ref total);
            Wide16.High(high << 2, next).StoreUnsafe(ref total, Step / 2);
            Vector256<byte> mean = Vector256.Narrow(Wide16.High(first, reciprocal), Wide16.High(second, reciprocal));
            Write(mean, rgb[target..], Math.Min(Target, (3 * across.Count) - target));
            target += Target;
        }
    }

    // Leaves out every fourth byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(Vector256<byte> pixels, Span<byte> rgb, int length)
    {
        Vector128<byte> three = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
        Span<byte> to = rgb.Length >= Step ? rgb : packed;
        Vector128.Shuffle(pixels.GetLower(), three).CopyTo(to);
        Vector128.Shuffle(pixels.GetUpper(), three).CopyTo(to[(Target / 2)..]);
        if (rgb.Length < Step)
        {
            packed.AsSpan(0, length).CopyTo(rgb);
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
