using System.Globalization;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Views;

/// <summary>Adds up returns and lengths of the episodes of a batch.</summary>
/// <remarks>
/// Where the last info of an episode has <c>game_over</c>, only those count that end a game, with the return <c>r</c>
/// and the length <c>l</c> that its <c>episode</c> tells: lives may be episodes and rewards cut to learn from, and what
/// is reported is that of the task.
/// </remarks>
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
    /// <param name="envs">The environments, for their last infos.</param>
    /// <param name="rewards">What each was paid.</param>
    /// <param name="terminated">Whether each task has ended.</param>
    /// <param name="truncated">Whether each was cut off.</param>
    public void Add(
        VectorEnv envs, ReadOnlySpan<double> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] += rewards[i];
            lengths[i]++;
            if (terminated[i] || truncated[i])
            {
                Count(envs.FinalInfoAt(i), returns[i], lengths[i]);
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

    private void Count(Info? final, double paid, int steps)
    {
        object? over = null;
        if (final?.TryGetValue("game_over", out over) == true && over is false)
        {
            return;
        }

        Info? game = over is true && final!.TryGetValue("episode", out object? episode) ? episode as Info : null;
        total++;
        count++;
        returnSum += game is null ? paid : Convert.ToDouble(game["r"], CultureInfo.InvariantCulture);
        lengthSum += game is null ? steps : Convert.ToInt32(game["l"], CultureInfo.InvariantCulture);
    }
}
