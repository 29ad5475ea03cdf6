namespace GymSharp.Tracking.TensorBoard;

/// <summary>How often values fall into ranges of equal width.</summary>
internal sealed class HistogramBuckets
{
    private const int Most = 50;

    private HistogramBuckets(double[] limits, double[] counts)
    {
        Limits = limits;
        Counts = counts;
    }

    /// <summary>Upper ends of the ranges, rising; the last is the largest value.</summary>
    public double[] Limits { get; }

    /// <summary>Values in each range.</summary>
    public double[] Counts { get; }

    public double Minimum { get; private init; }

    public double Maximum { get; private init; }

    public long Count { get; private init; }

    public double Sum { get; private init; }

    public double SumOfSquares { get; private init; }

    /// <summary>Counts values; those that are not finite are left out. Null where none is finite.</summary>
    public static HistogramBuckets? Of(ReadOnlySpan<float> values)
    {
        (double least, double most, double sum, double squares) = (double.MaxValue, double.MinValue, 0d, 0d);
        long count = 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
                sum += value;
                squares += (double)value * value;
                count++;
            }
        }

        if (count == 0)
        {
            return null;
        }

        (double[] limits, double[] counts) = Fill(values, least, most);
        return new(limits, counts)
        {
            Minimum = least,
            Maximum = most,
            Count = count,
            Sum = sum,
            SumOfSquares = squares,
        };
    }

    private static (double[] Limits, double[] Counts) Fill(ReadOnlySpan<float> values, double least, double most)
    {
        int buckets = most > least ? Most : 1;
        double width = (most - least) / buckets;
        double[] limits = new double[buckets];
        double[] counts = new double[buckets];
        for (int i = 0; i < buckets; i++)
        {
            limits[i] = i == buckets - 1 ? most : least + (width * (i + 1));
        }

        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                counts[width > 0 ? Math.Min(buckets - 1, (int)((value - least) / width)) : 0]++;
            }
        }

        return (limits, counts);
    }
}
