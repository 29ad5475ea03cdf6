using GymSharp.Learning.Evaluation;
using GymSharp.Registration;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

public sealed class TabularLearnerTests
{
    private const long Steps = 60_000;

    private static readonly TabularOptions Cliff = new() { LearningRate = 0.5, Gamma = 1, ExplorationFraction = 0.5, EpsilonEnd = 0.02 };

    public static TheoryData<string> Algorithms => ["monte-carlo", "sarsa", "expected-sarsa", "q-learning"];

    [Fact]
    public void Q_learning_finds_the_path_along_the_cliff()
    {
        using QLearning learner = new(Gym.Make("CliffWalking-v1"), Cliff, new LearnerSetup(0, Steps));
        Train(learner, Steps);
        Assert.Equal(-13, Evaluate(learner, "CliffWalking-v1").MeanReturn);
    }

    [Fact]
    public void Sarsa_keeps_away_from_the_cliff_while_it_explores()
    {
        // Sutton and Barto, example 6.6: with a constant share of random actions SARSA learns the longer, safer path.
        TabularOptions exploring = Cliff with { EpsilonStart = 0.1, EpsilonEnd = 0.1, LearningRateEnd = 0.05 };
        using Sarsa learner = new(Gym.Make("CliffWalking-v1"), exploring, new LearnerSetup(0, 10 * Steps));
        Train(learner, 10 * Steps);
        Assert.InRange(Evaluate(learner, "CliffWalking-v1").MeanReturn, -19, -15);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Every_algorithm_solves_the_lake_without_ice(string algorithm)
    {
        using ILearner learner = Make(algorithm, MakeLake(), 1);
        Train(learner, Steps);
        using Env env = MakeLake();
        Assert.Equal(1, Evaluator.Run(learner.Agent, env, 10, 7).MeanReturn);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_same_seed_learns_the_same(string algorithm)
    {
        using ILearner left = Make(algorithm, Gym.Make("Taxi-v4"), 3);
        using ILearner right = Make(algorithm, Gym.Make("Taxi-v4"), 3);
        Train(left, 5000);
        Train(right, 5000);
        Assert.Equal(Saved(left), Saved(right));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_restored_learner_goes_on_bit_for_bit(string algorithm)
    {
        using ILearner whole = Make(algorithm, Gym.Make("Taxi-v4"), 3);
        using ILearner first = Make(algorithm, Gym.Make("Taxi-v4"), 3);
        Train(first, 4000);
        using ILearner second = Make(algorithm, Gym.Make("Taxi-v4"), 99);
        StateSync sync = StateSync.ForReading(Saved(first));
        second.SyncState(sync);
        sync.ExpectEnd();
        Train(second, 9000);
        Train(whole, 9000);
        Assert.Equal(Saved(whole), Saved(second));
    }

    [Fact]
    public void A_box_is_cut_into_bins()
    {
        TabularOptions options = new() { Bins = 8, LearningRate = 0.2, ExplorationFraction = 0.4 };
        using QLearning learner = new(Gym.Make("CartPole-v1"), options, new LearnerSetup(0, 400_000));
        Train(learner, 400_000);
        using Env env = Gym.Make("CartPole-v1");
        double random = Evaluator.Run(new Baselines.RandomAgent(0), env, 50, 0).MeanReturn;
        Assert.InRange(random, 15, 35);
        Assert.True(Evaluate(learner, "CartPole-v1").MeanReturn > 4 * random);
    }

    [Fact]
    public void A_tuple_of_numbers_is_numbered()
    {
        using QLearning learner = new(
            Gym.Make("Blackjack-v1"), new TabularOptions { LearningRate = 0.01, Gamma = 1 }, new LearnerSetup(0, 400_000));
        Train(learner, 400_000);
        // The best a player can do is about -0.045 per game (Sutton and Barto, example 5.3); chance loses about 0.39.
        Assert.InRange(Evaluate(learner, "Blackjack-v1", 20_000).MeanReturn, -0.08, 0);
    }

    [Fact]
    public void An_untrained_agent_in_a_task_without_time_limit_is_cut_off()
    {
        using QLearning learner = new(Gym.Make("CliffWalking-v1"), Cliff, new LearnerSetup(0, Steps));
        EvaluationResult result = Evaluate(learner, "CliffWalking-v1", 2);
        Assert.Equal(Evaluator.StepLimit, result.MeanLength);
        Assert.Equal(-Evaluator.StepLimit, result.MeanReturn);
    }

    [Fact]
    public void Continuous_actions_are_refused()
    {
        using Env env = Gym.Make("Pendulum-v1");
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new QLearning(env, new TabularOptions(), new LearnerSetup(0, 1)));
        Assert.Contains("DiscretizeAction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_refuses_an_environment_of_another_size()
    {
        using QLearning learner = new(Gym.Make("FrozenLake-v1"), new TabularOptions(), new LearnerSetup(0, 1));
        using Env env = Gym.Make("FrozenLake8x8-v1");
        ArgumentException error = Assert.Throws<ArgumentException>(() => learner.Agent.On(env));
        Assert.Contains("16 states", error.Message, StringComparison.Ordinal);
    }

    private static Env MakeLake() => Gym.Make(
        "FrozenLake-v1", new MakeOptions { Arguments = new Dictionary<string, object?> { ["is_slippery"] = false } });

    private static ILearner Make(string algorithm, Env env, ulong seed)
    {
        Training.AlgorithmSpec spec = Training.AlgorithmCatalog.Find(algorithm);
        return spec.Create(env, new TabularOptions { LearningRate = 0.2, InitialValue = 0 }, new LearnerSetup(seed, Steps));
    }

    private static void Train(ILearner learner, long steps)
    {
        foreach (LearningReport report in learner.Learn())
        {
            if (report.Steps >= steps)
            {
                return;
            }
        }
    }

    private static byte[] Saved(ILearner learner)
    {
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }

    private static EvaluationResult Evaluate(ILearner learner, string id, int episodes = 50)
    {
        using Env env = Gym.Make(id);
        return Evaluator.Run(learner.Agent, env, episodes, 12345);
    }
}
