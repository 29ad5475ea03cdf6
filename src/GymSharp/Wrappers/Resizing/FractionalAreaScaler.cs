using System.Numerics;

namespace GymSharp.Wrappers;

/// <summary>Reduces a picture by factors that are not whole: source pixels count with the area they share.</summary>
/// <remarks>
/// Weights are computed in double precision and kept in single precision; a row is first reduced along its width, then
/// added to the target row with its own weight. Order and precision of all sums are those of OpenCV.
/// </remarks>
internal sealed class FractionalAreaScaler : IPictureScaler
{
    // Shares below this are left out.
    private const double SmallestShare = 1e-3;
    private readonly PictureSize source;
    private readonly Share[] columns;
    private readonly Share[] rows;
    private readonly PermutedColumns? permuted;
    private readonly float[] line;
    private readonly float[] sum;

    /// <summary>Prepares for two sizes.</summary>
    public FractionalAreaScaler(PictureSize source, PictureSize target)
    {
        this.source = source;
        columns = Shares(source.Width, target.Width);
        rows = Shares(source.Height, target.Height);
        permuted = source.Channels == 1 ? PermutedColumns.TryCreate(columns, source.Width, target.Width) : null;
        line = new float[permuted?.PaddedWidth ?? (target.Width * target.Channels)];
        sum = new float[target.Width * target.Channels];
    }

    /// <inheritdoc/>
    public void Scale(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int stride = this.source.Width * this.source.Channels;
        int present = -1;
        int reduced = -1;
        foreach (Share share in rows)
        {
            // A row on the border of two target rows belongs to both.
            if (share.From != reduced)
            {
                // Rows like the one above them are common in drawn pictures.
                ReadOnlySpan<byte> row = source.Slice(share.From * stride, stride);
                if (reduced < 0 || !row.SequenceEqual(source.Slice(reduced * stride, stride)))
                {
                    ReduceLine(row);
                }

                reduced = share.From;
            }

            if (share.To == present)
            {
                AddLine(share.Weight);
                continue;
            }

            Store(destination, present);
            present = share.To;
            SetLine(share.Weight);
        }

        Store(destination, present);
    }

    private static Share[] Shares(int sourceLength, int targetLength)
    {
        double scale = 1.0 / ((double)targetLength / sourceLength);
        List<Share> shares = [];
        for (int to = 0; to < targetLength; to++)
        {
            double start = to * scale;
            double end = start + scale;
            double width = Math.Min(scale, sourceLength - start);
            int lastWhole = Math.Min((int)Math.Floor(end), sourceLength - 1);
            int firstWhole = Math.Min((int)Math.Ceiling(start), lastWhole);
            if (firstWhole - start > SmallestShare)
            {
                shares.Add(new(firstWhole - 1, to, (float)((firstWhole - start) / width)));
            }

            for (int from = firstWhole; from < lastWhole; from++)
            {
                shares.Add(new(from, to, (float)(1.0 / width)));
            }

            if (end - lastWhole > SmallestShare)
            {
                shares.Add(new(lastWhole, to, (float)(Math.Min(Math.Min(end - lastWhole, 1.0), width) / width)));
            }
        }

        return [.. shares];
    }

    private void SetLine(float weight)
    {
        Span<float> from = line.AsSpan(0, sum.Length);
        int i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (weight * new Vector<float>(from[i..])).CopyTo(sum, i);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] = weight * from[i];
        }
    }

    private void AddLine(float weight)
    {
        Span<float> from = line.AsSpan(0, sum.Length);
        int i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> added = weight * new Vector<float>(from[i..]);
            (new Vector<float>(sum, i) + added).CopyTo(sum, i);
        }

        for (; i < sum.Length; i++)
        {
            float added = weight * from[i];
            sum[i] += added;
        }
    }

    private void ReduceLine(ReadOnlySpan<byte> pixels)
    {
        if (permuted is not null)
        {
            permuted.Reduce(pixels, line);
            return;
        }

        Array.Clear(line);
        int channels = source.Channels;
        foreach (Share share in columns)
        {
            if (channels == 1)
            {
                line[share.To] += pixels[share.From] * share.Weight;
                continue;
            }

            ReadOnlySpan<byte> from = pixels.Slice(share.From * channels, channels);
            Span<float> to = line.AsSpan(share.To * channels, channels);
            for (int channel = 0; channel < from.Length; channel++)
            {
                to[channel] += from[channel] * share.Weight;
            }
        }
    }

    private void Store(Span<byte> destination, int row)
    {
        if (row < 0)
        {
            return;
        }

        Span<byte> pixels = destination.Slice(row * sum.Length, sum.Length);
        int i = PermutedColumns.IsSupported ? PermutedColumns.Round(sum, pixels) : 0;
        for (; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(MathF.Round(sum[i]), 0.0f, 255.0f);
        }
    }
}
