namespace GymSharp.Neural.Optimization;

/// <summary>Options of <see cref="RmsProp"/>; the defaults are PyTorch's.</summary>
public sealed record RmsPropOptions
{
    /// <summary>Step size, at least 0.</summary>
    public double LearningRate { get; init; } = 1e-2;

    /// <summary>Decay of the mean of squared gradients (α), 0 to below 1.</summary>
    public double Decay { get; init; } = 0.99;

    /// <summary>Keeps the divisor away from 0; above 0.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Share of the last step that is taken again, 0 (off) to below 1.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether to divide by the deviation from the mean gradient; Graves (2013).</summary>
    public bool Centered { get; init; }

    /// <summary>Added to the gradient per parameter value, at least 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Where epsilon stands and where the mean square starts.</summary>
    public RmsPropForm Form { get; init; }
}
