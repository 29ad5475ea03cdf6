using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="Reinforce"/>.</summary>
public sealed record ReinforceOptions : PolicyOptions
{
    /// <summary>Whole episodes between two updates.</summary>
    /// <value>The default is 8.</value>
    [Option("whole episodes between two updates", Least = 1, Most = 100_000)]
    public int EpisodesPerUpdate { get; init; } = 8;

    /// <summary>Whether a learned value of the state is subtracted from the returns.</summary>
    /// <value>The default is yes.</value>
    [Option("subtract a learned value of the state from the returns")]
    public bool Baseline { get; init; } = true;

    /// <summary>Whether what is left is shifted and scaled to mean 0 and deviation 1 in each update.</summary>
    /// <value>The default is yes.</value>
    [Option("scale the weights of each update to mean 0 and deviation 1")]
    public bool NormalizeAdvantage { get; init; } = true;

    /// <summary>Step size of Adam.</summary>
    /// <value>The default is 0.003.</value>
    [Option("step size of Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 3e-3;

    /// <summary>Weight of the baseline's loss.</summary>
    /// <value>The default is 0.5.</value>
    [Option("weight of the baseline's loss", Least = 0, Most = 100)]
    public double ValueCoefficient { get; init; } = 0.5;

    /// <summary>Weight of the entropy, which keeps the policy exploring.</summary>
    /// <value>The default is 0.</value>
    [Option("weight of the entropy in the loss", Least = 0, Most = 100)]
    public double EntropyCoefficient { get; init; }

    /// <summary>Norm to which longer gradients are scaled down.</summary>
    /// <value>The default is 0.5.</value>
    [Option("norm to which longer gradients are scaled down", Above = 0)]
    public double MaxGradientNorm { get; init; } = 0.5;
}
