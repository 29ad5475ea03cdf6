namespace GymSharp.Wrappers;

/// <summary>Scales a picture by mixing two neighbours per axis.</summary>
/// <remarks>
/// Weights have 11 bits. Positions are those of pixel centres, or, in OpenCV's area mode where an axis grows, those of
/// pixel areas: a target pixel inside one source pixel takes its value, one across a border mixes
/// two. A pass along rows gives sums scaled by 2048; the pass along columns drops bits as OpenCV does,
/// so that results are equal to the last bit.
/// </remarks>
internal sealed class LinearScaler : IPictureScaler
{
    private const int WeightBits = 11;
    private readonly PictureSize source;
    private readonly PictureSize target;
    private readonly Tap[] columns;
    private readonly Tap[] rows;
    private readonly int[] upper;
    private readonly int[] lower;

    /// <summary>Prepares for two sizes.</summary>
    /// <param name="source">Size of the pictures that come in.</param>
    /// <param name="target">Size of the pictures that come out.</param>
    /// <param name="byCentres">Whether positions are those of pixel centres, not of pixel areas.</param>
    public LinearScaler(PictureSize source, PictureSize target, bool byCentres = false)
    {
        this.source = source;
        this.target = target;
        columns = Taps(source.Width, target.Width, byCentres);
        rows = byCentres ? RowTaps(source.Height, target.Height) : Taps(source.Height, target.Height, byCentres);
        upper = new int[target.Width * target.Channels];
        lower = new int[upper.Length];
    }

    /// <inheritdoc/>
    public void Scale(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int stride = this.source.Width * this.source.Channels;
        for (int row = 0; row < target.Height; row++)
        {
            Tap tap = rows[row];
            ScaleLine(source.Slice(tap.First * stride, stride), upper);
            ScaleLine(source.Slice(tap.Second * stride, stride), lower);
            Span<byte> pixels = destination.Slice(row * upper.Length, upper.Length);
            for (int i = 0; i < pixels.Length; i++)
            {
                int first = (tap.FirstWeight * (upper[i] >> 4)) >> 16;
                int second = (tap.SecondWeight * (lower[i] >> 4)) >> 16;
                pixels[i] = (byte)((first + second + 2) >> 2);
            }
        }
    }

    private static Tap[] Taps(int sourceLength, int targetLength, bool byCentres)
    {
        double inverse = (double)targetLength / sourceLength;
        double scale = 1.0 / inverse;
        Tap[] taps = new Tap[targetLength];
        for (int to = 0; to < targetLength; to++)
        {
            (int from, float part) = byCentres ? Centre(to, scale) : Area(to, scale, inverse);
            if (from >= sourceLength - 1)
            {
                from = sourceLength - 1;
                part = 0.0f;
            }

            taps[to] = new(
                from,
                Math.Min(from + 1, sourceLength - 1),
                Weight(1.0f - part),
                Weight(part));
        }

        return taps;
    }

    // Outside the picture OpenCV keeps the weights of rows, unlike those of columns, and takes the last row twice: the
    // dropped bits differ.
    private static Tap[] RowTaps(int sourceLength, int targetLength)
    {
        double scale = 1.0 / ((double)targetLength / sourceLength);
        return [.. Enumerable.Range(0, targetLength).Select(to =>
        {
            float position = (float)(((to + 0.5) * scale) - 0.5);
            int from = (int)MathF.Floor(position);
            return new Tap(
                Math.Clamp(from, 0, sourceLength - 1),
                Math.Clamp(from + 1, 0, sourceLength - 1),
                Weight(1.0f - (position - from)),
                Weight(position - from));
        })];
    }

    private static int Weight(float part) => (int)MathF.Round(part * (1 << WeightBits));

    private static (int From, float Part) Area(int to, double scale, double inverse)
    {
        int from = (int)Math.Floor(to * scale);
        float part = (float)(to + 1 - ((from + 1) * inverse));
        return (from, part <= 0.0f ? 0.0f : part - MathF.Floor(part));
    }

    private static (int From, float Part) Centre(int to, double scale)
    {
        float position = (float)(((to + 0.5) * scale) - 0.5);
        int from = (int)MathF.Floor(position);
        return from < 0 ? (0, 0.0f) : (from, position - from);
    }

    private void ScaleLine(ReadOnlySpan<byte> pixels, int[] line)
    {
        int channels = source.Channels;
        int at = 0;
        foreach (Tap tap in columns)
        {
            int first = tap.First * channels;
            int second = tap.Second * channels;
            for (int channel = 0; channel < channels; channel++)
            {
                line[at++] = (pixels[first + channel] * tap.FirstWeight)
                    + (pixels[second + channel] * tap.SecondWeight);
            }
        }
    }

    // Two source pixels and their weights, which add up to 2048.
    private readonly record struct Tap(int First, int Second, int FirstWeight, int SecondWeight);
}
