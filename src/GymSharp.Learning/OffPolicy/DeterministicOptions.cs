using GymSharp.Learning.Options;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Options that DDPG and TD3 share, beside those of <see cref="OffPolicyOptions"/>; the defaults are
/// Stable-Baselines3's, and the zoo's for the noise.
/// </summary>
public abstract record DeterministicOptions : OffPolicyOptions
{
    /// <summary>Takes the defaults.</summary>
    protected DeterministicOptions()
    {
        LearningRate = 1e-3;
        Hidden = [400, 300];
        ActionNoise = ActionNoiseKind.Normal;
    }

    /// <summary>
    /// Cost of the actor's mean squared action, between -1 and 1, in its loss: it keeps actions away from their
    /// bounds, where their slope is lost; Andrychowicz et al. (2017), appendix A, have 1 for goals.
    /// </summary>
    /// <value>The default is 0.</value>
    [Option("cost of the actor's mean squared action", Least = 0)]
    public double ActionL2 { get; init; }
}
