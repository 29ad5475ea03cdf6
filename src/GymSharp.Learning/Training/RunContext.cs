using GymSharp.Learning.Runs;
using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>What the parts of a run at work share: plan, learner, files, clock. Holds no sequence.</summary>
internal sealed class RunContext : IDisposable
{
    private const int MetricLines = 1000;

    public RunContext(
        RunPlan plan, ILearner learner, RunDirectory directory, RunOutput output, IMetricSink? sink, TimeProvider time)
    {
        Plan = plan;
        Learner = learner;
        Directory = directory;
        Output = output;
        Sink = sink;
        Clock = new LearningClock(time);
        Metrics = new MetricsLog(directory.MetricsPath, plan.Description.Steps / MetricLines);
        State.NextEvaluation = plan.Description.EvaluateEvery ?? long.MaxValue;
    }

    public RunPlan Plan { get; }

    public ILearner Learner { get; }

    public RunDirectory Directory { get; }

    public RunOutput Output { get; }

    public IMetricSink? Sink { get; }

    public MetricsLog Metrics { get; }

    public LearningClock Clock { get; }

    public RunState State { get; } = new();

    /// <summary>Whether there is nothing left to learn.</summary>
    public bool IsFinished => State.Finished || State.Steps >= Plan.Description.Steps;

    /// <summary>Takes up the run where its newest whole checkpoint left it; does nothing where there is none.</summary>
    /// <exception cref="RunFormatException">The checkpoint does not fit the run's description.</exception>
    public void Restore()
    {
        if (Directory.Checkpoints.Newest.Count == 0)
        {
            return;
        }

        try
        {
            Directory.Checkpoints.ReadToContinue(SyncAll);
        }
        catch (StateFormatException error)
        {
            throw Plan.UnfitCheckpoint(error);
        }

        Clock.Resume(State.Seconds);
    }

    /// <summary>Writes a checkpoint; what was measured up to it is safe as well.</summary>
    public void Checkpoint()
    {
        Metrics.Flush();
        Sink?.Flush();
        State.Seconds = Clock.Seconds;
        Directory.Checkpoints.Write(State.Steps, SyncAll, WeightFiles.Of(Learner, Plan.Description, State.Steps));
    }

    /// <summary>Keeps the agent as the best so far.</summary>
    public void KeepBest()
    {
        State.Seconds = Clock.Seconds;
        Directory.Checkpoints.WriteBest(SyncAll, WeightFiles.Of(Learner, Plan.Description, State.Steps));
    }

    /// <summary>
    /// Puts the best agent in the learner's place, once nothing is left to learn: a second learner would need as much
    /// memory.
    /// </summary>
    /// <exception cref="RunFormatException">Its checkpoint does not fit the run's description.</exception>
    public void RestoreBest()
    {
        try
        {
            Directory.Checkpoints.ReadBest(sync =>
            {
                new RunState().SyncState(sync);
                Learner.SyncState(sync);
            });
        }
        catch (StateFormatException error)
        {
            throw Plan.UnfitCheckpoint(error);
        }
    }

    /// <summary>Writes numbers that are not the mean of an interval.</summary>
    public void Write(IReadOnlyList<KeyValuePair<string, double>> values)
    {
        Metrics.WriteLine(State.Steps, State.Episodes, Clock.Seconds, values);
        Sink?.Write(State.Steps, values);
    }

    public void Dispose() => Metrics.Dispose();

    // Everything a checkpoint holds, in both directions.
    private void SyncAll(StateSync sync)
    {
        State.SyncState(sync);
        Learner.SyncState(sync);
        Metrics.SyncState(sync);
        sync.ExpectEnd();
    }
}
