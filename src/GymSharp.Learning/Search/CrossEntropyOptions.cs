using GymSharp.Learning.Options;

namespace GymSharp.Learning.Search;

/// <summary>Options of the cross-entropy method.</summary>
public sealed record CrossEntropyOptions
{
    /// <summary>Candidates per generation.</summary>
    /// <value>The default is 40.</value>
    [Option("candidates per generation", Least = 2)]
    public int Population { get; init; } = 40;

    /// <summary>Share of the candidates that the next generation is fitted to.</summary>
    /// <value>The default is 0.2.</value>
    [Option("share of the candidates that the next generation is fitted to", Above = 0, Most = 1)]
    public double EliteFraction { get; init; } = 0.2;

    /// <summary>Standard deviation of the first generation.</summary>
    /// <value>The default is 1.</value>
    [Option("standard deviation of the first generation", Above = 0)]
    public double InitialDeviation { get; init; } = 1;

    /// <summary>Variance added to each generation at first; it falls to 0 over the noise generations.</summary>
    /// <value>The default is 0.25.</value>
    [Option("variance added at first", Least = 0)]
    public double ExtraVariance { get; init; } = 0.25;

    /// <summary>Generations over which the added variance falls to 0.</summary>
    /// <value>The default is 20.</value>
    [Option("generations over which the added variance falls to 0", Least = 1)]
    public int NoiseGenerations { get; init; } = 20;

    /// <summary>Episodes that each candidate plays.</summary>
    /// <value>The default is 3.</value>
    [Option("episodes that each candidate plays", Least = 1)]
    public int Episodes { get; init; } = 3;

    /// <summary>
    /// A mean return of the fitted mean over ten times as many episodes that ends the search, or null.
    /// </summary>
    /// <value>The default is null.</value>
    [Option("a mean return that ends the search")]
    public double? StopAtReturn { get; init; }
}
