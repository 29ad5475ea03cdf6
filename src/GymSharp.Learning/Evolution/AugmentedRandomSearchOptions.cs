using GymSharp.Learning.Options;
using GymSharp.Learning.PolicyGradient;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// Options of <see cref="AugmentedRandomSearch"/>; the defaults are those of Stable-Baselines3-contrib: version 1 of
/// the paper, and version 2 with <see cref="PolicyOptions.Normalize"/>.
/// </summary>
public sealed record AugmentedRandomSearchOptions : PolicyOptions, IValidatedOptions
{
    /// <summary>Makes the defaults: a linear policy, of pictures as well.</summary>
    public AugmentedRandomSearchOptions()
    {
        Hidden = [];
        Convolutions = false;
    }

    /// <summary>N: directions tried per update, each forwards and backwards.</summary>
    /// <value>The default is 8.</value>
    [Option("directions tried per update", Least = 1, Most = 100_000)]
    public int Directions { get; init; } = 8;

    /// <summary>b: the best directions, of which an update is made; null for all.</summary>
    /// <value>The default is null.</value>
    [Option("best directions, of which an update is made; all when left out", Least = 1, Most = 100_000)]
    public int? Top { get; init; }

    /// <summary>α: step size.</summary>
    /// <value>The default is 0.02.</value>
    [Option("step size", Least = 0, Most = 100)]
    public OptionSchedule LearningRate { get; init; } = 0.02;

    /// <summary>ν: standard deviation of the changes that are tried.</summary>
    /// <value>The default is 0.05.</value>
    [Option("standard deviation of the changes, may be a schedule", Least = 0)]
    public OptionSchedule Sigma { get; init; } = 0.05;

    /// <summary>Episodes that each change is tried for.</summary>
    /// <value>The default is 1.</value>
    [Option("episodes that each change is tried for", Least = 1, Most = 10_000)]
    public int Episodes { get; init; } = 1;

    /// <summary>
    /// Whether all weights begin at 0, as in the paper; not for networks with hidden layers or convolutions.
    /// </summary>
    /// <value>The default is null: yes where the policy is linear.</value>
    [Option("all weights begin at 0; when left out: where the policy is linear")]
    public bool? ZeroWeights { get; init; }

    /// <summary>
    /// Added to every reward while learning: minus the bonus that a task pays for every step survived.
    /// </summary>
    /// <value>The default is 0.</value>
    [Option("added to every reward while learning")]
    public double AliveBonusOffset { get; init; }

    /// <inheritdoc/>
    public IEnumerable<string> Errors()
    {
        if (Top > Directions)
        {
            yield return $"The option 'top' is {Top}, but only {Directions} directions are tried. "
                + $"Make it {Directions} or less, or raise 'directions'.";
        }

        if (ZeroWeights == true && (Hidden.Length > 0 || Convolutions))
        {
            yield return "The option 'zero_weights' is for linear policies: behind a layer of zeros no change of a "
                + "single layer shows. Leave it out, or make 'hidden' empty and 'convolutions' false.";
        }
    }
}
