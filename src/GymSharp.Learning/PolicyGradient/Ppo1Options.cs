using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="Ppo1"/>; the defaults follow the paper's section 6.1.</summary>
public sealed record Ppo1Options : ActorCriticOptions
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

    /// <summary>KL divergence that an update should have; the penalty adapts to it.</summary>
    /// <value>The default is 0.01.</value>
    [Option("KL divergence that an update should have", Above = 0)]
    public double TargetKl { get; init; } = 0.01;

    /// <summary>β of the first update.</summary>
    /// <value>The default is 1.</value>
    [Option("weight of the KL divergence in the first update", Above = 0)]
    public double BetaInitial { get; init; } = 1;

    /// <summary>Weight of the entropy, which keeps the policy exploring.</summary>
    /// <value>The default is 0.</value>
    [Option("weight of the entropy in the loss", Least = 0, Most = 100)]
    public double EntropyCoefficient { get; init; }

    /// <summary>Weight of the critic's loss.</summary>
    /// <value>The default is 0.5.</value>
    [Option("weight of the critic's loss", Least = 0, Most = 100)]
    public double ValueCoefficient { get; init; } = 0.5;

    /// <summary>Norm to which longer gradients are scaled down.</summary>
    /// <value>The default is 0.5.</value>
    [Option("norm to which longer gradients are scaled down", Above = 0)]
    public double MaxGradientNorm { get; init; } = 0.5;

    /// <summary>Whether advantages are shifted and scaled to mean 0 and deviation 1 in each batch.</summary>
    /// <value>The default is yes.</value>
    [Option("scale the advantages of each batch to mean 0 and deviation 1")]
    public bool NormalizeAdvantage { get; init; } = true;
}
