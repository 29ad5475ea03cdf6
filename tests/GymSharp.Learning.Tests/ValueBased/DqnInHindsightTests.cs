using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Options;
using GymSharp.Learning.Views;
using GymSharp.Registration;
using GymSharp.Spaces;
using GymSharp.Vector;
using GymSharp.Wrappers;

namespace GymSharp.Learning.ValueBased;

/// <summary>The option <c>n_sampled_goal</c> of value learners.</summary>
public sealed class DqnInHindsightTests
{
    private static readonly DqnOptions Options = new()
    {
        Hidden = [64],
        LearningRate = 1e-3,
        BatchSize = 64,
        BufferSize = 10_000,
        LearningStarts = 200,
        Gamma = 0.95,
        TargetUpdateInterval = 200,
        GradientSteps = 2,
        ExplorationFraction = 0.3,
    };

    // By chance, 8 of 256 patterns are seen in an episode, and 1 in 32 goals is reached.
    private static readonly MakeOptions EightBits =
        new() { Arguments = new Dictionary<string, object?> { ["bits"] = 8 } };

    [Theory]
    [InlineData(4, 0.9, 1)]
    [InlineData(0, 0, 0.1)]
    public void Only_hindsight_learns_to_make_all_bits_right(int goals, double least, double most)
    {
        const long Steps = 4_000;
        using Dqn learner = Make(Options with { NSampledGoal = goals }, Steps);
        ValueLearners.Train(learner, Steps);
        using Env env = Gym.Make(ValueLearners.Bits, EightBits);
        Assert.InRange(Evaluator.Run(learner.Agent, env, 100, 7).SuccessRate!.Value, least, most);
    }

    [Fact]
    public void It_needs_goals()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ValueLearners.Make("CartPole-v1", Options with { NSampledGoal = 4 }, seed: 1, steps: 10));
        Assert.Contains("n_sampled_goal", error.Message, StringComparison.Ordinal);
        Assert.Contains("IGoalEnv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_goals_that_are_parts_of_observations()
    {
        Func<Env, Env>[] wrappers =
        [
            env => ((Env<DictValue, int>)env).FlattenObservation<sbyte, int>(),
            env => ((Env<DictValue, int>)env).FrameStackObservation(3),
        ];
        foreach (Func<Env, Env> wrapper in wrappers)
        {
            ArgumentException error =
                Assert.Throws<ArgumentException>(() => Make(Options with { NSampledGoal = 4 }, 10, wrapper));
            Assert.Contains("'achieved_goal'", error.Message, StringComparison.Ordinal);
            Assert.Contains("flatten or stack", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dqn", "n_step", 3, "n_step=1")]
    [InlineData("qr-dqn", "prioritized", true, "prioritized=false")]
    public void What_does_not_combine_is_said(string algorithm, string name, object value, string mending)
    {
        KeyValuePair<string, object?>[] given = [new("n_sampled_goal", 4), new(name, value)];
        ArgumentException error = Assert.Throws<ArgumentException>(() => algorithm == "dqn"
            ? (ValueOptions)OptionBinder.Bind<DqnOptions>(given)
            : OptionBinder.Bind<QrDqnOptions>(given));
        Assert.Contains("n_sampled_goal", error.Message, StringComparison.Ordinal);
        Assert.Contains(mending, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rainbow_says_both()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => OptionBinder.Bind<RainbowOptions>([new("n_sampled_goal", 1)]));
        Assert.Contains("n_step=1", error.Message, StringComparison.Ordinal);
        Assert.Contains("prioritized=false", error.Message, StringComparison.Ordinal);
    }

    private static Dqn Make(DqnOptions options, long steps, params Func<Env, Env>[] wrappers) => new(
        new TrainingEnv(Gym.MakeVec(ValueLearners.Bits, 1, new MakeVecOptions
        {
            Autoreset = AutoresetMode.SameStep,
            Mode = VectorizationMode.Sync,
            Make = EightBits,
            Wrappers = wrappers,
        })),
        options,
        new LearnerSetup(1, steps) { Threads = 1 });
}
