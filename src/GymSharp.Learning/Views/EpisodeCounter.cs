using GymSharp.State;

namespace GymSharp.Learning.Views;

/// <summary>Adds up returns and lengths of the episodes of a batch.</summary>
internal sealed class EpisodeCounter(int numEnvs)
{
    private readonly double[] returns = new double[numEnvs];
    private readonly int[] lengths = new int[numEnvs];
    private long total;
    private int count;
    private double returnSum;
    private long lengthSum;

    /// <summary>Episodes ended since the beginning of the run.</summary>
    public long Total => total;

    /// <summary>Takes a step into account.</summary>
    public void Add(ReadOnlySpan<double> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] += rewards[i];
            lengths[i]++;
            if (terminated[i] || truncated[i])
            {
                total++;
                count++;
                returnSum += returns[i];
                lengthSum += lengths[i];
                returns[i] = 0;
                lengths[i] = 0;
            }
        }
    }

    /// <summary>
    /// Mean return and length of the episodes that ended since this was last asked; null without any.
    /// </summary>
    public (double Return, double Length)? Take()
    {
        if (count == 0)
        {
            return null;
        }

        (double, double) means = (returnSum / count, (double)lengthSum / count);
        count = 0;
        returnSum = 0;
        lengthSum = 0;
        return means;
    }

    /// <summary>Forgets the episodes under way, because all start again.</summary>
    public void Reset()
    {
        returns.AsSpan().Clear();
        lengths.AsSpan().Clear();
    }

    /// <summary>Reads or writes everything.</summary>
    public void SyncState(StateSync sync)
    {
        sync.Sync(returns.AsSpan());
        sync.Sync(lengths.AsSpan());
        sync.Sync(ref total);
        sync.Sync(ref count);
        sync.Sync(ref returnSum);
        sync.Sync(ref lengthSum);
    }
}
