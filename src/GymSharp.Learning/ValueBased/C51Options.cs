using GymSharp.Learning.Options;

namespace GymSharp.Learning.ValueBased;

/// <summary>Options of C51; the defaults are those of Bellemare et al. (2017) for Atari games.</summary>
public sealed record C51Options : ValueOptions
{
    /// <summary>Takes the defaults.</summary>
    public C51Options()
    {
        LearningRate = 2.5e-4;
        LearningStarts = 50_000;
        ExplorationFraction = 0.005;
        ExplorationFinal = 0.01;
        MaxGradientNorm = null;
        OptimizerEpsilon = 0.01 / 32;
    }

    /// <summary>Returns that a distribution gives probabilities to.</summary>
    /// <value>The default is 51.</value>
    [Option("returns that a distribution gives probabilities to", Least = 2)]
    public int Atoms { get; init; } = 51;

    /// <summary>The lowest of these returns.</summary>
    /// <value>The default is -10.</value>
    [Option("lowest return")]
    public double ValueMin { get; init; } = -10;

    /// <summary>The highest of these returns.</summary>
    /// <value>The default is 10.</value>
    [Option("highest return")]
    public double ValueMax { get; init; } = 10;

    /// <inheritdoc/>
    public override IEnumerable<string> Errors() =>
        [.. base.Errors(), .. CategoricalValues.RangeErrors(ValueMin, ValueMax)];

    internal override ActionValueModel CreateModel() => new CategoricalValues(Atoms, ValueMin, ValueMax);
}
