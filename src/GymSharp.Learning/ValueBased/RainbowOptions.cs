using GymSharp.Learning.Options;

namespace GymSharp.Learning.ValueBased;

/// <summary>Options of Rainbow; the defaults are those of Hessel et al. (2018) for Atari games.</summary>
public sealed record RainbowOptions : ValueOptions
{
    /// <summary>Takes the defaults.</summary>
    public RainbowOptions()
    {
        LearningRate = 6.25e-5;
        LearningStarts = 20_000;
        TargetUpdateInterval = 8_000;
        MaxGradientNorm = null;
        OptimizerEpsilon = 1.5e-4;
        Double = true;
        Dueling = true;
        Prioritized = true;
        PriorityAlpha = 0.5;
        NStep = 3;
        Noisy = true;
    }

    /// <inheritdoc cref="C51Options.Atoms"/>
    [Option("returns that a distribution gives probabilities to", Least = 2)]
    public int Atoms { get; init; } = 51;

    /// <inheritdoc cref="C51Options.ValueMin"/>
    [Option("lowest return")]
    public double ValueMin { get; init; } = -10;

    /// <inheritdoc cref="C51Options.ValueMax"/>
    [Option("highest return")]
    public double ValueMax { get; init; } = 10;

    /// <inheritdoc/>
    public override IEnumerable<string> Errors() =>
        [.. base.Errors(), .. CategoricalValues.RangeErrors(ValueMin, ValueMax)];

    internal override ActionValueModel CreateModel() => new CategoricalValues(Atoms, ValueMin, ValueMax);
}
