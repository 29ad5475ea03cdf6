using GymSharp.Spaces;

namespace GymSharp.Learning.Views;

/// <summary>Numbers the observations of a space from 0, so that they can index a table.</summary>
/// <remarks>
/// Discrete observations are numbered as they are, composite ones in mixed radix. Box observations are cut into equal
/// bins per dimension between the bounds of the box, or between given bounds where the box is unbounded.
/// </remarks>
public sealed class StateIndexer
{
    private const long MaximumStates = 50_000_000;
    private readonly Func<object, int> index;

    private StateIndexer(int count, Func<object, int> index)
    {
        Count = count;
        this.index = index;
    }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    /// <summary>Numbers the observations of a space.</summary>
    /// <param name="space">Discrete, MultiDiscrete, MultiBinary, Box, or a Tuple of those.</param>
    /// <param name="bins">Bins per dimension of a Box, at least 2.</param>
    /// <param name="limit">Where an infinite bound of a Box is cut off, above 0.</param>
    /// <exception cref="ArgumentException">The space cannot be numbered, or has too many states for a
    /// table.</exception>
    public static StateIndexer For(Space space, int bins = 10, double limit = 4)
    {
        ArgumentNullException.ThrowIfNull(space);
        (long count, Func<object, int> index) = Build(space, bins, limit);
        return count <= MaximumStates
            ? new((int)count, index)
            : throw new ArgumentException(
                $"{space} has {count} states with {bins} bins per dimension; a table holds at most {MaximumStates}. "
                + "Use fewer bins, or an algorithm with function approximation.",
                nameof(space));
    }

    /// <summary>The number of an observation, in [0, <see cref="Count"/>).</summary>
    public int IndexOf(object observation) => index(observation);

    private static (long Count, Func<object, int> Index) Build(Space space, int bins, double limit)
    {
        switch (space)
        {
            case Discrete discrete:
                return (discrete.N, value => (int)value - discrete.Start);
            case MultiDiscrete multi:
                return (Product(multi.NVec), value => Radix((long[])value, multi.NVec, multi.Start));
            case MultiBinary binary:
                int bits = binary.Shape!.Aggregate(1, (product, size) => product * size);
                return (1L << Math.Min(60, bits), value => Bits((sbyte[])value));
            case Box<float> box:
                return Grid(
                    [.. box.Low.Select(x => (double)x)], [.. box.High.Select(x => (double)x)], bins, limit,
                    value => Array.ConvertAll((float[])value, x => (double)x));
            case Box<double> box:
                return Grid(box.Low, box.High, bins, limit, value => (double[])value);
            case TupleSpace tuple:
                return Compose([.. tuple.Spaces.Select(child => Build(child, bins, limit))]);
            default:
                throw new ArgumentException(
                    $"Observations of {space} cannot be numbered for a table. Tabular algorithms need Discrete, "
                    + "MultiDiscrete, MultiBinary, float Box observations, or a Tuple of those.",
                    nameof(space));
        }
    }

    private static (long Count, Func<object, int> Index) Grid(
        double[] low, double[] high, int bins, double limit, Func<object, double[]> read)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        double[] from = [.. low.Select(bound => Math.Max(bound, -limit))];
        double[] scale = [.. high.Select((bound, i) => bins / (Math.Min(bound, limit) - from[i]))];
        long count = Product([.. low.Select(_ => (long)bins)]);
        return (count, CellOf);

        int CellOf(object value)
        {
            double[] point = read(value);
            int index = 0;
            for (int i = 0; i < point.Length; i++)
            {
                index = (index * bins) + Math.Clamp((int)((point[i] - from[i]) * scale[i]), 0, bins - 1);
            }

            return index;
        }
    }

    private static (long Count, Func<object, int> Index) Compose((long Count, Func<object, int> Index)[] parts)
    {
        return (Product([.. parts.Select(part => part.Count)]), IndexOf);

        int IndexOf(object value)
        {
            object[] values = (object[])value;
            long index = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                index = (index * parts[i].Count) + parts[i].Index(values[i]);
            }

            return (int)index;
        }
    }

    private static int Radix(long[] values, long[] sizes, long[] start)
    {
        long index = 0;
        for (int i = 0; i < values.Length; i++)
        {
            index = (index * sizes[i]) + values[i] - start[i];
        }

        return (int)index;
    }

    private static int Bits(sbyte[] values)
    {
        int index = 0;
        foreach (sbyte bit in values)
        {
            index = (index << 1) | (byte)bit;
        }

        return index;
    }

    private static long Product(long[] sizes)
    {
        long product = 1;
        foreach (long size in sizes)
        {
            product = Math.Min(product * size, MaximumStates * 1000);
        }

        return product;
    }
}
