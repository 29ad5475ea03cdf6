using System.Collections;

namespace GymSharp.Learning;

/// <summary>
/// Named numbers of one or more updates: means over the gradient steps since the last report, in memory that is made
/// once.
/// </summary>
internal sealed class UpdateMetrics : IReadOnlyList<KeyValuePair<string, double>>
{
    private readonly string[] names;
    private readonly double[] sums;
    private readonly int[] counts;
    private int failed = -1;
    private int countAtFailure;

    public UpdateMetrics(params string[] names)
    {
        this.names = names;
        sums = new double[names.Length];
        counts = new int[names.Length];
    }

    /// <summary>
    /// The metric that was the first to receive something other than a finite number, and how many numbers it has
    /// received since; null while all are finite.
    /// </summary>
    public (string Name, int Since)? Failure =>
        failed < 0 ? null : (names[failed], counts[failed] - countAtFailure);

    /// <summary>Number of metrics to which something was added; the others are not there.</summary>
    public int Count
    {
        get
        {
            int present = 0;
            foreach (int count in counts)
            {
                present += count > 0 ? 1 : 0;
            }

            return present;
        }
    }

    /// <summary>A name and the mean of what was added.</summary>
    public KeyValuePair<string, double> this[int index]
    {
        get
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (counts[i] > 0 && index-- == 0)
                {
                    return new(names[i], sums[i] / counts[i]);
                }
            }

            throw new ArgumentOutOfRangeException(nameof(index), $"There are only {Count} metrics.");
        }
    }

    /// <summary>Adds a number to a mean.</summary>
    public void Add(int index, double value)
    {
        sums[index] += value;
        counts[index]++;
        if (failed < 0 && !double.IsFinite(value))
        {
            (failed, countAtFailure) = (index, counts[index]);
        }
    }

    /// <summary>Adds the mean of numbers to a mean.</summary>
    public void Add(int index, ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        Add(index, sum / values.Length);
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        sums.AsSpan().Clear();
        counts.AsSpan().Clear();
        failed = -1;
    }

    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
