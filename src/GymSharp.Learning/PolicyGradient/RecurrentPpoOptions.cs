using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="RecurrentPpo"/>; the defaults follow sb3-contrib.</summary>
public sealed record RecurrentPpoOptions : ActorCriticOptions, IValidatedOptions
{
    /// <summary>Makes the defaults.</summary>
    public RecurrentPpoOptions()
    {
        StepsPerUpdate = 128;
        Hidden = [64];
        Convolutions = false;
    }

    /// <summary>Numbers that each memory gives out.</summary>
    /// <value>The default is 64.</value>
    [Option("numbers that each LSTM gives out", Least = 1, Most = 4096)]
    public int LstmHidden { get; init; } = 64;

    /// <summary>Environments whose whole sequences make one gradient step.</summary>
    /// <value>The default is none: all of them.</value>
    [Option("environments whose sequences make one gradient step", Least = 1)]
    public int? EnvsPerBatch { get; init; }

    /// <summary>Passes over the sequences per update.</summary>
    /// <value>The default is 10.</value>
    [Option("passes over the sequences per update", Least = 1, Most = 1000)]
    public int Epochs { get; init; } = 10;

    /// <summary>Step size of Adam.</summary>
    /// <value>The default is 0.0003.</value>
    [Option("step size of Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 3e-4;

    /// <summary>ε: how far the ratio of probabilities may leave 1 before its gradient is cut off.</summary>
    /// <value>The default is 0.2.</value>
    [Option("how far the ratio of probabilities may leave 1", Least = 0, Most = 10)]
    public OptionSchedule ClipRange { get; init; } = 0.2;

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

    /// <inheritdoc/>
    public IEnumerable<string> Errors()
    {
        if (Gsde)
        {
            yield return "The option 'gsde' is true, but recurrent PPO explores by independent noise only. "
                + "Leave it out.";
        }

        if (Mirror)
        {
            yield return "The option 'mirror' is true, but what recurrent PPO remembers has no mirror image. "
                + "Leave it out.";
        }

        if (Convolutions)
        {
            yield return "The option 'convolutions' is true, but recurrent PPO reads pictures as rows of numbers. "
                + "Leave it out.";
        }

        if (SharedNetwork == true)
        {
            yield return "The option 'shared_network' is true, but actor and critic remember apart here. "
                + "Leave it out.";
        }
    }
}
