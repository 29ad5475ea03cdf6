using GymSharp.Cli.Running;
using GymSharp.Cli.Tracking;
using GymSharp.Learning.Training;

namespace GymSharp.Cli;

/// <summary>What a run leaves for others to look at while it trains, and what its goal does.</summary>
public sealed class TrackingTests : Workplace
{
    [Fact]
    public void A_run_with_a_goal_keeps_its_best_agent_and_an_event_file()
    {
        string output = Run(
            "train random-search CartPole-v1 --steps 400000 --seed 1 --eval-every 2000 --stop-at 300 --no-video --run-dir run")
            .Succeeded().Output;
        Assert.Contains("best agent so far: step ", output, StringComparison.Ordinal);
        Assert.Contains("has reached 300", output, StringComparison.Ordinal);
        string[] files = Files("run");
        Assert.Contains("checkpoints/best.checkpoint", files);
        string events = Assert.Single(files, file => file.Contains("tfevents", StringComparison.Ordinal));
        Assert.True(new FileInfo(this["run/" + events]).Length > 500);
        Assert.Contains("system/memory_mib", File.ReadAllText(this["run/system.jsonl"]), StringComparison.Ordinal);
        Assert.Contains("evaluation/mean_return", File.ReadAllText(this["run/metrics.jsonl"]), StringComparison.Ordinal);
        Run("evaluate run --agent last").Succeeded();
        Run("evaluate run --agent worst").RefusedWith("expected best or last");
    }

    [Fact]
    public void A_run_that_diverges_fails_and_names_update_metric_and_checkpoint()
    {
        Run(
            "train ppo Pendulum-v1 --steps 30000 --set learning_rate=1 --set max_gradient_norm=1e30 --set gsde=false "
            + "--no-video --run-dir run").FailedWith("Update 1 (step 4096)", "failed: the metric '", "step-000000000000.checkpoint");
        Assert.Contains("\"status\": \"failed\"", File.ReadAllText(this["run/run.json"]), StringComparison.Ordinal);
        Run("evaluate run --episodes 1").Succeeded();
    }

    [Fact]
    public void A_policy_is_exported_and_a_table_is_not()
    {
        Run("train ppo Pendulum-v1 --steps 600 --set steps_per_update=50 --set normalize=true --eval-episodes 1 --no-video --run-dir run")
            .Succeeded();
        Assert.Contains("3 numbers in", Run("export run --output policy.onnx").Succeeded().Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(this["policy.onnx"]).Length > 10_000);
        Run("train dqn CartPole-v1 --steps 600 --set learning_starts=500 --eval-episodes 1 --no-video --run-dir values").Succeeded();
        Assert.Contains("4 numbers in", Run("export values --output values.onnx").Succeeded().Output, StringComparison.Ordinal);
        Run("train random Blackjack-v1 --steps 20 --no-video --run-dir table").Succeeded();
        Run("export table --output table.onnx").RefusedWith("cannot be exported");
        Assert.DoesNotContain("table.onnx", Files());
    }

    [Fact]
    public void What_others_print_goes_to_the_log_as_well()
    {
        TextWriter before = Console.Out;
        using StringWriter terminal = new();
        using StringWriter log = new();
        Console.SetOut(terminal);
        try
        {
            using (OutputCapture capture = new())
            {
                ITrainingObserver observer = capture.Watch(new Output.PlainProgress(capture.Out));
                Console.WriteLine("too early");
                observer.Opened(log);
                Console.WriteLine("from the environment");
                Console.Error.WriteLine("a warning");
                observer.Noticed("from the run");
            }

            Console.WriteLine("too late");
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal(["from the environment", "a warning"], log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            ["too early", "from the environment", "from the run", "too late"],
            terminal.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
