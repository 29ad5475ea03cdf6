using GymSharp.Learning.Options;

namespace GymSharp.Learning.ValueBased;

/// <summary>Options of DQN; the defaults are Stable-Baselines3's.</summary>
public sealed record DqnOptions : ValueOptions
{
    /// <summary>How far a value is from its target.</summary>
    /// <value>The default is huber.</value>
    [Option("huber or mse")]
    public ValueLoss Loss { get; init; }

    internal override ActionValueModel CreateModel() => new ExpectedValues(Loss);
}
