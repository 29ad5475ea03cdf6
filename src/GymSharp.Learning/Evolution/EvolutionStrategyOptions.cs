using GymSharp.Learning.Options;
using GymSharp.Learning.PolicyGradient;

namespace GymSharp.Learning.Evolution;

/// <summary>Options of <see cref="EvolutionStrategy"/>.</summary>
public sealed record EvolutionStrategyOptions : PolicyOptions, IValidatedOptions
{
    /// <summary>Makes the defaults.</summary>
    public EvolutionStrategyOptions() => Envs = 8;

    /// <summary>Policies tried per generation, an even number: each change is tried in both directions.</summary>
    /// <value>The default is 32.</value>
    [Option("policies tried per generation, an even number", Least = 2, Most = 100_000)]
    public int Population { get; init; } = 32;

    /// <summary>σ: standard deviation of the changes.</summary>
    /// <value>The default is 0.05.</value>
    [Option("standard deviation of the changes", Above = 0)]
    public double Sigma { get; init; } = 0.05;

    /// <summary>Step size of Adam.</summary>
    /// <value>The default is 0.02.</value>
    [Option("step size of Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 0.02;

    /// <summary>Pull of the weights towards 0.</summary>
    /// <value>The default is 0.005.</value>
    [Option("pull of the weights towards 0", Least = 0, Most = 1)]
    public double WeightDecay { get; init; } = 0.005;

    /// <inheritdoc/>
    public IEnumerable<string> Errors()
    {
        if (Population % 2 != 0)
        {
            yield return $"The option 'population' is {Population}, but each change is tried in both directions. "
                + $"Make it even, for example {Population + 1}.";
        }
    }
}
