using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;
using GymSharp.State;

namespace GymSharp.Learning.Training;

/// <summary>Trains an agent and leaves a run directory that is complete by itself.</summary>
/// <remarks>
/// In order: describe the run, film the untrained agent, learn (with metrics and checkpoints), evaluate, film the
/// trained
/// agent, draw the learning curve, sum up. Cancelling stops after the present episode and leaves a run that can be
/// resumed.
/// </remarks>
public sealed class TrainingRun
{
    private const int MetricLines = 1000;
    private static readonly TimeSpan CheckpointInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);

    private readonly TrainingRequest request;
    private readonly ITrainingObserver observer;
    private readonly TimeProvider time;
    private readonly Queue<double> recentReturns = new();
    private readonly List<string> videos = [];
    private LearningReport last;
    private double earlierSeconds;
    private long resumedAt;
    private long begun;

    /// <summary>Prepares a run.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="observer">Watches.</param>
    /// <param name="time">The clock.</param>
    public TrainingRun(TrainingRequest request, ITrainingObserver observer, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(time);
        this.request = request;
        this.observer = observer;
        this.time = time;
    }

    private double Seconds => earlierSeconds + time.GetElapsedTime(begun).TotalSeconds;

    /// <summary>Trains.</summary>
    /// <param name="cancellation">Stops after the present episode; the run can then be resumed.</param>
    /// <exception cref="ArgumentException">The algorithm, the environment or an option is wrong; nothing was
    /// written.</exception>
    /// <exception cref="IOException">The run directory cannot be written.</exception>
    /// <exception cref="RunFormatException">The run to resume is damaged.</exception>
    public TrainingSummary Execute(CancellationToken cancellation = default)
    {
        RunPlan plan = request.Resume ? RunPlan.Resume(request) : RunPlan.Start(request, time);
        using ILearner learner = plan.CreateLearner();
        using RunDirectory directory = request.Resume
            ? RunDirectory.OpenForWriting(plan.Directory)
            : RunDirectory.Create(plan.Directory, plan.Description);
        using RunOutput output = new(directory, observer);

        using MetricsLog metrics = new(directory.MetricsPath, plan.Description.Steps / MetricLines);
        if (directory.HasCheckpoint)
        {
            Sync(StateSync.ForReading(directory.ReadCheckpoint()), learner, metrics);
        }

        resumedAt = last.Steps;
        directory.WriteDescription(plan.Description with { Status = "running" });
        output.Started(directory.Root, plan.Description.Steps, resumedAt);
        Film(plan, learner, directory, output, "before", enabled: resumedAt == 0);

        begun = time.GetTimestamp();
        Checkpoint(directory, learner, metrics);
        bool learned = Learn(learner, plan, directory, metrics, output, cancellation);
        double seconds = Seconds;
        Checkpoint(directory, learner, metrics);
        EvaluationResult? evaluation = learned ? Finish(plan, learner, directory, output, cancellation) : null;
        bool completed = evaluation is not null;
        directory.WriteDescription(plan.Description with { Status = completed ? "completed" : "stopped" });
        return new(directory.Root, completed, last.Steps, last.Episodes, seconds, evaluation, videos);
    }

    private bool Learn(
        ILearner learner, RunPlan plan, RunDirectory directory, MetricsLog metrics, RunOutput output,
        CancellationToken cancellation)
    {
        long lastCheckpoint = time.GetTimestamp();
        long nextCheckpoint = last.Steps + (request.CheckpointEvery ?? 0);
        long lastProgress = 0;
        if (last.Steps >= plan.Description.Steps)
        {
            return true;
        }

        foreach (LearningReport report in learner.Learn())
        {
            last = report;
            Remember(report);
            IReadOnlyDictionary<string, double>? line = metrics.Add(report, Seconds);
            bool finished = report.Steps >= plan.Description.Steps;
            if (line is not null || finished || time.GetElapsedTime(lastProgress) >= ProgressInterval)
            {
                lastProgress = time.GetTimestamp();
                output.Progressed(Progress(report, plan.Description.Steps));
            }

            if (finished)
            {
                break;
            }

            // What has gathered for the next line of metrics goes into the checkpoint, as if nothing had happened.
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            if (request.CheckpointEvery is null
                ? time.GetElapsedTime(lastCheckpoint) >= CheckpointInterval
                : report.Steps >= nextCheckpoint)
            {
                lastCheckpoint = time.GetTimestamp();
                nextCheckpoint = report.Steps + (request.CheckpointEvery ?? 0);
                Checkpoint(directory, learner, metrics);
            }
        }

        metrics.Finish(last, Seconds);
        return true;
    }

    // Gives null when it was stopped; the run can be resumed to evaluate again.
    private EvaluationResult? Finish(
        RunPlan plan, ILearner learner, RunDirectory directory, RunOutput output, CancellationToken cancellation)
    {
        int episodes = plan.Description.EvaluationEpisodes;
        output.Noticed($"Evaluating over {episodes} episodes");
        EvaluationResult evaluation;
        try
        {
            using Env env = plan.MakeEnv(RenderMode.None);
            evaluation = Evaluator.Run(
                learner.Agent, env, episodes, RunPlan.EvaluationSeed(plan.Description.Seed), cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        AtomicFile.Write(directory.EvaluationPath, EvaluationJson.Bytes(evaluation));
        Film(plan, learner, directory, output, "after", enabled: true);
        LearningCurve.Draw(directory, plan.Description);
        return evaluation;
    }

    private void Film(
        RunPlan plan, ILearner learner, RunDirectory directory, RunOutput output, string name, bool enabled)
    {
        if (enabled && request.Video && AgentFilm.Record(plan, learner.Agent, directory, name, output) is { } path)
        {
            videos.Add(path);
        }
    }

    private void Checkpoint(RunDirectory directory, ILearner learner, MetricsLog metrics)
    {
        metrics.Flush();
        StateSync sync = StateSync.ForWriting();
        Sync(sync, learner, metrics);
        directory.WriteCheckpoint(last.Steps, sync.ToArray());
    }

    // Everything a checkpoint holds, in both directions.
    private void Sync(StateSync sync, ILearner learner, MetricsLog metrics)
    {
        RunState state = new(last.Steps, last.Episodes, sync.IsReading ? 0 : Seconds);
        sync.Sync(ref state);
        if (sync.IsReading)
        {
            last = last with { Steps = state.Steps, Episodes = state.Episodes, Metrics = [] };
            earlierSeconds = state.Seconds;
        }

        learner.SyncState(sync);
        metrics.SyncState(sync);
        sync.ExpectEnd();
    }

    private void Remember(in LearningReport report)
    {
        if (report.EpisodeReturn is { } value)
        {
            recentReturns.Enqueue(value);
            if (recentReturns.Count > 100)
            {
                recentReturns.Dequeue();
            }
        }
    }

    private TrainingProgress Progress(in LearningReport report, long total)
    {
        double elapsed = Math.Max(1e-6, time.GetElapsedTime(begun).TotalSeconds);
        double speed = (report.Steps - resumedAt) / elapsed;
        double remaining = speed > 0 ? Math.Max(0, total - report.Steps) / speed : 0;
        double? epsilon = null;
        foreach (KeyValuePair<string, double> metric in report.Metrics)
        {
            epsilon = metric.Key == "epsilon" ? metric.Value : epsilon;
        }

        return new(
            report.Steps, total, report.Episodes, speed,
            recentReturns.Count == 0 ? double.NaN : recentReturns.Average(),
            epsilon, TimeSpan.FromSeconds(Math.Min(remaining, 1e8)));
    }
}
