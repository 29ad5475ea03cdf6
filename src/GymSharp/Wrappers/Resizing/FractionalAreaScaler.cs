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
    private readonly int stride;
    private readonly Share[] columns;
    private readonly Share[] rows;
    private readonly PermutedColumns? permuted;
    private readonly float[] line;
    private readonly float[] sum;
    private float[]? kept;

    /// <summary>Prepares for two sizes.</summary>
    public FractionalAreaScaler(PictureSize source, PictureSize target)
    {
        this.source = source;
        columns = Shares(source.Width, target.Width);
        rows = Shares(source.Height, target.Height);
        permuted = source.Channels == 1 ? PermutedColumns.TryCreate(columns, source.Width, target.Width) : null;
        stride = target.Width * target.Channels;
        line = new float[permuted?.PaddedWidth ?? stride];
        sum = new float[line.Length];
    }

    /// <inheritdoc/>
    public void Scale(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int width = this.source.Width * this.source.Channels;
        int present = -1;
        int reduced = -1;
        foreach (Share share in rows)
        {
            // A row on the border of two target rows belongs to both.
            if (share.From != reduced)
            {
                // Rows like the one above them are common in drawn pictures.
                ReadOnlySpan<byte> row = source.Slice(share.From * width, width);
                if (reduced < 0 || !row.SequenceEqual(source.Slice(reduced * width, width)))
                {
                    ReduceLine(row, line);
                }

                reduced = share.From;
            }

            if (share.To == present)
            {
                AddLine(line, share.Weight);
                continue;
            }

            Store(destination, present);
            present = share.To;
            SetLine(line, share.Weight);
        }

        Store(destination, present);
    }

    /// <summary>Brings the result for a picture up to date of which some rows are new.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="destination">The result for the picture before.</param>
    /// <param name="changed">Which rows are new; all of them the first time.</param>
    public void ScaleChanged(ReadOnlySpan<byte> source, Span<byte> destination, ReadOnlySpan<bool> changed)
    {
        kept ??= new float[changed.Length * line.Length];
        int width = this.source.Width * this.source.Channels;
        for (int row = 0; row < changed.Length; row++)
        {
            if (changed[row])
            {
                ReduceLine(source.Slice(row * width, width), KeptLine(row));
            }
        }

        for (int first = 0, end; first < rows.Length; first = end)
        {
            int to = rows[first].To;
            bool isNew = false;
            for (end = first; end < rows.Length && rows[end].To == to; end++)
            {
                isNew |= changed[rows[end].From];
            }

            if (isNew)
            {
                AddKept(rows.AsSpan(first, end - first));
                Store(destination, to);
            }
        }
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

    private void AddKept(ReadOnlySpan<Share> shares)
    {
        SetLine(KeptLine(shares[0].From), shares[0].Weight);
        foreach (Share share in shares[1..])
        {
            AddLine(KeptLine(share.From), share.Weight);
        }
    }

    private Span<float> KeptLine(int row) => kept.AsSpan(row * line.Length, line.Length);

    private void SetLine(ReadOnlySpan<float> from, float weight)
    {
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

    private void AddLine(ReadOnlySpan<float> from, float weight)
    {
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

    private void ReduceLine(ReadOnlySpan<byte> pixels, Span<float> line)
    {
        if (permuted is not null)
        {
            permuted.Reduce(pixels, line);
            return;
        }

        line.Clear();
        int channels = source.Channels;
        foreach (Share share in columns)
        {
            if (channels == 1)
            {
                line[share.To] += pixels[share.From] * share.Weight;
                continue;
            }

            ReadOnlySpan<byte> from = pixels.Slice(share.From * channels, channels);
            Span<float> to = line.Slice(share.To * channels, channels);
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

        Span<byte> pixels = destination.Slice(row * stride, stride);
        int i = PermutedColumns.IsSupported ? PermutedColumns.Round(sum, pixels) : 0;
        for (; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(MathF.Round(sum[i]), 0.0f, 255.0f);
        }
    }
}
