using System.Text.Json.Nodes;
using GymSharp.Learning.Runs;
using GymSharp.State;

namespace GymSharp.Learning.Training;

public sealed class TrainingRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_leaves_a_complete_directory()
    {
        TrainingSummary summary = Train(Request("run") with { Video = true });
        Assert.True(summary.Completed);
        Assert.True(summary.Steps >= 4000);
        Assert.Equal(2, summary.Videos.Count);
        Assert.All(summary.Videos, path => Assert.True(new FileInfo(path).Length > 1000));
        JsonNode run = JsonNode.Parse(File.ReadAllText(folder["run/run.json"]))!;
        Assert.Equal("completed", run["status"]!.GetValue<string>());
        Assert.Equal(0.1, run["options"]!["learning_rate"]!.GetValue<double>());
        JsonNode evaluation = JsonNode.Parse(File.ReadAllText(folder["run/evaluation.json"]))!;
        Assert.Equal(5, evaluation["episodes"]!.GetValue<int>());
        Assert.NotEmpty(MetricsReader.Read(folder["run/metrics.jsonl"], "episode_return"));
        Assert.Contains("started: 4000 steps", File.ReadAllText(folder["run/output.log"]), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["run/learning-curve.png"]));
        Assert.False(File.Exists(folder["run/run.lock"]));
    }

    [Fact]
    public void A_stopped_and_resumed_run_ends_like_an_undisturbed_one()
    {
        Train(Request("whole"));
        using CancellationTokenSource stop = new();
        TrainingSummary stopped = Train(Request("parts"), new Witness(stop, 1500), stop.Token);
        Assert.False(stopped.Completed);
        Assert.InRange(stopped.Steps, 1500, 3999);
        Assert.Equal("stopped", RunPlan.Load(folder["parts"]).Description.Status);

        Witness witness = new();
        Assert.True(Train(Request("parts") with { Resume = true }, witness).Completed);
        Assert.Equal(stopped.Steps, witness.ResumedAt);
        Assert.Equal(LearnerState("whole"), LearnerState("parts"));
        Assert.Equal(Metrics("whole"), Metrics("parts"));
        Assert.Equal(File.ReadAllText(folder["whole/evaluation.json"]), File.ReadAllText(folder["parts/evaluation.json"]));
    }

    [Fact]
    public void Lines_written_after_the_checkpoint_are_cut_off()
    {
        using CancellationTokenSource stop = new();
        Train(Request("run"), new Witness(stop, 1500), stop.Token);
        File.AppendAllText(folder["run/metrics.jsonl"], "{\"step\":99999,\"episode_return\":7}\n{\"step\":1000");
        Train(Request("run") with { Resume = true });
        Assert.DoesNotContain(MetricsReader.Read(folder["run/metrics.jsonl"], "episode_return"), point => point.Step == 99999);
    }

    [Fact]
    public void A_damaged_newest_checkpoint_falls_back_to_the_one_before()
    {
        Train(Request("run"));
        string newest = Directory.GetFiles(folder["run/checkpoints"]).Order(StringComparer.Ordinal).Last();
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..100]);
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        using (ILearner learner = RunPlan.Load(folder["run"]).LoadLearner())
        {
            Assert.Contains("passed over", Assert.Single(warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_killed_process_left_unfinished_is_removed_when_the_run_goes_on()
    {
        Train(Request("run"));
        string remains = folder["run/checkpoints/step-000000000007.checkpoint.tmp"];
        File.WriteAllText(remains, "half-writ");
        RunPlan.Load(folder["run"]).LoadLearner().Dispose();
        Assert.True(File.Exists(remains), "Only who continues the run may tidy up: another may be writing.");
        Train(Request("run") with { Resume = true });
        Assert.False(File.Exists(remains));
    }

    [Fact]
    public void A_run_without_a_whole_checkpoint_says_so()
    {
        Train(Request("run"));
        foreach (string file in Directory.GetFiles(folder["run/checkpoints"]))
        {
            File.WriteAllText(file, "half-writ");
        }

        using IDisposable quiet = GymLog.Capture(_ => { });
        RunFormatException error = Assert.Throws<RunFormatException>(() => RunPlan.Load(folder["run"]).LoadLearner());
        Assert.Contains("Train again", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"algorithm\":\"q-learning\"}")]
    public void A_damaged_run_json_says_so(string text)
    {
        Train(Request("run"));
        File.WriteAllText(folder["run/run.json"], text);
        RunFormatException error = Assert.Throws<RunFormatException>(() => RunPlan.Load(folder["run"]));
        Assert.Contains("run.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_another_description_is_neither_resumed_nor_harmed()
    {
        Train(Request("run"));
        string description = File.ReadAllText(folder["run/run.json"]);
        string other = description.Replace("FrozenLake-v1", "Taxi-v4", StringComparison.Ordinal);
        Assert.NotEqual(description, other);
        File.WriteAllText(folder["run/run.json"], other);
        string[] files = Directory.GetFiles(folder["run/checkpoints"]);
        RunFormatException error =
            Assert.Throws<RunFormatException>(() => Train(Request("run") with { Resume = true, Environment = "Taxi-v4" }));
        Assert.Contains("does not fit this program or its run.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("begun by GymSharp 0.", error.Message, StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(folder["run/checkpoints"]));
        File.WriteAllText(folder["run/run.json"], description);
        Assert.True(Train(Request("run") with { Resume = true }).Completed);
    }

    [Fact]
    public void Another_directory_is_not_a_run()
    {
        RunFormatException error = Assert.Throws<RunFormatException>(() => RunPlan.Load(folder["nowhere"]));
        Assert.Contains("not a run directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_used_directory_is_not_overwritten()
    {
        Train(Request("run"));
        string before = File.ReadAllText(folder["run/run.json"]);
        IOException error = Assert.Throws<IOException>(() => Train(Request("run")));
        Assert.Contains("--resume", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder["run/run.json"]));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_refused()
    {
        File.WriteAllText(folder["file"], "in the way");
        IOException error = Assert.Throws<IOException>(() => Train(Request(Path.Combine("file", "run"))));
        Assert.Contains("--run-dir", error.Message, StringComparison.Ordinal);
        Assert.Equal("in the way", File.ReadAllText(folder["file"]));
    }

    [Fact]
    public void Two_processes_cannot_continue_one_run()
    {
        Train(Request("run"));
        using RunDirectory first = RunDirectory.OpenForWriting(folder["run"]);
        IOException error = Assert.Throws<IOException>(() => RunDirectory.OpenForWriting(folder["run"]));
        Assert.Contains("another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resuming_with_other_options_is_refused()
    {
        Train(Request("run"));
        TrainingRequest other = Request("run") with { Resume = true, Options = new Dictionary<string, object?> { ["gamma"] = 0.5 } };
        Assert.Contains("keeps its options", Assert.Throws<ArgumentException>(() => Train(other)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "not of sarsa",
            Assert.Throws<ArgumentException>(() => Train(Request("run") with { Resume = true, Algorithm = "sarsa" })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "4000 steps",
            Assert.Throws<ArgumentException>(() => Train(Request("run") with { Resume = true, Steps = 5 })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_request_writes_nothing()
    {
        Assert.Throws<ArgumentException>(() => Train(Request("run") with { Algorithm = "q-lerning" }));
        Assert.Throws<Registration.NameNotFoundException>(() => Train(Request("run") with { Environment = "FrozenLak-v1" }));
        Assert.Throws<ArgumentException>(() => Train(Request("run") with { Environment = "Pendulum-v1" }));
        Assert.Throws<ArgumentException>(() => Train(Request("run") with { Steps = 0 }));
        Assert.False(Directory.Exists(folder["run"]));
    }

    private TrainingRequest Request(string name) => new()
    {
        Algorithm = "q-learning",
        Environment = "FrozenLake-v1",
        Steps = 4000,
        Seed = 5,
        RunDirectory = folder[name],
        EvaluationEpisodes = 5,
        Video = false,
    };

    private static TrainingSummary Train(
        TrainingRequest request, Witness? witness = null, CancellationToken cancellation = default) =>
        new TrainingRun(request, witness ?? new Witness(), TimeProvider.System).Execute(cancellation);

    private byte[] LearnerState(string name)
    {
        using ILearner learner = RunPlan.Load(folder[name]).LoadLearner();
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }

    // Without the wall-clock time.
    private string[] Metrics(string name) => [.. File.ReadLines(folder[Path.Combine(name, "metrics.jsonl")]).Select(line =>
    {
        JsonObject json = JsonNode.Parse(line)!.AsObject();
        json.Remove("time");
        return json.ToJsonString();
    })];
}
