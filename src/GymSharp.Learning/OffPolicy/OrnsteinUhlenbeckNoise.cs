using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Noise that wanders and is drawn back to zero: <c>x ← x − θ x Δ + σ √Δ N(0, 1)</c>, as in Lillicrap et al. (2016),
/// "Continuous control with deep reinforcement learning", with Stable-Baselines3's θ = 0.15 and Δ = 0.01.
/// </summary>
/// <param name="deviation">σ.</param>
/// <param name="envs">Number of environments, each with noise of its own.</param>
/// <param name="size">Numbers in an action.</param>
internal sealed class OrnsteinUhlenbeckNoise(double deviation, int envs, int size) : ActionNoise
{
    private const double Theta = 0.15;
    private const double Interval = 0.01;

    private readonly double[] values = new double[envs * size];

    /// <inheritdoc/>
    public override void AddTo(Span<float> actions, Rng rng)
    {
        double scale = deviation * Math.Sqrt(Interval);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += (scale * rng.StandardNormal()) - (Theta * values[i] * Interval);
            actions[i] = Math.Clamp(actions[i] + (float)values[i], -1, 1);
        }
    }

    /// <inheritdoc/>
    public override void Reset(int env) => values.AsSpan(env * size, size).Clear();

    /// <inheritdoc/>
    public override void SyncState(StateSync sync) => sync.Sync(values.AsSpan());
}
