using GymSharp.Learning.Options;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Options of <see cref="Td3"/>; the defaults are Stable-Baselines3's.</summary>
public sealed record Td3Options : DeterministicOptions
{
    /// <summary>Number of critics, of which the lowest counts.</summary>
    /// <value>The default is 2.</value>
    [Option("critics, of which the lowest counts", Least = 1, Most = 64)]
    public int NCritics { get; init; } = 2;

    /// <summary>Updates of the critics per update of the actor and of the target networks.</summary>
    /// <value>The default is 2.</value>
    [Option("updates of the critics per update of actor and target networks", Least = 1)]
    public int PolicyDelay { get; init; } = 2;

    /// <summary>Standard deviation of the noise on the target network's actions.</summary>
    /// <value>The default is 0.2.</value>
    [Option("standard deviation of the noise on the target network's actions", Least = 0)]
    public double TargetPolicyNoise { get; init; } = 0.2;

    /// <summary>Largest noise on the target network's actions.</summary>
    /// <value>The default is 0.5.</value>
    [Option("largest noise on the target network's actions", Least = 0)]
    public double TargetNoiseClip { get; init; } = 0.5;
}
