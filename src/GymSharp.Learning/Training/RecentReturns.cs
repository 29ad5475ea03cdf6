using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>The mean return of the last episodes, from reports of one episode or several.</summary>
internal sealed class RecentReturns
{
    /// <summary>Episodes that the mean covers, or a few more where reports hold several.</summary>
    public const int Window = 100;

    private readonly Queue<(double Mean, long Count)> reports = new();
    private long episodes;

    /// <summary>Whether as many episodes as the window holds were seen.</summary>
    public bool IsFull => episodes >= Window;

    /// <summary>The mean, or NaN before the first episode.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            foreach ((double mean, long count) in reports)
            {
                sum += mean * count;
            }

            return sum / episodes;
        }
    }

    /// <summary>Adds the mean return of some episodes.</summary>
    public void Add(double mean, long count)
    {
        reports.Enqueue((mean, count));
        episodes += count;
        while (episodes - reports.Peek().Count >= Window)
        {
            episodes -= reports.Dequeue().Count;
        }
    }

    public void SyncState(StateSync sync)
    {
        double[] means = [.. reports.Select(report => report.Mean)];
        long[] counts = [.. reports.Select(report => report.Count)];
        sync.Sync(ref means);
        sync.Sync(ref counts);
        if (sync.IsReading)
        {
            reports.Clear();
            episodes = 0;
            foreach ((double mean, long count) in means.Zip(counts))
            {
                Add(mean, count);
            }
        }
    }
}
