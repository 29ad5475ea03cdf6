using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="Ppo"/>; the defaults are those of Stable-Baselines3.</summary>
public sealed record PpoOptions : ActorCriticOptions
{
    /// <summary>Samples per gradient step; all samples where there are fewer.</summary>
    /// <value>The default is 64.</value>
    [Option("samples per gradient step", Least = 1)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Passes over the samples per update.</summary>
    /// <value>The default is 10.</value>
    [Option("passes over the samples per update", Least = 1, Most = 1000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Step size of Adam.</summary>
    /// <value>The default is 0.0003.</value>
    [Option("step size of Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 3e-4;

    /// <summary>ε: how far the ratio of probabilities may leave 1 before its gradient is cut off.</summary>
    /// <value>The default is 0.2.</value>
    [Option("how far the ratio of probabilities may leave 1", Least = 0, Most = 10)]
    public OptionSchedule ClipRange { get; init; } = 0.2;

    /// <summary>How far a value may leave its old one before its gradient is cut off.</summary>
    /// <value>The default is none: values are free.</value>
    [Option("how far a value may leave its old one", Above = 0)]
    public double? ValueClipRange { get; init; }

    /// <summary>Weight of the entropy, which keeps the policy exploring.</summary>
    /// <value>The default is 0.</value>
    [Option("weight of the entropy in the loss, may be a schedule", Least = 0, Most = 100)]
    public OptionSchedule EntropyCoefficient { get; init; } = 0;

    /// <summary>Weight of the critic's loss.</summary>
    /// <value>The default is 0.5.</value>
    [Option("weight of the critic's loss", Least = 0, Most = 100)]
    public double ValueCoefficient { get; init; } = 0.5;

    /// <summary>Norm to which longer gradients are scaled down.</summary>
    /// <value>The default is 0.5.</value>
    [Option("norm to which longer gradients are scaled down", Above = 0)]
    public double MaxGradientNorm { get; init; } = 0.5;

    /// <summary>KL divergence from the old policy; an update stops at 1.5 times this.</summary>
    /// <value>The default is none: an update makes all its passes.</value>
    [Option("KL divergence; an update stops at 1.5 times this", Above = 0)]
    public double? TargetKl { get; init; }

    /// <summary>Whether advantages are shifted and scaled to mean 0 and deviation 1 in each batch.</summary>
    /// <value>The default is yes.</value>
    [Option("scale the advantages of each batch to mean 0 and deviation 1")]
    public bool NormalizeAdvantage { get; init; } = true;
}
