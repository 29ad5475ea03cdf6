using System.Collections;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Named numbers of an update: means over its gradient steps, in memory that is made once.</summary>
internal sealed class UpdateMetrics : IReadOnlyList<KeyValuePair<string, double>>
{
    private readonly string[] names;
    private readonly double[] sums;
    private readonly int[] counts;

    public UpdateMetrics(params string[] names)
    {
        this.names = names;
        sums = new double[names.Length];
        counts = new int[names.Length];
    }

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
    }

    /// <summary>Begins a new update.</summary>
    public void Clear()
    {
        sums.AsSpan().Clear();
        counts.AsSpan().Clear();
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
