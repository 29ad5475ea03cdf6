using GymSharp.State;

namespace GymSharp.Learning.Normalization;

/// <summary>
/// Scales rewards so that discounted returns have variance 1; the mean stays, for it tells good from bad.
/// </summary>
/// <remarks>
/// <c>R ← γ R + r</c>, then <c>clip(r / √(Var R + ε), ±limit)</c>; R starts again after an episode. As VecNormalize of
/// OpenAI's baselines.
/// </remarks>
public sealed class RewardNormalizer
{
    private readonly RunningMoments moments = new(1);
    private readonly float[] returns;
    private readonly double gamma;
    private readonly float limit;
    private readonly double epsilon;

    /// <summary>Makes a normaliser that has seen nothing.</summary>
    /// <param name="numEnvs">Number of environments.</param>
    /// <param name="gamma">Discount of the returns.</param>
    /// <param name="limit">Largest absolute value of a result.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public RewardNormalizer(int numEnvs, double gamma, float limit = 10, double epsilon = 1e-8)
    {
        returns = new float[numEnvs];
        this.gamma = gamma;
        this.limit = limit;
        this.epsilon = epsilon;
    }

    /// <summary>The statistics of the discounted returns.</summary>
    public RunningMoments Moments => moments;

    /// <summary>Forgets the returns gathered since the last ends, because all episodes start again.</summary>
    public void Reset() => returns.AsSpan().Clear();

    /// <summary>Takes the rewards of a step into account and scales them.</summary>
    /// <param name="rewards">One per environment; replaced by the scaled ones.</param>
    /// <param name="terminated">Which episodes ended by their task.</param>
    /// <param name="truncated">Which were cut off.</param>
    public void Apply(Span<float> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        Update(rewards, terminated, truncated);
        Scale(rewards);
    }

    /// <summary>Takes the rewards of a step into account and leaves them as they are.</summary>
    /// <param name="rewards">One per environment.</param>
    /// <param name="terminated">Which episodes ended by their task.</param>
    /// <param name="truncated">Which were cut off.</param>
    public void Update(ReadOnlySpan<float> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = (float)((returns[i] * gamma) + rewards[i]);
        }

        moments.Update(returns);
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = terminated[i] || truncated[i] ? 0 : returns[i];
        }
    }

    /// <summary>Scales rewards by what is known of the returns, as many as there are.</summary>
    public void Scale(Span<float> rewards)
    {
        double deviation = Math.Sqrt(moments.Variance[0] + epsilon);
        foreach (ref float reward in rewards)
        {
            reward = Math.Clamp((float)(reward / deviation), -limit, limit);
        }
    }

    /// <summary>Reads or writes statistics and returns.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        moments.SyncState(sync);
        sync.Sync(returns.AsSpan());
    }
}
