namespace GymSharp.Neural.Optimization;

/// <summary>Options of <see cref="Adam"/> and <see cref="AdamW"/>; the defaults are PyTorch's for Adam.</summary>
public sealed record AdamOptions
{
    /// <summary>Step size, at least 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Decay of the mean of gradients, 0 to below 1.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients, 0 to below 1.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the mean square, above 0.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>
    /// At least 0. Adam adds it, times the parameter, to the gradient; AdamW shrinks the parameter by it, times the
    /// step size.
    /// </summary>
    public double WeightDecay { get; init; }
}
