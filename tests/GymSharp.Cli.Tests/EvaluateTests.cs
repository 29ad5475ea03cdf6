using System.Text.Json.Nodes;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class EvaluateTests(TrainedRun trained) : Workplace
{
    [Fact]
    public void Json_has_the_fields_of_an_evaluation_and_repeats_that_of_the_run()
    {
        ProgramResult result = RunWith("evaluate", trained.Path, "--json").Succeeded();
        Assert.Equal(
            ["mean_return", "std_return", "min", "max", "mean_length", "episodes"],
            result.Json.AsObject().Select(field => field.Key));
        Assert.Equal(File.ReadAllText(trained["run/evaluation.json"]), result.Output);
    }

    [Fact]
    public void Episodes_and_seed_can_be_chosen()
    {
        JsonNode json = RunWith("evaluate", trained.Path, "--episodes", "7", "--seed", "1", "--json").Succeeded().Json;
        Assert.Equal(7, json["episodes"]!.GetValue<int>());
        Assert.Equal(1.0, json["mean_return"]!.GetValue<double>());
        Assert.Equal(6.0, json["mean_length"]!.GetValue<double>());
        Assert.Equal(0.0, json["std_return"]!.GetValue<double>());
    }

    [Fact]
    public void Text_says_it_in_one_line() => Assert.Equal(
        "q-learning on FrozenLake-v1: mean return 1 ± 0 over 20 episodes (lowest 1, highest 1), mean length 6",
        Assert.Single(RunWith("evaluate", trained.Path).Succeeded().Lines));

    [Fact]
    public void Players_without_training_are_evaluated_by_name()
    {
        const string Task = "LunarLander-v3 --episodes 3";
        double written = Run($"evaluate heuristic {Task} --json").Succeeded().Json["mean_return"]!.GetValue<double>();
        double chance = Run($"evaluate random {Task} --json").Succeeded().Json["mean_return"]!.GetValue<double>();
        Assert.True(written > 100 && chance < 0, $"{written}, {chance}");
        Run("evaluate heuristic FrozenLake-v1").RefusedWith("no built-in heuristic");
        Run("evaluate random").RefusedWith("Name the environment");
    }

    [Fact]
    public void Another_seed_gives_other_episodes()
    {
        Run("train random Blackjack-v1 --steps 10 --no-video --run-dir run").Succeeded();
        string[] returns = [.. Enumerable.Range(0, 3).Select(
            seed => Run($"evaluate run --episodes 50 --seed {seed} --json").Succeeded().Output)];
        Assert.True(returns.Distinct().Count() > 1);
        Assert.Equal(returns[0], Run("evaluate run --episodes 50 --seed 0 --json").Succeeded().Output);
    }

    [Theory]
    [InlineData("", "run.json")]
    [InlineData("{\"algorithm\": \"q-lear", "run.json")]
    [InlineData("[1, 2]", "run.json")]
    [InlineData("null", "run.json")]
    [InlineData("{}", "'algorithm' is missing")]
    public void A_damaged_description_is_a_failure(string text, string message)
    {
        TrainedRun.CopyTo(trained, this["run"]);
        Write("run/run.json", text);
        Run("evaluate run").FailedWith(message);
        Run("train --resume --run-dir run").FailedWith(message);
        Run("rollout FrozenLake-v1 --policy run").FailedWith(message);
        Run("record run --output film.gif").FailedWith(message);
        Assert.Equal(text, File.ReadAllText(this["run/run.json"]));
    }

    [Theory]
    [InlineData("algorithm", "\"q-burning\"", "q-burning")]
    [InlineData("algorithm", "7", "run.json")]
    [InlineData("environment", "\"Puddle-v1\"", "Puddle")]
    [InlineData("environment", "\"CartPole-v1\"", "is_slippery")]
    [InlineData("environment_arguments", "{\"is_slippery\": \"no\"}", "true or false")]
    [InlineData("environment_arguments", "{\"map_name\": {\"x\": 1}}", "object")]
    [InlineData("options", "{\"learning_rate\": 70}", "at most 1")]
    [InlineData("options", "[]", "run.json")]
    [InlineData("seed", "-1", "run.json")]
    [InlineData("steps", "0", "'steps' is 0")]
    [InlineData("evaluation_episodes", "-3", "'evaluation_episodes' is -3")]
    public void A_description_of_something_impossible_is_a_failure(string field, string value, string message)
    {
        TrainedRun.CopyTo(trained, this["run"]);
        JsonNode run = JsonNode.Parse(File.ReadAllText(this["run/run.json"]))!;
        run[field] = JsonNode.Parse(value);
        Write("run/run.json", run.ToJsonString());
        Run("evaluate run").FailedWith(message);
    }

    [Fact]
    public void A_truncated_checkpoint_gives_way_to_the_one_before()
    {
        TrainedRun.CopyTo(trained, this["run"]);
        string newest = Checkpoints()[^1];
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..200]);
        ProgramResult result = Run("evaluate run --episodes 3").Succeeded();
        Assert.Contains("warning: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(newest), result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_whole_checkpoint_there_is_no_agent()
    {
        TrainedRun.CopyTo(trained, this["run"]);
        foreach (string checkpoint in Checkpoints())
        {
            byte[] bytes = File.ReadAllBytes(checkpoint);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(checkpoint, bytes);
        }

        Run("evaluate run").FailedWith("no whole checkpoint", "checksum is wrong");
        Directory.Delete(this["run/checkpoints"], recursive: true);
        Run("evaluate run").FailedWith("no whole checkpoint");
    }

    [Theory]
    [InlineData("evaluate nowhere", 2, "not a directory")]
    [InlineData("evaluate", 2, "run-dir")]
    [InlineData("evaluate heuristics", 2, "Did you mean 'heuristic'?")]
    [InlineData("evaluate run --episodes 0", 2, "--episodes 0")]
    [InlineData("evaluate run --episodes many", 2, "--episodes many")]
    public void Other_mistakes_are_named(string line, int code, string message)
    {
        ProgramResult result = Run(line);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private string[] Checkpoints() =>
        [.. Directory.EnumerateFiles(this["run/checkpoints"]).Order(StringComparer.Ordinal)];
}
