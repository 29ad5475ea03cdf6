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

    public int Count => names.Length;

    /// <summary>A name and the mean of what was added; NaN where nothing was.</summary>
    public KeyValuePair<string, double> this[int index] => new(names[index], sums[index] / counts[index]);

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
