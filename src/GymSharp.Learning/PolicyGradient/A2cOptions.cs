using GymSharp.Learning.Options;
using GymSharp.Neural.Optimization;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="A2c"/>; the defaults are those of Stable-Baselines3.</summary>
public sealed record A2cOptions : ActorCriticOptions
{
    /// <summary>Makes the defaults.</summary>
    public A2cOptions()
    {
        StepsPerUpdate = 5;
        GaeLambda = 1;
    }

    /// <summary>Step size of the optimiser.</summary>
    /// <value>The default is 0.0007.</value>
    [Option("step size of the optimiser", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 7e-4;

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

    /// <summary>Whether advantages are shifted and scaled to mean 0 and deviation 1 in each update.</summary>
    /// <value>The default is no.</value>
    [Option("scale the advantages of each update to mean 0 and deviation 1")]
    public bool NormalizeAdvantage { get; init; }

    /// <summary>Whether RMSProp learns; else Adam.</summary>
    /// <value>The default is yes.</value>
    [Option("learn by RMSProp; else by Adam")]
    public bool RmsProp { get; init; } = true;

    /// <summary>Form of RMSProp.</summary>
    /// <value>The default is TensorFlow's, in which A2C was first written.</value>
    [Option("form of RMSProp: tensor_flow or torch")]
    public RmsPropForm RmsPropForm { get; init; } = RmsPropForm.TensorFlow;

    /// <summary>Share of the running mean of squared gradients that each step keeps.</summary>
    /// <value>The default is 0.99.</value>
    [Option("share of the squared gradients that RMSProp keeps", Least = 0, Most = 1)]
    public double RmsPropDecay { get; init; } = 0.99;

    /// <summary>ε of RMSProp.</summary>
    /// <value>The default is 0.00001.</value>
    [Option("ε of RMSProp", Above = 0)]
    public double RmsPropEpsilon { get; init; } = 1e-5;
}
