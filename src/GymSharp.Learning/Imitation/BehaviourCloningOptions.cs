using GymSharp.Learning.Options;
using GymSharp.Learning.PolicyGradient;

namespace GymSharp.Learning.Imitation;

/// <summary>Options of <see cref="BehaviourCloning"/>.</summary>
public sealed record BehaviourCloningOptions : PolicyOptions, IValidatedOptions
{
    /// <summary>A file of recorded steps, as <c>gymsharp rollout --output FILE</c> writes it.</summary>
    /// <value>There is no default.</value>
    [Option("file of recorded steps, from 'gymsharp rollout'")]
    public string? Data { get; init; }

    /// <summary>Samples per gradient step; all samples where there are fewer.</summary>
    /// <value>The default is 64.</value>
    [Option("samples per gradient step", Least = 1)]
    public int BatchSize { get; init; } = 64;

    /// <summary>Step size of Adam.</summary>
    /// <value>The default is 0.001.</value>
    [Option("step size of Adam", Least = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 1e-3;

    /// <summary>Weight of the entropy, which keeps the policy from being too sure.</summary>
    /// <value>The default is 0.001.</value>
    [Option("weight of the entropy in the loss", Least = 0, Most = 100)]
    public double EntropyCoefficient { get; init; } = 1e-3;

    /// <inheritdoc/>
    public IEnumerable<string> Errors()
    {
        if (string.IsNullOrEmpty(Data))
        {
            yield return "The option 'data' names no file. "
                + "Record one with 'gymsharp rollout ENV --policy RUN --output FILE' and give its path.";
        }
    }
}
