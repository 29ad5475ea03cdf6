using GymSharp.Learning.PolicyGradient;

namespace GymSharp.Learning.Advantages;

/// <summary>Generalised advantage estimation.</summary>
/// <remarks>
/// <para><c>A_t = δ_t + γ λ A_{t+1}</c> with <c>δ_t = r_t + γ V(s_{t+1}) − V(s_t)</c>; the critic's target is
/// <c>A_t + V(s_t)</c>. Schulman, Moritz, Levine, Jordan and Abbeel (2016), "High-Dimensional Continuous Control Using
/// Generalized Advantage Estimation", equations 11 to 16.</para>
/// <para>The only place where the two ends of an episode differ: after a termination nothing follows, so the next value
/// is 0; after a truncation the task goes on unseen, so the next value is that of the episode's last observation.
/// The sum stops at both.</para>
/// </remarks>
public static class GeneralizedAdvantage
{
    /// <summary>Writes <see cref="RolloutSamples.Advantages"/> and <see cref="RolloutSamples.Returns"/>.</summary>
    /// <param name="rollout">Rewards, ends and values.</param>
    /// <param name="gamma">γ, 0 to 1.</param>
    /// <param name="lambda">λ, 0 to 1.</param>
    public static void Compute(RolloutBuffer rollout, double gamma, double lambda)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        RolloutSamples samples = rollout.Samples;
        ReadOnlySpan<float> values = samples.Values;
        for (int env = 0; env < rollout.Envs; env++)
        {
            double advantage = 0;
            for (int t = rollout.Steps - 1; t >= 0; t--)
            {
                int i = (t * rollout.Envs) + env;
                bool ended = rollout.Terminated[i] || rollout.Truncated[i];
                double nextValue = rollout.Terminated[i] ? 0
                    : rollout.Truncated[i] ? rollout.FinalValues[i]
                    : t == rollout.Steps - 1 ? rollout.NextValues[env]
                    : values[i + rollout.Envs];
                double surprise = rollout.Rewards[i] + (gamma * nextValue) - values[i];
                advantage = surprise + (ended ? 0 : gamma * lambda * advantage);
                samples.Advantages[i] = (float)advantage;
                samples.Returns[i] = (float)(advantage + values[i]);
            }
        }
    }
}
