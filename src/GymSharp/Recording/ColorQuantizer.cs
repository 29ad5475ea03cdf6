namespace GymSharp.Recording;

/// <summary>Chooses few colours for many by median cut (Heckbert 1982): boxes of colours are halved by pixel
/// count.</summary>
/// <remarks>Integers only, and ties go to the first box, so that the same picture always gives the same
/// colours.</remarks>
internal sealed class ColorQuantizer
{
    // Colours are told apart by 5 + 6 + 5 bits; every bin remembers the mean of its true colours.
    private const int Bins = 65536;

    private readonly int[] counts = new int[Bins];
    private readonly long[] sums = new long[Bins * 3];
    private readonly byte[] boxOfBin = new byte[Bins];
    private readonly List<int> used = [];

    /// <summary>Counts a pixel.</summary>
    public void Add(byte red, byte green, byte blue)
    {
        int bin = BinOf(red, green, blue);
        if (counts[bin]++ == 0)
        {
            used.Add(bin);
        }

        sums[bin * 3] += red;
        sums[(bin * 3) + 1] += green;
        sums[(bin * 3) + 2] += blue;
    }

    /// <summary>Chooses up to <paramref name="limit"/> colours for the pixels counted, and starts counting
    /// anew.</summary>
    /// <returns>RGB bytes.</returns>
    public byte[] Choose(int limit)
    {
        int[] bins = [.. used];
        Array.Sort(bins);
        List<(int Start, int End)> boxes = [(0, bins.Length)];
        while (boxes.Count < limit && TrySplitOne(bins, boxes))
        {
        }

        byte[] colors = new byte[boxes.Count * 3];
        for (int box = 0; box < boxes.Count; box++)
        {
            Finish(bins.AsSpan(boxes[box].Start, boxes[box].End - boxes[box].Start), box, colors.AsSpan(box * 3, 3));
        }

        used.Clear();
        return colors;
    }

    /// <summary>The number of the chosen colour that stands for a colour counted before <see cref="Choose"/>.</summary>
    public byte Map(byte red, byte green, byte blue) => boxOfBin[BinOf(red, green, blue)];

    private static int BinOf(byte red, byte green, byte blue) =>
        ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);

    // All on one scale of 0 to 252.
    private static int Channel(int bin, int axis) => axis switch
    {
        0 => (bin >> 11) << 3,
        1 => ((bin >> 5) & 63) << 2,
        _ => (bin & 31) << 3,
    };

    private static (int Axis, int Extent) LongestAxis(ReadOnlySpan<int> bins)
    {
        (int Axis, int Extent) longest = (0, -1);
        for (int axis = 0; axis < 3; axis++)
        {
            int low = int.MaxValue;
            int high = int.MinValue;
            foreach (int bin in bins)
            {
                int value = Channel(bin, axis);
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            if (high - low > longest.Extent)
            {
                longest = (axis, high - low);
            }
        }

        return longest;
    }

    private bool TrySplitOne(int[] bins, List<(int Start, int End)> boxes)
    {
        int chosen = -1;
        int axis = 0;
        double worst = 0;
        for (int i = 0; i < boxes.Count; i++)
        {
            ReadOnlySpan<int> box = bins.AsSpan(boxes[i].Start, boxes[i].End - boxes[i].Start);
            (int longest, int extent) = LongestAxis(box);
            double badness = Math.Sqrt(CountPixels(box)) * extent;
            if (badness > worst)
            {
                (chosen, axis, worst) = (i, longest, badness);
            }
        }

        if (chosen < 0)
        {
            return false;
        }

        (int start, int end) = boxes[chosen];
        int middle = start + Split(bins.AsSpan(start, end - start), axis);
        boxes[chosen] = (start, middle);
        boxes.Add((middle, end));
        return true;
    }

    private long CountPixels(ReadOnlySpan<int> bins)
    {
        long total = 0;
        foreach (int bin in bins)
        {
            total += counts[bin];
        }

        return total;
    }

    private int Split(Span<int> bins, int axis)
    {
        bins.Sort((a, b) => Channel(a, axis) != Channel(b, axis) ? Channel(a, axis) - Channel(b, axis) : a - b);
        long half = CountPixels(bins) / 2;
        long passed = 0;
        int at = 0;
        while (at < bins.Length - 1 && passed + counts[bins[at]] <= half)
        {
            passed += counts[bins[at++]];
        }

        return Math.Max(1, at);
    }

    private void Finish(ReadOnlySpan<int> bins, int box, Span<byte> color)
    {
        long total = Math.Max(1, CountPixels(bins));
        for (int channel = 0; channel < 3; channel++)
        {
            long sum = 0;
            foreach (int bin in bins)
            {
                sum += sums[(bin * 3) + channel];
                sums[(bin * 3) + channel] = 0;
            }

            color[channel] = (byte)((sum + (total / 2)) / total);
        }

        foreach (int bin in bins)
        {
            counts[bin] = 0;
            boxOfBin[bin] = (byte)box;
        }
    }
}
