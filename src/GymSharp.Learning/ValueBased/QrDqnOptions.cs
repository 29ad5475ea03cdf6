using GymSharp.Learning.Options;

namespace GymSharp.Learning.ValueBased;

/// <summary>Options of QR-DQN; the defaults are Stable-Baselines3-Contrib's.</summary>
public sealed record QrDqnOptions : ValueOptions
{
    /// <summary>Takes the defaults.</summary>
    public QrDqnOptions()
    {
        LearningRate = 5e-5;
        ExplorationFraction = 0.005;
        ExplorationFinal = 0.01;
        MaxGradientNorm = null;
        OptimizerEpsilon = 0.01 / 32;
    }

    /// <summary>Quantiles per action.</summary>
    /// <value>The default is 200.</value>
    [Option("quantiles per action", Least = 1)]
    public int Quantiles { get; init; } = 200;

    /// <summary>κ: where the loss of a quantile turns from a square to a line.</summary>
    /// <value>The default is 1.</value>
    [Option("where the loss of a quantile turns from a square to a line", Above = 0)]
    public double Kappa { get; init; } = 1;

    internal override ActionValueModel CreateModel() => new QuantileValues(Quantiles, (float)Kappa);
}
