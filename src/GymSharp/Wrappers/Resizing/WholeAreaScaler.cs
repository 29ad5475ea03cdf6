namespace GymSharp.Wrappers;

/// <summary>
/// Reduces a picture by a whole number per axis: each target pixel is the mean of a block of source pixels.
/// </summary>
/// <remarks>
/// Blocks of 2 × 2 with 1, 3 or 4 channels round halves up, in integers; all others multiply the sum with the
/// reciprocal of the block's size in single precision and round halves to even. That difference is OpenCV's.
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
    }

    /// <inheritdoc/>
    public void Scale(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int stride = this.source.Width * this.source.Channels;
        for (int row = 0; row < target.Height; row++)
        {
            Array.Clear(sums);
            for (int line = 0; line < blockHeight; line++)
            {
                AddLine(source.Slice(((row * blockHeight) + line) * stride, stride));
            }

            Store(destination.Slice(row * sums.Length, sums.Length));
        }
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
