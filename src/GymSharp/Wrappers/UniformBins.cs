using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Each dimension of a finite one-dimensional box cut into bins of equal width.</summary>
/// <remarks>
/// Bin limits are <c>numpy.linspace</c> under NumPy 2's promotion rules: computed in the box's own precision, every
/// operation rounded to it, and in double precision for a box of integers. They are kept as doubles, which loses
/// nothing.
/// </remarks>
internal sealed class UniformBins
{
    private const double UpperMargin = 1e-8;
    private readonly int[] counts;
    private readonly double[][] limits;
    private readonly double[] clipLow;
    private readonly double[] clipHigh;
    private readonly Func<double, double> round;

    private UniformBins(double[] low, double[] high, int[] counts, Func<double, double> round)
    {
        this.counts = counts;
        this.round = round;
        clipLow = low;
        limits = new double[low.Length][];
        clipHigh = new double[low.Length];
        double margin = round(UpperMargin);
        for (int i = 0; i < low.Length; i++)
        {
            limits[i] = LinearSpace(low[i], high[i], counts[i], round);
            clipHigh[i] = round(high[i] - margin);
        }
    }

    /// <summary>Number of dimensions.</summary>
    public int Dimensions => counts.Length;

    /// <summary>Bins of each dimension.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>Cuts a box.</summary>
    /// <param name="box">A finite box of one dimension.</param>
    /// <param name="bins">Bins per dimension: one number for all, or one each.</param>
    /// <param name="noun">"observation" or "action", for messages.</param>
    /// <exception cref="ArgumentException">
    /// The box is infinite or has another rank, or the numbers of bins do not fit it.
    /// </exception>
    public static UniformBins Of<T>(Box<T> box, ReadOnlySpan<int> bins, string noun)
        where T : unmanaged
    {
        if (box.Shape!.Count != 1)
        {
            throw new ArgumentException(
                $"Discretization requires {noun}s with one axis, got {box}. Put FlattenObservation or "
                + "ReshapeObservation below.",
                nameof(box));
        }

        double[] low = Array.ConvertAll(box.Low, Element.ToDouble);
        double[] high = Array.ConvertAll(box.High, Element.ToDouble);
        if (Array.Exists(low, double.IsInfinity) || Array.Exists(high, double.IsInfinity))
        {
            throw new ArgumentException(
                $"Discretization requires {noun} space to be finite. Found: {box}. Rescale or clip its infinite bounds "
                + "first.",
                nameof(box));
        }

        return new UniformBins(low, high, Expand(bins, low.Length), static value => RoundTo<T>(value));
    }

    /// <summary>The bin that a value of one dimension lies in; values outside count to the outermost bins.</summary>
    public int IndexOf(int dimension, double value)
    {
        // In the order of numpy.clip: a value that is not a number stays one, and lies above all limits.
        double clipped = value < clipLow[dimension] ? clipLow[dimension] : value;
        clipped = clipped > clipHigh[dimension] ? clipHigh[dimension] : clipped;
        double[] edges = limits[dimension];
        int from = 0;
        int to = counts[dimension] - 1;
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (clipped < edges[middle + 1])
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return from;
    }

    /// <summary>Lower and upper limit of a bin.</summary>
    public (double Low, double High) Limits(int dimension, int bin) =>
        (limits[dimension][bin], limits[dimension][bin + 1]);

    /// <summary>The middle of a bin.</summary>
    public double Center(int dimension, int bin) =>
        round(0.5 * round(limits[dimension][bin] + limits[dimension][bin + 1]));

    /// <summary>The number of all bins together.</summary>
    /// <exception cref="ArgumentException">There are more than an <c>int</c> can count.</exception>
    public static int Total(UniformBins bins)
    {
        long total = 1;
        foreach (int count in bins.counts)
        {
            total *= count;
            if (total > int.MaxValue)
            {
                throw new ArgumentException(
                    $"The bins [{string.Join(", ", bins.counts)}] multiply to more than {int.MaxValue}. "
                    + "Use fewer bins, or one index per dimension.",
                    nameof(bins));
            }
        }

        return (int)total;
    }

    /// <summary>Rounds the result of an operation to the precision of the box.</summary>
    public double Round(double value) => round(value);

    /// <summary>Cuts a joint index into one per dimension; the last dimension varies fastest.</summary>
    public void Split(int index, Span<long> indexes)
    {
        for (int i = counts.Length - 1; i >= 0; i--)
        {
            indexes[i] = index % counts[i];
            index /= counts[i];
        }
    }

    private static int[] Expand(ReadOnlySpan<int> bins, int dimensions)
    {
        if (bins.Length != 1 && bins.Length != dimensions)
        {
            throw new ArgumentException(
                $"bins must match dimensions: expected {dimensions} (or one number for all), got {bins.Length}.",
                nameof(bins));
        }

        int[] expanded = new int[dimensions];
        for (int i = 0; i < dimensions; i++)
        {
            expanded[i] = bins[bins.Length == 1 ? 0 : i];
            if (expanded[i] < 1)
            {
                throw new ArgumentException($"Each dimension needs at least one bin, got {expanded[i]}.", nameof(bins));
            }
        }

        return expanded;
    }

    private static double[] LinearSpace(double start, double stop, int intervals, Func<double, double> round)
    {
        double delta = round(stop - start);
        double step = round(delta / intervals);
        double[] points = new double[intervals + 1];
        for (int k = 0; k < intervals; k++)
        {
            double offset = step == 0.0 ? round(round((double)k / intervals) * delta) : round(k * step);
            points[k] = round(offset + start);
        }

        points[intervals] = stop;
        return points;
    }

    // Sums, products and quotients of two floats or halves are the same rounded directly or by way of a double.
    private static double RoundTo<T>(double value)
        where T : unmanaged =>
        Element.IsFloating<T>() ? Element.ToDouble(Element.FromDouble<T>(value)) : value;
}
