using System.Globalization;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;
using GymSharp.Neural;

namespace GymSharp.Learning.Training;

/// <summary>
/// Reads the learner's reports and does between them what a run needs: metrics, evaluations, the best agent, early
/// stopping, checkpoints.
/// </summary>
internal sealed class LearningLoop(RunContext run, TrainingRequest request, TimeProvider time)
{
    private const int InterimEpisodes = 20;
    private const int WeightPictures = 20;

    // A memory of pictures takes seconds to write: no more than a twentieth of the time shall go into that.
    private const int CheckpointShare = 20;
    private static readonly TimeSpan CheckpointInterval = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);

    private readonly RunDescription plan = run.Plan.Description;
    private readonly HealthCheck health = new(run);
    private readonly long resumedAt = run.State.Steps;
    private long lastCheckpoint = time.GetTimestamp();
    private long nextCheckpoint = run.State.Steps + (request.CheckpointEvery ?? 0);
    private long nextWeights = run.State.Steps;
    private long lastProgress;
    private TimeSpan checkpointInterval = CheckpointInterval;

    /// <summary>Learns to the end of the run; false where it was cancelled before.</summary>
    /// <exception cref="DivergedException">A metric or a weight is no longer finite.</exception>
    public bool Run(CancellationToken cancellation)
    {
        // An evaluation that was interrupted comes first, as if nothing had happened.
        if (!EvaluateIfDue(cancellation))
        {
            return false;
        }

        return (run.IsFinished || Learn(cancellation)) && EvaluateLast(cancellation);
    }

    private bool Learn(CancellationToken cancellation)
    {
        foreach (LearningReport report in run.Learner.Learn())
        {
            run.State.Take(report);
            health.Expect(report);
            Record(report);
            StopEarly(
                run.State.Recent.Mean, run.State.Recent.IsFull && plan.EvaluateEvery is null, "the last episodes");
            if (!EvaluateIfDue(cancellation))
            {
                return false;
            }

            if (run.IsFinished)
            {
                break;
            }

            // What has gathered for the next line of metrics goes into the checkpoint, as if nothing had happened.
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            CheckpointIfDue();
        }

        if (run.Metrics.Finish(run.State.Steps, run.State.Episodes, run.Clock.Seconds) is { } rest)
        {
            run.Sink?.Write(run.State.Steps, [.. rest]);
        }

        return true;
    }

    private void Record(in LearningReport report)
    {
        IReadOnlyDictionary<string, double>? line = run.Metrics.Add(report, run.Clock.Seconds);
        if (line is not null)
        {
            run.Sink?.Write(report.Steps, [.. line]);
        }

        WriteWeights();
        run.Output.Reported(report);
        if (line is not null || run.IsFinished || time.GetElapsedTime(lastProgress) >= ProgressInterval)
        {
            lastProgress = time.GetTimestamp();
            run.Output.Progressed(Progress(report));
        }
    }

    private void WriteWeights()
    {
        if (run.Sink is null || run.Learner is not IHasNetworks learner || run.State.Steps < nextWeights)
        {
            return;
        }

        nextWeights = run.State.Steps + (plan.Steps / WeightPictures);
        foreach ((string network, ParameterSet set) in learner.Networks)
        {
            foreach (Parameter parameter in set.Parameters)
            {
                run.Sink.WriteMany(run.State.Steps, $"{network}/{parameter.Name}", parameter.In(set));
            }
        }
    }

    // Gives false when it was cancelled; the evaluation is then still due.
    private bool EvaluateIfDue(CancellationToken cancellation) =>
        run.State.Steps < run.State.NextEvaluation || run.State.Finished || Evaluate(cancellation);

    // The last agent competes with the best one before it.
    private bool EvaluateLast(CancellationToken cancellation) =>
        plan.EvaluateEvery is null || run.State.LastEvaluation == run.State.Steps || Evaluate(cancellation);

    private bool Evaluate(CancellationToken cancellation)
    {
        run.Clock.Stop();
        try
        {
            int episodes = Math.Min(InterimEpisodes, plan.EvaluationEpisodes);
            using Env env = run.Plan.MakeEnv(RenderMode.None);
            EvaluationResult result = Evaluator.Run(
                run.Learner.Agent, env, episodes, RunPlan.InterimSeed(plan.Seed), cancellation);
            Take(result);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            run.Clock.Start();
        }
    }

    private void Take(in EvaluationResult result)
    {
        long every = plan.EvaluateEvery ?? long.MaxValue;
        run.State.NextEvaluation = ((run.State.Steps / every) + 1) * every;
        bool isBest = run.State.TakeEvaluation(result.MeanReturn);
        run.Write(
        [
            new("evaluation/mean_return", result.MeanReturn),
            new("evaluation/std_return", result.StdReturn),
            new("evaluation/mean_length", result.MeanLength),
        ]);
        run.Output.Evaluated(run.State.Steps, result, isBest);
        StopEarly(result.MeanReturn, isKnown: true, "the evaluation");
        if (isBest)
        {
            run.KeepBest();
        }
    }

    private void StopEarly(double mean, bool isKnown, string what)
    {
        if (isKnown && plan.StopAt is { } goal && mean >= goal && !run.IsFinished)
        {
            run.State.Finished = true;
            run.Output.Noticed(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopping at step {run.State.Steps}: the mean return of {what}, {mean:0.##}, "
                + $"has reached {goal:0.##}"));
        }
    }

    private void CheckpointIfDue()
    {
        if (request.CheckpointEvery is null
            ? time.GetElapsedTime(lastCheckpoint) >= checkpointInterval
            : run.State.Steps >= nextCheckpoint)
        {
            long start = time.GetTimestamp();
            run.Checkpoint();
            lastCheckpoint = time.GetTimestamp();
            nextCheckpoint = run.State.Steps + (request.CheckpointEvery ?? 0);
            TimeSpan enough = CheckpointShare * time.GetElapsedTime(start, lastCheckpoint);
            checkpointInterval = enough > CheckpointInterval ? enough : CheckpointInterval;
        }
    }

    private TrainingProgress Progress(in LearningReport report)
    {
        double elapsed = Math.Max(1e-6, run.Clock.Seconds - run.Clock.Resumed);
        double speed = (report.Steps - resumedAt) / elapsed;
        double remaining = speed > 0 ? Math.Max(0, plan.Steps - report.Steps) / speed : 0;
        double? epsilon = null;
        for (int i = 0; i < report.Metrics.Count; i++)
        {
            epsilon = report.Metrics[i].Key == "epsilon" ? report.Metrics[i].Value : epsilon;
        }

        return new(
            report.Steps, plan.Steps, report.Episodes, speed, run.State.Recent.Mean, epsilon,
            TimeSpan.FromSeconds(Math.Min(remaining, 1e8)));
    }
}
