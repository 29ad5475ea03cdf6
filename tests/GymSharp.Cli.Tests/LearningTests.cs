using System.Text.Json.Nodes;
using GymSharp.Cli.Running;

namespace GymSharp.Cli;

/// <summary>What the shipped options reach, with nothing on the command line but names.</summary>
public sealed class LearningTests : Workplace
{
    [Fact]
    public void Q_learning_crosses_the_slippery_lake()
    {
        // The best policy reaches the goal in 74 of 100 episodes; over 1000 its mean has a deviation of 0.014.
        JsonNode evaluation = Train("q-learning FrozenLake-v1");
        Assert.Equal(1000, evaluation["episodes"]!.GetValue<int>());
        Assert.True(Mean(evaluation) > 0.70, evaluation.ToJsonString());
        Assert.Equal(1000, Run("evaluate run --json").Succeeded().Json["episodes"]!.GetValue<int>());
    }

    [Fact]
    public void Q_learning_drives_the_taxi()
    {
        JsonNode evaluation = Train("q-learning Taxi-v4");
        Assert.Equal(100, evaluation["episodes"]!.GetValue<int>());
        Assert.True(Mean(evaluation) > 7, evaluation.ToJsonString());
    }

    [Fact]
    public void Q_learning_walks_along_the_cliff() => Assert.Equal(-13, Mean(Train("q-learning CliffWalking-v1")));

    [Fact]
    public void Random_search_balances_the_pole()
    {
        JsonNode evaluation = Train("random-search CartPole-v1");
        Assert.Equal(100, evaluation["episodes"]!.GetValue<int>());
        Assert.Equal(500, evaluation["min"]!.GetValue<double>());
    }

    [Fact]
    public void A_clone_balances_the_pole_as_the_expert_that_was_recorded()
    {
        Run("train random-search CartPole-v1 --run-dir expert --no-video").Succeeded();
        Run("rollout CartPole-v1 --policy expert --seed 1 --steps 4000 --output expert.jsonl").Succeeded();
        JsonNode evaluation = Train("bc CartPole-v1 --set data=expert.jsonl --steps 40000 --threads 1");
        Assert.Equal(100, evaluation["episodes"]!.GetValue<int>());
        Assert.True(Mean(evaluation) >= 475, evaluation.ToJsonString());
        Assert.Contains("4 numbers in", Run("export run --output clone.onnx").Succeeded().Output, StringComparison.Ordinal);
    }

    private static double Mean(JsonNode evaluation) => evaluation["mean_return"]!.GetValue<double>();

    private JsonNode Train(string what)
    {
        Run($"train {what} --run-dir run --no-video").Succeeded();
        return JsonNode.Parse(File.ReadAllText(this["run/evaluation.json"]))!;
    }
}
