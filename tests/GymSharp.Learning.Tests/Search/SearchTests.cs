using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Training;
using GymSharp.State;

namespace GymSharp.Learning.Search;

public sealed class SearchTests
{
    public static TheoryData<string, ulong> Runs
    {
        get
        {
            TheoryData<string, ulong> data = [];
            foreach (string algorithm in (string[])["random-search", "hill-climbing", "cross-entropy"])
            {
                for (ulong seed = 0; seed < 3; seed++)
                {
                    data.Add(algorithm, seed);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_search_balances_the_pole(string algorithm, ulong seed)
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find(algorithm);
        object options = spec.BindOptions([new("stop_at_return", 500)]);
        using ILearner learner = spec.Create(Gym.Make("CartPole-v1"), options, new LearnerSetup(seed, 1_000_000));
        foreach (LearningReport report in learner.Learn())
        {
            Assert.True(report.Steps < 2_000_000, "no perfect controller was found");
        }

        using Env env = Gym.Make("CartPole-v1");
        Assert.True(Evaluator.Run(learner.Agent, env, 50, 99).MeanReturn > 475);
    }

    [Fact]
    public void A_linear_policy_moves_a_continuous_action()
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find("cross-entropy");
        object options = spec.BindOptions(TunedDefaults.For("cross-entropy", "MountainCarContinuous-v0").Where(option => option.Key != "steps"));
        using ILearner learner = spec.Create(Gym.Make("MountainCarContinuous-v0"), options, new LearnerSetup(0, 1));
        LearningReport last = default;
        foreach (LearningReport report in learner.Learn())
        {
            last = report;
            if (report.Steps > 600_000)
            {
                break;
            }
        }

        double best = last.Metrics.Single(metric => metric.Key == "best_return").Value;
        Assert.True(best > 80, $"best return {best}");
    }

    [Theory]
    [InlineData("random-search")]
    [InlineData("hill-climbing")]
    [InlineData("cross-entropy")]
    public void A_restored_search_goes_on_bit_for_bit(string algorithm)
    {
        using ILearner whole = Make(algorithm, 4);
        using ILearner first = Make(algorithm, 4);
        Reports(first, 3);
        using ILearner second = Make(algorithm, 5);
        second.SyncState(StateSync.ForReading(Saved(first)));
        Reports(second, 4);
        Reports(whole, 7);
        Assert.Equal(Saved(whole), Saved(second));
    }

    [Fact]
    public void Weights_of_a_wrong_number_are_refused()
    {
        LinearPolicy policy = new(4, 2);
        ArgumentException error = Assert.Throws<ArgumentException>(() => policy.Weights = new double[3]);
        Assert.Contains("10 parameters, got 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_weights_times_features_plus_bias()
    {
        LinearPolicy policy = new(2, 2) { Weights = [1, 2, 3, -1, 0.5, 0] };
        Assert.Equal([1 * 10 + 2 * 20 + 3, -1 * 10 + 0.5 * 20], policy.Act([10, 20]));
    }

    private static ILearner Make(string algorithm, ulong seed)
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find(algorithm);
        return spec.Create(Gym.Make("CartPole-v1"), spec.BindOptions([]), new LearnerSetup(seed, 1000));
    }

    private static void Reports(ILearner learner, int count)
    {
        foreach (LearningReport _ in learner.Learn().Take(count))
        {
            // Only the state that is left matters.
        }
    }

    private static byte[] Saved(ILearner learner)
    {
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }
}
