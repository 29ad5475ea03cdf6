using GymSharp.Learning.Options;

namespace GymSharp.Learning.Search;

/// <summary>Options of hill climbing.</summary>
public sealed record HillClimbingOptions
{
    /// <summary>Standard deviation of the first steps.</summary>
    /// <value>The default is 0.5.</value>
    [Option("standard deviation of the first steps", Above = 0)]
    public double Noise { get; init; } = 0.5;

    /// <summary>Smallest standard deviation.</summary>
    /// <value>The default is 0.001.</value>
    [Option("smallest standard deviation", Above = 0)]
    public double NoiseMin { get; init; } = 0.001;

    /// <summary>Largest standard deviation.</summary>
    /// <value>The default is 2.</value>
    [Option("largest standard deviation", Above = 0)]
    public double NoiseMax { get; init; } = 2;

    /// <summary>Episodes that each candidate plays.</summary>
    /// <value>The default is 10.</value>
    [Option("episodes that each candidate plays", Least = 1)]
    public int Episodes { get; init; } = 10;

    /// <summary>Episodes that confirm the best weights before they end the climb.</summary>
    /// <value>The default is 100.</value>
    [Option("episodes that confirm the best weights before they end the search", Least = 1)]
    public int ConfirmEpisodes { get; init; } = 100;

    /// <summary>A confirmed mean return that ends the climb, or null to use all steps.</summary>
    /// <value>The default is null.</value>
    [Option("a confirmed mean return that ends the search")]
    public double? StopAtReturn { get; init; }
}
