namespace GymSharp.Neural.Optimization;

/// <summary>Options of <see cref="Sgd"/>; the defaults are PyTorch's.</summary>
public sealed record SgdOptions
{
    /// <summary>Step size, at least 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Share of the last step that is taken again, 0 (off) to below 1.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether to look ahead along the momentum; Nesterov (1983).</summary>
    public bool Nesterov { get; init; }

    /// <summary>Added to the gradient per parameter value, at least 0.</summary>
    public double WeightDecay { get; init; }
}
