using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>How far a run is; the first thing in a checkpoint.</summary>
internal sealed class RunState
{
    private long steps;
    private long episodes;
    private long updates;
    private double seconds;
    private long nextEvaluation;
    private long lastEvaluation = -1;
    private double bestReturn = double.NegativeInfinity;
    private long bestStep = -1;
    private bool finished;

    /// <summary>Environment steps.</summary>
    public long Steps => steps;

    /// <summary>Episodes.</summary>
    public long Episodes => episodes;

    /// <summary>Reports of the learner.</summary>
    public long Updates => updates;

    /// <summary>Time spent learning, at the last checkpoint.</summary>
    public double Seconds
    {
        get => seconds;
        set => seconds = value;
    }

    /// <summary>The step from which the next evaluation is due.</summary>
    public long NextEvaluation
    {
        get => nextEvaluation;
        set => nextEvaluation = value;
    }

    /// <summary>The step of the last evaluation, or -1.</summary>
    public long LastEvaluation => lastEvaluation;

    /// <summary>Whether the run has reached its end before its last step.</summary>
    public bool Finished
    {
        get => finished;
        set => finished = value;
    }

    /// <summary>Mean return of the best evaluation so far.</summary>
    public double BestReturn => bestReturn;

    /// <summary>Its step, or -1.</summary>
    public long BestStep => bestStep;

    /// <summary>Returns of the last episodes.</summary>
    public RecentReturns Recent { get; } = new();

    /// <summary>Takes a report in.</summary>
    public void Take(in LearningReport report)
    {
        if (report.EpisodeReturn is { } value)
        {
            Recent.Add(value, Math.Max(1, report.Episodes - episodes));
        }

        steps = report.Steps;
        episodes = report.Episodes;
        updates++;
    }

    /// <summary>Takes an evaluation in; true where it is the best so far.</summary>
    public bool TakeEvaluation(double meanReturn)
    {
        lastEvaluation = steps;

        // The later of two equals has learned more.
        if (!(meanReturn >= bestReturn))
        {
            return false;
        }

        bestReturn = meanReturn;
        bestStep = steps;
        return true;
    }

    public void SyncState(StateSync sync)
    {
        sync.Sync(ref steps);
        sync.Sync(ref episodes);
        sync.Sync(ref updates);
        sync.Sync(ref seconds);
        sync.Sync(ref nextEvaluation);
        sync.Sync(ref lastEvaluation);
        sync.Sync(ref bestReturn);
        sync.Sync(ref bestStep);
        sync.Sync(ref finished);
        Recent.SyncState(sync);
    }
}
