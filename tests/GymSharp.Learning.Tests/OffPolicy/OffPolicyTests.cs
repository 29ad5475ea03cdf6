using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Options;
using GymSharp.Learning.Replay;
using GymSharp.Learning.ValueBased;
using GymSharp.Neural;

namespace GymSharp.Learning.OffPolicy;

public sealed class OffPolicyTests
{
    private const string Pendulum = "Pendulum-v1";

    public static TheoryData<string, OffPolicyOptions> All => OffPolicyLearners.All;

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_learns_the_same_with_any_number_of_threads(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        byte[][] results = [.. ((int[])[1, 2, 4]).Select(threads =>
        {
            using ILearner learner = OffPolicyLearners.Make(Pendulum, options, seed: 5, steps: 500, threads);
            ValueLearners.Train(learner, 500);
            return ValueLearners.Saved(learner);
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_restored_learner_goes_on_bit_for_bit(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        using ILearner whole = OffPolicyLearners.Make(Pendulum, options, seed: 5, steps: 900);
        using ILearner first = OffPolicyLearners.Make(Pendulum, options, seed: 5, steps: 900);
        ValueLearners.Train(first, 390);
        using ILearner second = OffPolicyLearners.Make(Pendulum, options, seed: 99, steps: 900);
        ValueLearners.Restore(second, ValueLearners.Saved(first));
        ValueLearners.Train(second, 900);
        ValueLearners.Train(whole, 900);
        Assert.Equal(ValueLearners.Saved(whole), ValueLearners.Saved(second));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Updates_allocate_nothing(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        using ILearner learner = OffPolicyLearners.Make(Pendulum, options, seed: 5, steps: 100_000);
        ValueLearners.Train(learner, 200);
        Action update = OffPolicyLearners.UpdateOf(learner);
        for (int i = 0; i < 100; i++)
        {
            update();
        }

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                update();
            }
        }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Acting_and_remembering_allocate_nothing(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        using ILearner learner = OffPolicyLearners.Make(Pendulum, options with { GradientSteps = 0, LearningStarts = 0 }, seed: 5, steps: 100_000);
        using IEnumerator<LearningReport> reports = learner.Learn().GetEnumerator();
        long least = Allocations.Of(() => Assert.True(reports.MoveNext()), windows: 8);

        // Resets and the report of 200 steps; one object per step would be 4,800 bytes.
        Assert.InRange(least, 0, 3_500);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.4, 0.025, 0.055)]
    [InlineData(1, 0.08, 0.12)]
    public void Some_actions_are_drawn_uniformly_where_that_is_asked_for(double share, double least, double most)
    {
        // First weights never push that hard; a tenth of the actions drawn uniformly does.
        DdpgOptions options = OffPolicyLearners.Small(new DdpgOptions
        {
            RandomExploration = share,
            ActionNoise = ActionNoiseKind.None,
            GradientSteps = 0,
        }) with
        { LearningStarts = 0, BufferSize = 3_000, BatchSize = 3_000 };
        using ILearner learner = OffPolicyLearners.Make(Pendulum, options, seed: 5, steps: 3_000);
        ValueLearners.Train(learner, 3_000);
        double large = RunOf(learner).Draw().Actions.ToArray().Average(action => Math.Abs(action) > 0.9 ? 1.0 : 0);
        Assert.InRange(large, least, most);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Actions_leave_neither_memory_nor_environment_bounds(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        using ILearner learner = OffPolicyLearners.Make(Pendulum, options with { NoiseStd = 3 }, seed: 5, steps: 1_000);
        ValueLearners.Train(learner, 400);
        OffPolicyRun run = RunOf(learner);
        TransitionBatch batch = run.Draw();
        foreach (float action in batch.Actions)
        {
            Assert.InRange(action, -1, 1);
        }

        using Env env = Gym.Make(Pendulum);
        EvaluationResult once = Evaluator.Run(learner.Agent, env, 2, 7);
        Assert.Equal(once, Evaluator.Run(learner.Agent, env, 2, 7));
    }

    [Fact]
    public void The_value_after_a_time_limit_counts_and_that_after_an_end_does_not()
    {
        using ILearner limited = OffPolicyLearners.Make(
            Pendulum, OffPolicyLearners.Small(new SacOptions { LearningStarts = 10_000 }), seed: 5, steps: 5_000);
        ValueLearners.Train(limited, 600);
        using ILearner ending = OffPolicyLearners.Make(
            "LunarLanderContinuous-v3", OffPolicyLearners.Small(new Td3Options { LearningStarts = 10_000 }), seed: 5, steps: 5_000);
        ValueLearners.Train(ending, 600);
        HashSet<float> never = [];
        HashSet<float> sometimes = [];
        for (int i = 0; i < 100; i++)
        {
            never.UnionWith(RunOf(limited).Draw().Discounts.ToArray());
            sometimes.UnionWith(RunOf(ending).Draw().Discounts.ToArray());
        }

        Assert.Equal([0.99f], never);
        Assert.Equal([0, 0.99f], sometimes.Order());
    }

    [Fact]
    public void What_is_remembered_is_scaled_when_it_is_drawn()
    {
        using ILearner learner = OffPolicyLearners.Make(
            Pendulum, OffPolicyLearners.Small(new SacOptions { Normalize = true, LearningStarts = 10_000 }) with { BatchSize = 500 },
            seed: 5, steps: 5_000);
        ValueLearners.Train(learner, 600);
        TransitionBatch batch = RunOf(learner).Draw();
        double[] speeds = [.. Enumerable.Range(0, 500).Select(row => (double)batch.Observations[(row * 3) + 2])];
        double mean = speeds.Average();
        Assert.Equal(0, mean, 0.3);
        Assert.Equal(1, speeds.Average(speed => Math.Pow(speed - mean, 2)), 0.3);

        // Rewards keep their sign and are divided by the deviation of some hundred discounted ones.
        Assert.All(batch.Rewards.ToArray(), reward => Assert.InRange(reward, -2, 0));
    }

    [Fact]
    public void A_learned_temperature_falls_while_there_is_more_entropy_than_aimed_at()
    {
        SacOptions options = OffPolicyLearners.Small(new SacOptions { LearningRate = 0.01, TargetEntropy = "-1" });
        using Temperature temperature = new(options, 2);
        Assert.Equal(1, temperature.Value);
        temperature.Learn([-0.5f, -1.5f], 0.01);

        // The entropy is 1 and -1 is enough: the gradient of log α is 2, and the first step of Adam is the step size.
        Assert.Equal(Math.Exp(-0.01), temperature.Value, 1e-6);
        temperature.Learn([9, 9], 0.5);
        Assert.True(temperature.Value > 1);
        using Temperature constant = new(options with { EntCoef = "0.25" }, 2);
        constant.Learn([9, 9], 0.5);
        Assert.Equal(0.25f, constant.Value);
    }

    [Fact]
    public void The_largest_quantiles_are_left_out()
    {
        float[] numbers = [3, 9, -1, 7, 7, 2, 8];
        Truncation.KeepSmallest(numbers, 4);
        Assert.Equal([-1, 2, 3, 7], numbers[..4].Order());
    }

    [Fact]
    public void Noise_that_wanders_follows_its_formula_and_begins_anew()
    {
        OrnsteinUhlenbeckNoise noise = new(deviation: 0.5, envs: 2, size: 1);
        Randomness.Rng rng = new(3);
        Randomness.Rng twin = new(3);
        double first = 0;
        for (int step = 0; step < 50; step++)
        {
            float[] actions = new float[2];
            noise.AddTo(actions, rng);
            first += (0.15 * (0 - first) * 0.01) + (0.5 * 0.1 * twin.StandardNormal());
            _ = twin.StandardNormal();
            Assert.Equal(Math.Clamp(first, -1, 1), actions[0], 1e-6);
        }

        noise.Reset(0);
        float[] after = new float[2];
        noise.AddTo(after, rng);
        Assert.Equal(0.05 * twin.StandardNormal(), after[0], 1e-6);
        Assert.InRange(Math.Abs(after[1]), 1e-6, 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Metrics_come_as_soon_as_there_are_updates(string name, OffPolicyOptions options)
    {
        using ILearner learner = OffPolicyLearners.Make(
            Pendulum, options with { LearningStarts = 300 * options.Envs }, seed: 5, steps: 20_000);
        List<LearningReport> reports =
        [
            .. learner.Learn().Take(2).Select(report => report with { Metrics = [.. report.Metrics] }),
        ];
        Assert.Equal(["learning_rate", "buffer"], reports[0].Metrics.Select(metric => metric.Key));
        string[] expected = ["learning_rate", "buffer", "critic_loss", "actor_loss", "mean_q", "entropy", "ent_coef"];
        Assert.Equal(
            name.StartsWith('s') || name.StartsWith("tq", StringComparison.Ordinal) ? expected : expected[..5],
            reports[1].Metrics.Select(metric => metric.Key));
        Assert.All(reports[1].Metrics, metric => Assert.True(double.IsFinite(metric.Value), metric.Key));
        Assert.True(reports[1].Updates > 0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_number_that_is_no_longer_finite_is_reported_at_once(string name, OffPolicyOptions options)
    {
        Assert.NotEmpty(name);
        using ILearner learner = OffPolicyLearners.Make(Pendulum, options with { LearningStarts = 300 * options.Envs }, seed: 5, steps: 20_000);
        using IEnumerator<LearningReport> reports = learner.Learn().GetEnumerator();
        reports.MoveNext();
        ParameterSet critic = ((IHasNetworks)learner).Networks["critic"];
        critic.Parameters.Single(parameter => parameter.Name == "qf0.4.bias").In(critic)[0] = float.NaN;
        critic.MarkChanged();
        reports.MoveNext();
        Assert.InRange(reports.Current.Steps, 300 * options.Envs, 320 * options.Envs);
        Assert.Contains(reports.Current.Metrics, metric => !double.IsFinite(metric.Value));
    }

    [Theory]
    [InlineData("CartPole-v1", "Use dqn for Discrete")]
    [InlineData("FrozenLake-v1", "Use dqn for Discrete")]
    public void Actions_that_are_no_numbers_are_refused(string env, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => OffPolicyLearners.Make(env, new SacOptions(), seed: 1, steps: 10));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hidden", "[]", "at least one layer")]
    [InlineData("buffer_size", 2L, "at least 2 per environment")]
    [InlineData("ent_coef", "warm", "'ent_coef' must be a number")]
    [InlineData("ent_coef", "auto_0", "'ent_coef' must be a number")]
    [InlineData("ent_coef", -0.5, "'ent_coef' must be a number")]
    [InlineData("target_entropy", "all", "'target_entropy' must be a number or auto")]
    [InlineData("top_quantiles_to_drop_per_net", 25L, "must be below 'n_quantiles', 25")]
    [InlineData("tau", 0L, "'tau' must be above 0")]
    [InlineData("gradient_steps", -2L, "'gradient_steps' must be at least -1")]
    [InlineData("action_noise", "pink", "none, normal, ornstein_uhlenbeck")]
    public void Wrong_options_are_told(string option, object value, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => OptionBinder.Bind<TqcOptions>([new(option, value), new("envs", 4L)]));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private static OffPolicyRun RunOf(ILearner learner) => learner switch
    {
        Ddpg ddpg => ddpg.Run,
        Td3 td3 => td3.Run,
        Sac sac => sac.Run,
        Tqc tqc => tqc.Run,
        _ => throw new ArgumentOutOfRangeException(nameof(learner)),
    };
}
