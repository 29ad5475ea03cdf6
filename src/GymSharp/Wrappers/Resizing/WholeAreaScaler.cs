using System.Runtime.Intrinsics;

namespace GymSharp.Wrappers;

/// <summary>
/// Reduces a picture by a whole number per axis: each target pixel is the mean of a block of source pixels.
/// </summary>
/// <remarks>
/// Blocks of 2 × 2 with 1, 3 or 4 channels round halves up, in integers; all others multiply the sum with the
/// reciprocal of the block's size in single precision and round halves to even. That difference is OpenCV's. Grey
/// pictures add whole lines before they add across.
/// </remarks>
internal sealed class WholeAreaScaler : IPictureScaler
{
    private readonly PictureSize source;
    private readonly PictureSize target;
    private readonly int blockWidth;
    private readonly int blockHeight;
    private readonly float share;
    private readonly bool roundsHalvesUp;
    private readonly int[] sums;
    private readonly ushort[] columns = [];

    /// <summary>Prepares for two sizes of which one is a whole multiple of the other.</summary>
    public WholeAreaScaler(PictureSize source, PictureSize target)
    {
        this.source = source;
        this.target = target;
        blockWidth = source.Width / target.Width;
        blockHeight = source.Height / target.Height;
        share = 1.0f / (blockWidth * blockHeight);
        roundsHalvesUp = blockWidth == 2 && blockHeight == 2 && source.Channels is 1 or 3 or 4;
        sums = new int[target.Width * target.Channels];
        if (source.Channels == 1 && blockHeight <= ushort.MaxValue / byte.MaxValue)
        {
            columns = new ushort[source.Width];
        }
    }

    /// <inheritdoc/>
    public void Scale(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int stride = this.source.Width * this.source.Channels;
        for (int row = 0; row < target.Height; row++)
        {
            ReadOnlySpan<byte> lines = source.Slice(row * blockHeight * stride, blockHeight * stride);
            if (columns.Length > 0)
            {
                AddColumns(lines);
            }
            else
            {
                Array.Clear(sums);
                for (int line = 0; line < blockHeight; line++)
                {
                    AddLine(lines.Slice(line * stride, stride));
                }
            }

            Store(destination.Slice(row * sums.Length, sums.Length));
        }
    }

    private void AddColumns(ReadOnlySpan<byte> lines)
    {
        int width = columns.Length;
        int x = 0;
        for (; x <= width - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            Vector256<ushort> sum = Vector256<ushort>.Zero;
            for (int at = x; at < lines.Length; at += width)
            {
                sum += Widened(Vector128.Create(lines.Slice(at, Vector128<byte>.Count)));
            }

            sum.CopyTo(columns, x);
        }

        for (; x < width; x++)
        {
            int sum = 0;
            for (int at = x; at < lines.Length; at += width)
            {
                sum += lines[at];
            }

            columns[x] = (ushort)sum;
        }

        AddAcross();
    }

    private void AddAcross()
    {
        int from = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            int sum = 0;
            foreach (ushort column in columns.AsSpan(from, blockWidth))
            {
                sum += column;
            }

            sums[i] = sum;
            from += blockWidth;
        }
    }

    private static Vector256<ushort> Widened(Vector128<byte> bytes)
    {
        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(bytes);
        return Vector256.Create(low, high);
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        int channels = source.Channels;
        int from = 0;
        for (int pixel = 0; pixel < target.Width; pixel++)
        {
            Span<int> sum = sums.AsSpan(pixel * channels, channels);
            for (int x = 0; x < blockWidth; x++)
            {
                for (int channel = 0; channel < sum.Length; channel++)
                {
                    sum[channel] += line[from++];
                }
            }
        }
    }

    private void Store(Span<byte> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = roundsHalvesUp ? (byte)((sums[i] + 2) >> 2) : (byte)MathF.Round(sums[i] * share);
        }
    }
}
