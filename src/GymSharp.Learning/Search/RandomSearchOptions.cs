using GymSharp.Learning.Options;

namespace GymSharp.Learning.Search;

/// <summary>Options of random search.</summary>
public sealed record RandomSearchOptions
{
    /// <summary>Weights are drawn evenly from -scale to scale.</summary>
    /// <value>The default is 1.</value>
    [Option("weights are drawn evenly from -scale to scale", Above = 0)]
    public double Scale { get; init; } = 1;

    /// <summary>Episodes that each candidate plays.</summary>
    /// <value>The default is 5.</value>
    [Option("episodes that each candidate plays", Least = 1)]
    public int Episodes { get; init; } = 5;

    /// <summary>Episodes that a candidate plays before it replaces the best one.</summary>
    /// <value>The default is 100.</value>
    [Option("episodes that confirm a candidate before it replaces the best", Least = 1)]
    public int ConfirmEpisodes { get; init; } = 100;

    /// <summary>A confirmed mean return that ends the search, or null to use all steps.</summary>
    /// <value>The default is null.</value>
    [Option("a confirmed mean return that ends the search")]
    public double? StopAtReturn { get; init; }
}
