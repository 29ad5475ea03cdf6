using GymSharp.Learning.Options;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Options of <see cref="Trpo"/>; the defaults are those of Stable-Baselines3's contributions.</summary>
public sealed record TrpoOptions : ActorCriticOptions, IValidatedOptions
{
    /// <summary>KL divergence that an update may reach.</summary>
    /// <value>The default is 0.01.</value>
    [Option("KL divergence that an update may reach", Above = 0)]
    public double TargetKl { get; init; } = 0.01;

    /// <summary>Steps of the conjugate gradient method.</summary>
    /// <value>The default is 15.</value>
    [Option("steps of the conjugate gradient method", Least = 1, Most = 1000)]
    public int CgMaxSteps { get; init; } = 15;

    /// <summary>Multiple of the identity that is added to the Fisher matrix.</summary>
    /// <value>The default is 0.1.</value>
    [Option("multiple of the identity added to the Fisher matrix", Least = 0)]
    public double CgDamping { get; init; } = 0.1;

    /// <summary>Steps that the line search tries.</summary>
    /// <value>The default is 10.</value>
    [Option("steps that the line search tries", Least = 1, Most = 1000)]
    public int LineSearchSteps { get; init; } = 10;

    /// <summary>Factor from one try to the next.</summary>
    /// <value>The default is 0.8.</value>
    [Option("factor from one try of the line search to the next", Above = 0, Most = 1)]
    public double LineSearchShrink { get; init; } = 0.8;

    /// <summary>Passes of the critic over the samples.</summary>
    /// <value>The default is 10.</value>
    [Option("passes of the critic over the samples", Least = 0, Most = 1000)]
    public int CriticUpdates { get; init; } = 10;

    /// <summary>Samples per gradient step of the critic.</summary>
    /// <value>The default is 128.</value>
    [Option("samples per gradient step of the critic", Least = 1)]
    public int BatchSize { get; init; } = 128;

    /// <summary>Step size of the critic's Adam.</summary>
    /// <value>The default is 0.001.</value>
    [Option("step size of the critic's Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 1e-3;

    /// <summary>Whether advantages are shifted and scaled to mean 0 and deviation 1.</summary>
    /// <value>The default is yes.</value>
    [Option("scale the advantages to mean 0 and deviation 1")]
    public bool NormalizeAdvantage { get; init; } = true;

    /// <inheritdoc/>
    public IEnumerable<string> Errors()
    {
        if (SharedNetwork == true)
        {
            yield return "The option 'shared_network' is true, but TRPO steps actor and critic in different ways. "
                + "Leave it out.";
        }
    }
}
