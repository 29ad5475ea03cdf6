using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;

namespace GymSharp.Learning.Training;

/// <summary>Trains an agent and leaves a run directory that is complete by itself.</summary>
/// <remarks>
/// In order: describe the run, film the untrained agent, learn (with metrics, evaluations and checkpoints), evaluate,
/// film the trained agent, draw the learning curve, sum up. Cancelling stops after the present report and leaves a run
/// that can be resumed.
/// </remarks>
public sealed class TrainingRun
{
    private readonly TrainingRequest request;
    private readonly ITrainingObserver observer;
    private readonly TimeProvider time;
    private readonly List<string> videos = [];

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

    /// <summary>Opens a further place for metrics, given the run's directory; null for none.</summary>
    public Func<string, IMetricSink>? OpenSink { get; init; }

    /// <summary>Trains.</summary>
    /// <param name="cancellation">Stops after the present report; the run can then be resumed.</param>
    /// <exception cref="ArgumentException">The algorithm, the environment or an option is wrong; nothing was
    /// written.</exception>
    /// <exception cref="IOException">The run directory cannot be written.</exception>
    /// <exception cref="RunFormatException">The run to resume is damaged.</exception>
    /// <exception cref="DivergedException">A metric became infinite or NaN; the last checkpoint is from before.
    /// </exception>
    public TrainingSummary Execute(CancellationToken cancellation = default)
    {
        RunPlan plan = request.Resume ? RunPlan.Resume(request) : RunPlan.Start(request, time);
        using ILearner learner = plan.CreateLearner(request.Threads);
        using RunDirectory directory = request.Resume
            ? RunDirectory.OpenForWriting(plan.Directory)
            : RunDirectory.Create(plan.Directory, plan.Description);
        using RunOutput output = new(directory, observer);
        using IMetricSink? sink = OpenSink?.Invoke(directory.Root);
        using RunContext run = new(plan, learner, directory, output, sink, time);
        run.Restore();
        try
        {
            return Execute(run, cancellation);
        }
        catch (DivergedException error)
        {
            output.Log(error.Message);
            End(run, "failed");
            throw;
        }
    }

    private static void End(RunContext run, string status)
    {
        run.Directory.WriteDescription(run.Plan.Description with { Status = status });
        run.Sink?.End(status == "completed");
    }

    private TrainingSummary Execute(RunContext run, CancellationToken cancellation)
    {
        long resumedAt = run.State.Steps;
        run.Directory.WriteDescription(run.Plan.Description with { Status = "running" });
        run.Sink?.Begin(run.Plan.Description, resumedAt);
        run.Output.Started(run.Directory.Root, run.Plan.Description.Steps, resumedAt);
        Film(run, run.Learner.Agent, "before", enabled: resumedAt == 0);

        run.Clock.Start();
        run.Checkpoint();
        bool learned = new LearningLoop(run, request, time).Run(cancellation);
        run.Clock.Stop();
        run.Checkpoint();
        EvaluationResult? evaluation = learned ? Finish(run, cancellation) : null;
        bool completed = evaluation is not null;
        End(run, completed ? "completed" : "stopped");
        RunState state = run.State;
        return new(
            run.Directory.Root, completed, state.Steps, state.Episodes, run.Clock.Seconds, evaluation, videos)
        {
            AgentStep = state.BestStep >= 0 ? state.BestStep : state.Steps,
        };
    }

    // Gives null when it was stopped; the run can be resumed to evaluate again.
    private EvaluationResult? Finish(RunContext run, CancellationToken cancellation)
    {
        RunPlan plan = run.Plan;
        int episodes = plan.Description.EvaluationEpisodes;
        run.Output.Noticed($"Evaluating over {episodes} episodes");
        bool isLast = run.State.BestStep < 0 || run.State.BestStep == run.State.Steps;
        if (!isLast)
        {
            run.RestoreBest();
        }

        IAgent agent = run.Learner.Agent;
        EvaluationResult evaluation;
        try
        {
            using Env env = plan.MakeEnv(RenderMode.None);
            evaluation = Evaluator.Run(
                agent, env, episodes, RunPlan.EvaluationSeed(plan.Description.Seed), cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        run.Output.Log($"evaluation: mean return {evaluation.MeanReturn} over {episodes} episodes"
            + $"{(isLast ? "" : $", of the best agent, that of step {run.State.BestStep}")}");
        run.Sink?.Write(
            run.State.Steps,
            [new("final/mean_return", evaluation.MeanReturn), new("final/std_return", evaluation.StdReturn)]);
        AtomicFile.Write(run.Directory.EvaluationPath, EvaluationJson.Bytes(evaluation));
        Film(run, agent, "after", enabled: true);
        LearningCurve.Draw(run.Directory, plan.Description);
        return evaluation;
    }

    private void Film(RunContext run, IAgent agent, string name, bool enabled)
    {
        if (enabled && request.Video && AgentFilm.Record(run, agent, name) is { } path)
        {
            videos.Add(path);
        }
    }
}
