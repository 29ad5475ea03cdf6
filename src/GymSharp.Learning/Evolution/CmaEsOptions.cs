using GymSharp.Learning.Options;
using GymSharp.Learning.PolicyGradient;

namespace GymSharp.Learning.Evolution;

/// <summary>
/// Options of <see cref="CmaEs"/>; what is left out follows from the number of weights, as Hansen has it.
/// </summary>
public sealed record CmaEsOptions : PolicyOptions
{
    /// <summary>Makes the defaults: a linear policy, of pictures as well.</summary>
    public CmaEsOptions()
    {
        Hidden = [];
        Convolutions = false;
    }

    /// <summary>λ: policies tried per generation; null for 4 + ⌊3 ln n⌋ with n weights.</summary>
    /// <value>The default is null.</value>
    [Option("policies tried per generation; 4 + 3 ln(weights) when left out", Least = 4, Most = 100_000)]
    public int? Population { get; init; }

    /// <summary>σ: step size at first.</summary>
    /// <value>The default is 0.5.</value>
    [Option("step size at first", Above = 0, Most = 1000)]
    public double Sigma { get; init; } = 0.5;

    /// <summary>Episodes that each policy is tried for.</summary>
    /// <value>The default is 1.</value>
    [Option("episodes that each policy is tried for", Least = 1, Most = 10_000)]
    public int Episodes { get; init; } = 1;

    /// <summary>Whether only the variance of each weight is learned, not how weights go together.</summary>
    /// <value>The default is null: yes beyond 1,000 weights.</value>
    [Option("learn variances only, not covariances; when left out: beyond 1,000 weights")]
    public bool? Separable { get; init; }
}
