using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;

namespace GymSharp.Learning.Training;

/// <summary>What happens between the reports of a learner: evaluations, the best agent, early ends, failures.</summary>
public sealed class TrainingLoopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Evaluations_come_at_their_steps_and_at_the_end()
    {
        Witness witness = new();
        Train(Request(update => new(1, Skill: update)) with { EvaluateEvery = 95, Steps = 300 }, witness);
        Assert.Equal([100L, 190, 290, 300], witness.Evaluations.Select(evaluation => evaluation.Step));
        Assert.Equal([10.0, 19, 29, 30], witness.Evaluations.Select(evaluation => evaluation.Mean));
        Assert.Equal(
            witness.Evaluations.Select(evaluation => (evaluation.Step, evaluation.Mean)),
            MetricsReader.Read(folder["run/metrics.jsonl"], "evaluation/mean_return"));
    }

    [Fact]
    public void The_best_agent_is_kept_evaluated_and_loaded()
    {
        TrainingRequest request = Request(update => new(1, Skill: 100 - Math.Abs(update - 15))) with
        {
            EvaluateEvery = 50,
            Steps = 400,
        };
        Witness witness = new();
        TrainingSummary summary = Train(request, witness);
        Assert.Equal([true, true, true, false, false, false, false, false], witness.Evaluations.Select(evaluation => evaluation.IsBest));
        Assert.Equal(150, summary.AgentStep);
        Assert.Equal(100, summary.Evaluation!.Value.MeanReturn);
        Assert.Equal(100, Return(SavedAgent.Best, request));
        Assert.Equal(75, Return(SavedAgent.Last, request));
    }

    [Fact]
    public void Without_evaluations_the_best_agent_is_the_last()
    {
        TrainingRequest request = Request(update => new(1, Skill: update)) with { Steps = 120 };
        Assert.Equal(120, Train(request).AgentStep);
        Assert.False(File.Exists(folder["run/checkpoints/best.checkpoint"]));
        Assert.Equal(12, Return(SavedAgent.Best, request));
    }

    [Fact]
    public void A_damaged_best_agent_gives_way_to_the_last()
    {
        TrainingRequest request = Request(update => new(1, Skill: -update)) with { EvaluateEvery = 50, Steps = 100 };
        Train(request);
        Assert.Equal(-5, Return(SavedAgent.Best, request));
        File.WriteAllText(folder["run/checkpoints/best.checkpoint"], "half-writ");
        using IDisposable quiet = GymLog.Capture(_ => { });
        Assert.Equal(-10, Return(SavedAgent.Best, request));
    }

    [Fact]
    public void A_run_ends_early_once_the_mean_of_a_hundred_episodes_reaches_the_goal()
    {
        Witness witness = new();
        TrainingSummary summary = Train(
            Request(update => new(update <= 50 ? 0 : 10)) with { StopAt = 7.5, Steps = 100_000 }, witness);
        Assert.True(summary.Completed);
        Assert.Equal(1250, summary.Steps);
        Assert.Contains(witness.Notices, notice => notice.Contains("has reached 7.5", StringComparison.Ordinal));
        Assert.Equal("completed", Status());
    }

    [Fact]
    public void With_evaluations_only_they_end_a_run_early()
    {
        TrainingSummary summary = Train(
            Request(update => new(Return: 1000, Skill: update)) with { StopAt = 20, EvaluateEvery = 70, Steps = 100_000 });
        Assert.Equal(210, summary.Steps);
    }

    [Fact]
    public void A_run_that_ended_early_is_over_for_good()
    {
        TrainingRequest request = Request(_ => new(5)) with { StopAt = 5, Steps = 100_000 };
        Assert.Equal(1000, Train(request).Steps);
        Assert.Equal(1000, Train(request with { Resume = true, StopAt = null, Steps = null }).Steps);
    }

    [Theory]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.NegativeInfinity, "infinite")]
    public void A_metric_that_is_no_longer_finite_ends_the_run_before_it_reaches_a_checkpoint(double loss, string what)
    {
        TrainingRequest request = Request(update => new(1, Skill: update, Loss: update == 38 ? loss : 1)) with
        {
            Steps = 1000,
            CheckpointEvery = 50,
        };
        DivergedException error = Assert.Throws<DivergedException>(() => Train(request));
        Assert.Equal("loss", error.Metric);
        Assert.Contains($"Update 38 (step 380) failed: the metric 'loss' became {what}", error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Checkpoint!, error.Message, StringComparison.Ordinal);
        Assert.Equal("step-000000000350.checkpoint", Path.GetFileName(error.Checkpoint));
        Assert.Equal(error.Checkpoint, Directory.GetFiles(folder["run/checkpoints"]).Order(StringComparer.Ordinal).Last());
        Assert.Equal("failed", Status());
        Assert.Contains("loss", File.ReadAllText(folder["run/output.log"]), StringComparison.Ordinal);
        Assert.Equal(35, Return(SavedAgent.Best, request));
    }

    [Fact]
    public void An_interrupted_run_with_evaluations_ends_like_an_undisturbed_one()
    {
        TrainingRequest request = Request(update => new(update % 7, Skill: 50 - Math.Abs(update - 33))) with
        {
            EvaluateEvery = 60,
            Steps = 600,
        };
        Witness whole = new();
        Train(request, whole);
        using CancellationTokenSource stop = new();
        TrainingRequest parts = request with { RunDirectory = folder["parts"] };
        Witness first = new(stop, 250);
        Assert.False(Train(parts, first, stop.Token).Completed);
        Witness second = new();
        Assert.True(Train(parts with { Resume = true, Steps = null, EvaluateEvery = null }, second).Completed);
        Assert.Equal(whole.Evaluations, [.. first.Evaluations, .. second.Evaluations]);
        Assert.Equal(
            File.ReadAllBytes(folder["run/checkpoints/best.checkpoint"]).Length,
            File.ReadAllBytes(folder["parts/checkpoints/best.checkpoint"]).Length);
    }

    [Fact]
    public void What_contradicts_a_run_to_continue_is_refused()
    {
        TrainingRequest request = Request(_ => new(1)) with { EvaluateEvery = 60, Steps = 100 };
        Train(request);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Train(request with { Resume = true, EvaluateEvery = 61 }));
        Assert.Contains("leave --eval-every and --stop-at out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_checkpoint_is_set_aside_and_the_one_before_continues_the_run()
    {
        TrainingRequest request = Request(update => new(1, Skill: update)) with { Steps = 300, CheckpointEvery = 50 };
        using CancellationTokenSource stop = new();
        Train(request, new Witness(stop, 120), stop.Token);
        string newest = Directory.GetFiles(folder["run/checkpoints"]).Order(StringComparer.Ordinal).Last();
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..40]);
        List<string> warnings = [];
        Witness witness = new();
        using (GymLog.Capture(warnings.Add))
        {
            Assert.True(Train(request with { Resume = true, CheckpointEvery = 50 }, witness).Completed);
        }

        string warning = Assert.Single(warnings);
        Assert.Contains($"{Path.GetFileName(newest)} is passed over", warning, StringComparison.Ordinal);
        Assert.Contains("Going back to step-", warning, StringComparison.Ordinal);
        Assert.Equal(100, witness.ResumedAt);
        Assert.True(File.Exists(newest + ".damaged"));
        Assert.Equal(
            ["step-000000000250.checkpoint", "step-000000000300.checkpoint"],
            Directory.GetFiles(folder["run/checkpoints"], "*.checkpoint").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sink_gets_every_line_of_the_metrics()
    {
        RecordingSink sink = new();
        TrainingRun run = new(
            Request(update => new(1, Skill: update)) with { EvaluateEvery = 100, Steps = 200 }, new Witness(), TimeProvider.System)
        {
            OpenSink = _ => sink,
        };
        run.Execute();
        Assert.Equal(["begin 0", "flush"], sink.Calls.Take(2));
        Assert.Equal(["final 20", "end True", "dispose"], sink.Calls.TakeLast(3));
        Assert.Equal(
            File.ReadLines(folder["run/metrics.jsonl"]).Count(),
            sink.Calls.Count(call => call.StartsWith("write", StringComparison.Ordinal)));
    }

    private double Return(SavedAgent agent, TrainingRequest request)
    {
        RunPlan plan = RunPlan.Load(folder["run"], request.CustomAlgorithm);
        using ILearner learner = plan.LoadLearner(agent);
        using Env env = plan.MakeEnv(RenderMode.None);
        return Evaluator.Run(learner.Agent, env, 1, 0).MeanReturn;
    }

    private string Status() => RunDirectory.Open(folder["run"]).ReadDescription().Status;

    private TrainingRequest Request(Func<long, ScriptedLearner.Line> script) => new()
    {
        Algorithm = "scripted",
        CustomAlgorithm = ScriptedLearner.Spec(script),
        Environment = "FrozenLake-v1",
        EvaluationEpisodes = 3,
        RunDirectory = folder["run"],
        Video = false,
    };

    private static TrainingSummary Train(
        TrainingRequest request, Witness? witness = null, CancellationToken cancellation = default) =>
        new TrainingRun(request, witness ?? new Witness(), TimeProvider.System).Execute(cancellation);
}
