using GymSharp.Learning.Networks;
using GymSharp.Learning.Options;
using GymSharp.Neural;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options that all algorithms with a stochastic policy share.</summary>
public abstract record PolicyOptions : IVectorOptions
{
    /// <summary>Environments side by side.</summary>
    /// <value>The default is 1.</value>
    [Option("environments side by side", Least = 1, Most = 65536)]
    public int Envs { get; init; } = 1;

    /// <summary>γ: worth of the next step's value.</summary>
    /// <value>The default is 0.99.</value>
    [Option("discount γ", Least = 0, Most = 1)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>Whether observations and rewards are scaled by running statistics.</summary>
    /// <value>The default is no.</value>
    [Option("scale observations and rewards by running statistics")]
    public bool Normalize { get; init; }

    /// <summary>Whether observations alone are scaled by running statistics.</summary>
    /// <value>The default is no.</value>
    [Option("scale observations by running statistics, as normalize does, and leave rewards alone")]
    public bool NormalizeObservations { get; init; }

    /// <summary>Whether rewards alone are scaled by running statistics; what is reported stays as it is.</summary>
    /// <value>The default is no.</value>
    [Option("scale rewards by running statistics, as normalize does, and leave observations alone")]
    public bool NormalizeRewards { get; init; }

    /// <summary>Whether observations are scaled, for whichever reason.</summary>
    internal bool ScalesObservations => Normalize || NormalizeObservations;

    /// <summary>Whether rewards are scaled, for whichever reason.</summary>
    internal bool ScalesRewards => Normalize || NormalizeRewards;

    /// <summary>Widths of the hidden layers.</summary>
    /// <value>The default is 64, 64.</value>
    [Option("widths of the hidden layers", Least = 1, Most = 8192)]
    public int[] Hidden { get; init; } = [64, 64];

    /// <summary>
    /// Whether pictures go through convolutions, which have widths of their own; else through the hidden layers, as
    /// other observations do.
    /// </summary>
    /// <value>The default is yes.</value>
    [Option("pictures go through convolutions, else through the hidden layers")]
    public bool Convolutions { get; init; } = true;

    /// <summary>Which convolutions.</summary>
    /// <value>The default is auto.</value>
    [Option(PictureExtractor.Choice)]
    public PictureNetwork PictureNetwork { get; init; }

    /// <summary>Function after each hidden layer.</summary>
    /// <value>The default is tanh.</value>
    [Option("function after each hidden layer: tanh, relu, sigmoid or gelu")]
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>Whether actor and critic share their hidden layers.</summary>
    /// <value>The default is yes where there are convolutions, else no.</value>
    [Option("actor and critic share their hidden layers; when left out: where there are convolutions")]
    public bool? SharedNetwork { get; init; }

    /// <summary>Whether weights begin orthogonal; else as PyTorch's layers do.</summary>
    /// <value>The default is yes.</value>
    [Option("weights begin orthogonal")]
    public bool Orthogonal { get; init; } = true;

    /// <summary>First logarithm of the standard deviation of Box actions.</summary>
    /// <value>The default is 0.</value>
    [Option("first logarithm of the standard deviation of Box actions", Least = -20, Most = 2)]
    public double LogStdInitial { get; init; }

    /// <summary>Whether actions that the environment's <c>action_mask</c> forbids are never taken.</summary>
    /// <value>The default is yes.</value>
    [Option("never take actions that the environment's action_mask forbids")]
    public bool ActionMasks { get; init; } = true;
}
