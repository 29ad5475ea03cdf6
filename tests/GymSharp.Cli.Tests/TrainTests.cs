using System.Text.Json.Nodes;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class TrainTests(TrainedRun trained) : Workplace
{
    [Fact]
    public void A_run_directory_is_complete_by_itself()
    {
        string[] files = trained.Files("run");
        string[] videos = [.. files.Where(file => file.StartsWith("videos/", StringComparison.Ordinal))];
        Assert.Equal(["videos/after", "videos/before"], videos.Select(file => Path.ChangeExtension(file, null)));
        Assert.Equal(2, files.Count(file => file.StartsWith("checkpoints/step-", StringComparison.Ordinal)));
        Assert.Equal(
            ["evaluation.json", "learning-curve.png", "metrics.jsonl", "output.log", "run.json", "system.jsonl"],
            files.Where(file => !file.Contains('/', StringComparison.Ordinal) && !file.Contains("tfevents", StringComparison.Ordinal)));
        Assert.Single(files, file => file.StartsWith("events.out.tfevents.", StringComparison.Ordinal));

        JsonNode run = JsonNode.Parse(File.ReadAllText(trained["run/run.json"]))!;
        Assert.Equal("q-learning", run["algorithm"]!.GetValue<string>());
        Assert.Equal("FrozenLake-v1", run["environment"]!.GetValue<string>());
        Assert.False(run["environment_arguments"]!["is_slippery"]!.GetValue<bool>());
        Assert.Equal(20_000, run["steps"]!.GetValue<long>());
        Assert.Equal(3UL, run["seed"]!.GetValue<ulong>());
        Assert.Equal("completed", run["status"]!.GetValue<string>());
        Assert.Equal("gymsharp " + TrainedRun.Command, run["command"]!.GetValue<string>());
        Assert.NotEmpty(run["version"]!.GetValue<string>());
        Assert.NotEmpty(run["machine"]!["runtime"]!.GetValue<string>());
    }

    [Fact]
    public void Plain_lines_tell_how_it_goes_and_where_everything_is()
    {
        ProgramResult result = trained.Result;
        Assert.Equal("", result.Error);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\r', result.Output);
        Assert.StartsWith("Training for 20,000 steps in ", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("(50 %)", result.Output, StringComparison.Ordinal);
        Assert.Contains("mean return 1 ± 0 over 20 episodes", result.Output, StringComparison.Ordinal);
        Assert.Contains("gymsharp evaluate run", result.Output, StringComparison.Ordinal);
        Assert.All(
            new[] { "videos/before.", "videos/after.", "learning-curve.png" },
            part => Assert.Contains(part, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_is_the_only_thing_on_standard_output()
    {
        JsonNode json = Run(
            "train hill-climbing CartPole-v1 --steps 2000 --eval-episodes 3 --no-video --run-dir run --json").Succeeded().Json;
        Assert.True(json["completed"]!.GetValue<bool>());
        Assert.True(json["steps"]!.GetValue<long>() >= 2000);
        Assert.Equal(this["run"], json["run_dir"]!.GetValue<string>());
        Assert.Equal(3, json["evaluation"]!["episodes"]!.GetValue<int>());
        Assert.Empty(json["videos"]!.AsArray());
        Assert.Equal(
            File.ReadAllText(this["run/evaluation.json"]).ReplaceLineEndings(),
            json["evaluation"]!.ToJsonString(new() { WriteIndented = true }).ReplaceLineEndings() + System.Environment.NewLine);
    }

    [Fact]
    public void The_same_command_gives_the_same_agent_whatever_the_directory()
    {
        const string Line = "train sarsa Taxi-v4 --steps 5000 --seed 11 --eval-episodes 5 --no-video --run-dir ";
        Run(Line + "one").Succeeded();
        Run(Line + "other").Succeeded();
        Assert.Equal(File.ReadAllText(this["one/evaluation.json"]), File.ReadAllText(this["other/evaluation.json"]));
        Assert.Equal(Agents.StateOf(this["one"]), Agents.StateOf(this["other"]));
        Run(Line.Replace("--seed 11", "--seed 12", StringComparison.Ordinal) + "third").Succeeded();
        Assert.NotEqual(Agents.StateOf(this["one"]), Agents.StateOf(this["third"]));
    }

    [Fact]
    public void Runs_without_a_name_are_numbered()
    {
        Run("train random Blackjack-v1 --steps 50 --no-video").Succeeded();
        Run("train random Blackjack-v1 --steps 50 --no-video").Succeeded();
        Assert.Contains("runs/Blackjack-v1/random-1/run.json", Files());
        Assert.Contains("runs/Blackjack-v1/random-2/run.json", Files());
    }

    [Fact]
    public void A_planner_needs_no_episodes()
    {
        JsonNode json = Run("train value-iteration FrozenLake-v1 --no-video --run-dir run --eval-episodes 500 --json").Succeeded().Json;
        Assert.Equal(0, json["episodes"]!.GetValue<long>());
        Assert.InRange(json["evaluation"]!["mean_return"]!.GetValue<double>(), 0.65, 0.85);
    }

    [Fact]
    public void An_agent_that_goes_in_circles_is_cut_off_where_a_task_has_no_time_limit()
    {
        // Untrained, the agent walks up into the edge of the world; nothing ends such an episode.
        Run("train q-learning CliffWalking-v1 --steps 1 --eval-episodes 1 --no-video --run-dir run").Succeeded();
        Assert.Contains("mean length 10000", Run("evaluate run").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains(
            "return -30 in 30 steps", Run("record run --output film.gif --steps 30").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void List_shows_every_algorithm_with_its_options()
    {
        JsonArray algorithms = Run("train --list --json").Succeeded().Json.AsArray();
        JsonNode learning = algorithms.Single(node => node!["name"]!.GetValue<string>() == "q-learning")!;
        JsonNode rate = learning["options"]!.AsArray().Single(node => node!["name"]!.GetValue<string>() == "learning_rate")!;
        Assert.Equal(0.1, rate["default"]!.GetValue<double>());
        string text = Run("train --list").Succeeded().Output;
        Assert.All(algorithms, node => Assert.Contains(node!["name"]!.GetValue<string>() + ": ", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("train q-lerning FrozenLake-v1", "Did you mean 'q-learning'?")]
    [InlineData("train q-learning FrozenLak-v1", "FrozenLake")]
    [InlineData("train q-learning Pendulum-v1", "Discrete actions")]
    [InlineData("train value-iteration CartPole-v1", "transition probabilities")]
    [InlineData("train q-learning FrozenLake-v1 --set learnin_rate=0.2", "Did you mean 'learning_rate'?")]
    [InlineData("train q-learning FrozenLake-v1 --set learning_rate=7", "at most 1")]
    [InlineData("train q-learning FrozenLake-v1 --set learning_rate=fast", "must be a number")]
    [InlineData("train q-learning FrozenLake-v1 --env-set is_slipery=false", "Did you mean 'is_slippery'?")]
    [InlineData("train q-learning FrozenLake-v1 --wrap ClipRewrd", "Did you mean 'ClipReward'?")]
    [InlineData("train q-learning FrozenLake-v1 --wrap RepeatAction", "'num_repeats' is missing")]
    [InlineData("train q-learning FrozenLake-v1 --wrap RepeatAction:4", "name=value was expected")]
    [InlineData("train q-learning FrozenLake-v1 --steps 0", "--steps 0")]
    [InlineData("train q-learning FrozenLake-v1 --eval-episodes 0", "--eval-episodes 0")]
    [InlineData("train q-learning FrozenLake-v1 --checkpoint-every 0", "--checkpoint-every 0")]
    [InlineData("train q-learning FrozenLake-v1 --envs 8", "one environment at a time")]
    [InlineData("train q-learning FrozenLake-v1 --stps 5", "Did you mean '--steps'?")]
    [InlineData("train q-learning", "Name the environment")]
    [InlineData("train", "Name the algorithm")]
    [InlineData("train --resume", "--run-dir")]
    public void A_wrong_request_is_refused_and_nothing_is_written(string line, string message)
    {
        Assert.Equal("", Run(line).RefusedWith(message).Output);
        Assert.Empty(Files());
        Assert.Empty(Directory.GetDirectories(Folder));
    }

    [Fact]
    public void A_used_run_directory_is_left_as_it_is()
    {
        Directory.CreateDirectory(this["run"]);
        Write("run/notes.txt", "mine");
        Run("train q-learning FrozenLake-v1 --steps 10 --run-dir run").FailedWith("'run' exists and is not empty", "--resume");
        Assert.Equal(["notes.txt"], Files("run"));
        RunWith([.. TrainedRun.Command.Split(' ').SkipLast(1), trained.Path]).FailedWith("not empty");
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_a_failure()
    {
        Write("file", "in the way");
        Run("train q-learning FrozenLake-v1 --steps 10 --run-dir file/run").FailedWith("'file/run' cannot be written", "--run-dir");
        Assert.Equal("in the way", File.ReadAllText(this["file"]));
    }

    [Theory]
    [InlineData("sarsa FrozenLake-v1", 2, "holds a run of q-learning on FrozenLake-v1")]
    [InlineData("q-learning Taxi-v4", 2, "holds a run of q-learning on FrozenLake-v1")]
    [InlineData("--set gamma=0.5", 2, "keeps its options")]
    [InlineData("--steps 5", 2, "planned for 20000 steps")]
    [InlineData("--seed 4", 2, "begun with seed 3")]
    public void A_run_is_resumed_as_it_was_begun(string arguments, int code, string message)
    {
        ProgramResult result = RunWith([.. $"train {arguments} --resume --run-dir".Split(' '), trained.Path]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void There_must_be_something_to_resume() =>
        Run("train q-learning FrozenLake-v1 --resume --run-dir nowhere").FailedWith("'nowhere' is not a run directory");
}
