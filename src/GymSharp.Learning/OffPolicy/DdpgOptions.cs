namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Options of <see cref="Ddpg"/>; the defaults are Stable-Baselines3's, and the zoo's for the noise.
/// </summary>
public sealed record DdpgOptions : OffPolicyOptions
{
    /// <summary>Takes the defaults.</summary>
    public DdpgOptions()
    {
        LearningRate = 1e-3;
        Hidden = [400, 300];
        ActionNoise = ActionNoiseKind.Normal;
    }
}
