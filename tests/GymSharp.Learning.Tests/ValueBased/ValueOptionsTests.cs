using GymSharp.Learning.Options;
using GymSharp.Neural;

namespace GymSharp.Learning.ValueBased;

public sealed class ValueOptionsTests
{
    [Fact]
    public void The_share_of_random_actions_falls_in_a_straight_line_and_stays()
    {
        DqnOptions options = new() { ExplorationInitial = 0.9, ExplorationFinal = 0.1, ExplorationFraction = 0.5 };
        Assert.Equal(0.9, options.Epsilon(0), 12);
        Assert.Equal(0.5, options.Epsilon(0.25), 12);
        Assert.Equal(0.1, options.Epsilon(0.5), 12);
        Assert.Equal(0.1, options.Epsilon(1), 12);
        Assert.Equal(0.1, (options with { ExplorationFraction = 0 }).Epsilon(0), 12);
    }

    [Fact]
    public void Defaults_are_the_published_ones()
    {
        DqnOptions dqn = new();
        Assert.Equal(
            (1e-4, 1_000_000, 100, 32, 1.0, 0.99, 4, 1, 10_000, 0.1, 1.0, 0.05, 10.0),
            (dqn.LearningRate.At(0), dqn.BufferSize, dqn.LearningStarts, dqn.BatchSize, dqn.Tau, dqn.Gamma, dqn.TrainFrequency,
                dqn.GradientSteps, dqn.TargetUpdateInterval, dqn.ExplorationFraction, dqn.ExplorationInitial,
                dqn.ExplorationFinal, dqn.MaxGradientNorm));
        QrDqnOptions quantiles = new();
        Assert.Equal(
            (5e-5, 200, 0.005, 0.01, null, 0.01 / 32),
            (quantiles.LearningRate.At(0), quantiles.Quantiles, quantiles.ExplorationFraction, quantiles.ExplorationFinal,
                quantiles.MaxGradientNorm, quantiles.OptimizerEpsilon));
        C51Options categorical = new();
        Assert.Equal(
            (2.5e-4, 51, -10.0, 10.0, 0.01 / 32),
            (categorical.LearningRate.At(0), categorical.Atoms, categorical.ValueMin, categorical.ValueMax,
                categorical.OptimizerEpsilon));
        RainbowOptions rainbow = new();
        Assert.Equal(
            (6.25e-5, 1.5e-4, true, (true, true, true), 0.5, 0.4, 1.0, 3, 8_000, 20_000, 0.0),
            (rainbow.LearningRate.At(0), rainbow.OptimizerEpsilon, rainbow.Double,
                (rainbow.Dueling, rainbow.Prioritized, rainbow.Noisy), rainbow.PriorityAlpha, rainbow.PriorityBeta.At(0), rainbow.PriorityBeta.At(1), rainbow.NStep,
                rainbow.TargetUpdateInterval, rainbow.LearningStarts, rainbow.Epsilon(0)));
    }

    [Fact]
    public void All_that_does_not_fit_is_said_at_once()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => OptionBinder.Bind<C51Options>(
        [
            new("batch_size", 0), new("envs", 9), new("buffer_size", 10), new("exploration_initial", 0.1),
            new("exploration_final", 0.2), new("value_min", 5), new("value_max", -5), new("optimizer", "magic"),
        ]));
        Assert.Contains("batch_size", error.Message, StringComparison.Ordinal);
        Assert.Contains("18", error.Message, StringComparison.Ordinal);
        Assert.Contains("exploration_final", error.Message, StringComparison.Ordinal);
        Assert.Contains("value_min", error.Message, StringComparison.Ordinal);
        Assert.Contains("adam, rms_prop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_network_of_a_beginners_tutorial_is_a_matter_of_options()
    {
        DqnOptions options = OptionBinder.Bind<DqnOptions>(Tutorial);
        using Dqn learner = ValueLearners.Make("CartPole-v1", options, seed: 1, steps: 2_000);
        int[][] shapes = [.. learner.Parameters.Parameters.Select(parameter => parameter.Shape.ToArray())];
        Assert.Equal([[4, 16], [16], [16, 32], [32], [32, 8], [8], [8, 2], [2]], shapes);
        Assert.Equal(OptimizerKind.RmsPropTf, options.Optimizer);
        Assert.Equal(Activation.Relu, options.Activation);
        ValueLearners.Train(learner, 2_000);
    }

    internal static IEnumerable<KeyValuePair<string, object?>> Tutorial =>
    [
        new("hidden", "16,32,8"), new("activation", "relu"), new("optimizer", "rms_prop_tf"), new("rms_decay", 0.9),
        new("optimizer_epsilon", 1e-7), new("learning_rate", 0.001), new("loss", "mse"), new("buffer_size", 30_000),
        new("train_frequency", 1), new("gradient_steps", 1), new("target_update_interval", 500),
    ];

    [Fact]
    public void Bounds_are_no_scale_of_what_is_scaled_already()
    {
        DqnOptions options = new() { ScaleObservations = true };
        Assert.Empty(options.Errors());
        Assert.StartsWith(
            "The options 'scale_observations' and 'normalize_observations' exclude each other",
            Assert.Single((options with { NormalizeObservations = true }).Errors()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_soft_maximum_has_no_use_for_a_second_opinion()
    {
        DqnOptions options = new() { Munchausen = 0.9 };
        Assert.Empty(options.Errors());
        Assert.StartsWith(
            "The options 'munchausen' and 'double' exclude each other",
            Assert.Single((options with { Double = true }).Errors()),
            StringComparison.Ordinal);
    }
}
