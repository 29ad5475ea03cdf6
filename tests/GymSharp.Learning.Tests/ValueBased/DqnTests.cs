using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Options;

namespace GymSharp.Learning.ValueBased;

public sealed class DqnTests
{
    private static readonly DqnOptions Small = new()
    {
        Hidden = [16],
        BatchSize = 8,
        BufferSize = 500,
        LearningStarts = 20,
        TargetUpdateInterval = 40,
        LearningRate = 1e-3,
    };

    public static TheoryData<string, ValueOptions> Descendants => new()
    {
        { "dqn", Small with { TrainFrequency = 16, GradientSteps = 8, Envs = 2 } },
        { "double dueling", Small with { ScaleObservations = true, Double = true, Dueling = true, NStep = 3, Hidden = [16, 16] } },
        { "prioritized", Small with { NormalizeObservations = true, Prioritized = true, Envs = 3, Tau = 0.05, TargetUpdateInterval = 1 } },
        { "noisy", Small with { Noisy = true, GradientSteps = 4 } },
        { "normalized", Small with { NormalizeObservations = true, Envs = 2, TrainFrequency = 16, GradientSteps = 8 } },
        { "munchausen", Small with { Munchausen = 0.9, NStep = 2, Envs = 2, TrainFrequency = 16, GradientSteps = 8 } },
        { "qr-dqn", Like(new QrDqnOptions { Quantiles = 11 }) },
        { "c51", Like(new C51Options { Atoms = 13, ValueMin = 0, ValueMax = 100 }) },
        { "rainbow", Like(new RainbowOptions { Atoms = 13, ValueMin = 0, ValueMax = 100 }) },
    };

    // What looks back needs goals, which only one environment has.
    public static TheoryData<string, ValueOptions> All =>
    [
        .. Descendants,
        ("normalized hindsight", Small with { NormalizeObservations = true, NSampledGoal = 4, Envs = 2, TrainFrequency = 16 }),
        ("hindsight", Small with { NSampledGoal = 4, Envs = 2, TrainFrequency = 16, GradientSteps = 8 }),
    ];

    [Theory]
    [InlineData(false, 1, false, 0)]
    [InlineData(true, 1, false, 0)]
    [InlineData(true, 3, false, 0)]
    [InlineData(true, 3, true, 0)]
    [InlineData(false, 1, false, 0.9)]
    [InlineData(false, 3, false, 0.5)]
    public void It_is_what_loops_over_doubles_compute(bool useDouble, int nStep, bool normalize, double munchausen)
    {
        DqnOptions options = Small with
        {
            Double = useDouble,
            NStep = nStep,
            BufferSize = 10_000,
            TrainFrequency = 8,
            GradientSteps = 4,
            MaxGradientNorm = 0.5,
            LearningRate = OptionSchedule.Linear(1e-3),
            NormalizeObservations = normalize,
            Munchausen = munchausen,
        };
        using Dqn learner = ValueLearners.Make("CartPole-v1", options, seed: 3, steps: 400);
        using ScalarDqn twin = new(learner.Parameters, options, seed: 3, steps: 400);
        float[] first = learner.Parameters.Values.ToArray();
        ValueLearners.Train(learner, 400);
        for (int phase = 0; phase < 50; phase++)
        {
            twin.Phase();
        }

        // 192 updates apart; a step of Adam is about 1e-3, so a single wrong one would show.
        ReadOnlySpan<float> weights = learner.Parameters.Values;
        double moved = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            Assert.Equal(twin.Weights[i], weights[i], 2e-4);
            moved = Math.Max(moved, Math.Abs(weights[i] - first[i]));
        }

        Assert.InRange(moved, 0.02, 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_learns_the_same_with_any_number_of_threads(string name, ValueOptions options)
    {
        Assert.NotEmpty(name);
        byte[][] results = [.. ((int[])[1, 2, 4]).Select(threads =>
        {
            using Dqn learner = ValueLearners.Make(Suited("CartPole-v1", options), options, seed: 5, steps: 400, threads);
            ValueLearners.Train(learner, 400);
            return ValueLearners.Saved(learner);
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_restored_learner_goes_on_bit_for_bit(string name, ValueOptions options)
    {
        Assert.NotEmpty(name);
        using Dqn whole = ValueLearners.Make(Suited("CartPole-v1", options), options, seed: 5, steps: 900);
        using Dqn first = ValueLearners.Make(Suited("CartPole-v1", options), options, seed: 5, steps: 900);
        ValueLearners.Train(first, 350);
        using Dqn second = ValueLearners.Make(Suited("CartPole-v1", options), options, seed: 99, steps: 900);
        ValueLearners.Restore(second, ValueLearners.Saved(first));
        ValueLearners.Train(second, 900);
        ValueLearners.Train(whole, 900);
        Assert.Equal(ValueLearners.Saved(whole), ValueLearners.Saved(second));
    }

    [Fact]
    public void A_learner_restored_before_its_first_step_begins_as_a_new_one()
    {
        using Dqn whole = ValueLearners.Make("CartPole-v1", Small, seed: 5, steps: 100);
        using Dqn restored = ValueLearners.Make("CartPole-v1", Small, seed: 5, steps: 100);
        ValueLearners.Restore(restored, ValueLearners.Saved(whole));
        ValueLearners.Train(whole, 100);
        ValueLearners.Train(restored, 100);
        Assert.Equal(ValueLearners.Saved(whole), ValueLearners.Saved(restored));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Updates_allocate_nothing(string name, ValueOptions options)
    {
        Assert.NotEmpty(name);

        // The car does not leave the valley in so few steps, nor do all bits come right: episodes have one length,
        // whatever is learned, so reports and resets allocate alike. One object in each of some 9,600 updates would add
        // 230,000 bytes.
        string env = Suited("MountainCar-v0", options);
        using Dqn idle = ValueLearners.Make(env, options with { GradientSteps = 0 }, seed: 5, steps: 100_000);
        using Dqn busy = ValueLearners.Make(env, options with { GradientSteps = 64 }, seed: 5, steps: 100_000);
        long idleBytes = Measure(idle);
        Assert.InRange(Measure(busy) - idleBytes, -5_000, 5_000);

        static long Measure(Dqn learner)
        {
            using IEnumerator<LearningReport> reports = learner.Learn().GetEnumerator();
            int end = 0;
            Learn();
            return Allocations.Of(Learn, windows: 3);

            void Learn()
            {
                end += 600;
                while (reports.MoveNext() && reports.Current.Steps < end)
                {
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Descendants))]
    public void Every_descendant_finds_the_way_over_the_lake(string name, ValueOptions options)
    {
        Assert.NotEmpty(name);
        ValueOptions suited = options switch
        {
            C51Options c51 => c51 with { ValueMin = 0, ValueMax = 1 },
            RainbowOptions rainbow => rainbow with { ValueMin = 0, ValueMax = 1 },
            _ => options,
        };
        const long Steps = 8_000;
        suited = suited with
        {
            Hidden = [32],
            LearningRate = 2e-3,
            BatchSize = 32,
            TrainFrequency = 8,
            GradientSteps = 4,
            Envs = 2,
            BufferSize = 5_000,
            LearningStarts = 1_000,
            TargetUpdateInterval = 100,
            Tau = 1,
            Gamma = 0.9,
            ExplorationInitial = 1,
            ExplorationFinal = 0.1,
            ExplorationFraction = 0.7,
        };
        using Dqn learner = ValueLearners.Make(ValueLearners.Lake, suited, seed: 1, steps: Steps);
        ValueLearners.Train(learner, Steps);
        using Env env = Gym.Make(ValueLearners.Lake, ValueLearners.Arguments(ValueLearners.Lake));
        Assert.Equal(1, Evaluator.Run(learner.Agent, env, 3, 7).MeanReturn);
    }

    [Fact]
    public void Evaluation_is_without_noise_and_training_with_it()
    {
        using Dqn learner = ValueLearners.Make("CartPole-v1", Small with { Noisy = true }, seed: 5, steps: 400);
        ValueLearners.Train(learner, 200);
        using Env env = Gym.Make("CartPole-v1");
        EvaluationResult once = Evaluator.Run(learner.Agent, env, 5, 7);
        byte[] before = ValueLearners.Saved(learner);
        Assert.Equal(once, Evaluator.Run(learner.Agent, env, 5, 7));
        Assert.Equal(before, ValueLearners.Saved(learner));
        Assert.Contains(learner.Parameters.Parameters, parameter => parameter.Name == "head.1.weight_sigma");
        float[] deviations = learner.Parameters.Parameters.Single(parameter => parameter.Name == "head.1.weight_sigma")
            .In(learner.Parameters).ToArray();
        ValueLearners.Train(learner, 400);

        // Deviations have gradients only where noise was in the pass.
        Assert.NotEqual(
            deviations,
            learner.Parameters.Parameters.Single(parameter => parameter.Name == "head.1.weight_sigma")
                .In(learner.Parameters).ToArray());
    }

    [Fact]
    public void Metrics_come_as_soon_as_there_are_updates()
    {
        using Dqn learner = ValueLearners.Make("CartPole-v1", Small with { LearningStarts = 200 }, seed: 5, steps: 2_000);
        List<LearningReport> reports =
        [
            .. learner.Learn()
                .TakeWhile(report => report.Steps < 1_500)
                .Select(report => report with { Metrics = [.. report.Metrics] }),
        ];
        Assert.Contains(reports[0].Metrics, metric => metric is { Key: "buffer", Value: > 0 });
        Assert.DoesNotContain(reports[0].Metrics, metric => metric.Key == "loss");
        string[] names = [.. reports[^1].Metrics.Select(metric => metric.Key)];
        Assert.Equal(["loss", "mean_q", "td_error", "gradient_norm", "epsilon", "learning_rate", "buffer"], names);
        Assert.All(reports[^1].Metrics, metric => Assert.True(double.IsFinite(metric.Value), metric.Key));

        // Every reward is 1, so the average expected return has left 0 by then.
        Assert.True(reports[^1].Metrics[1].Value > 0.5);
    }

    [Fact]
    public void Actions_that_are_no_choice_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ValueLearners.Make("Pendulum-v1", Small, seed: 1, steps: 10));
        Assert.Contains("Use ppo", error.Message, StringComparison.Ordinal);
    }

    private static string Suited(string other, ValueOptions options) =>
        options.NSampledGoal > 0 ? ValueLearners.Bits : other;

    private static ValueOptions Like(ValueOptions options) => options with
    {
        Hidden = Small.Hidden,
        BatchSize = Small.BatchSize,
        BufferSize = Small.BufferSize,
        LearningStarts = Small.LearningStarts,
        TargetUpdateInterval = Small.TargetUpdateInterval,
        LearningRate = Small.LearningRate,
    };
}
