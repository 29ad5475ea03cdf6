namespace GymSharp.Wrappers;

/// <summary>Clips each reward to bounds.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public sealed class ClipReward<TObservation, TAction> : RewardWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="env">The environment to wrap.</param>
    /// <param name="minReward">The lowest reward paid, or null for no bound.</param>
    /// <param name="maxReward">The highest reward paid, or null for no bound.</param>
    /// <exception cref="ArgumentException">There is no bound at all, or the lower is above the upper.</exception>
    public ClipReward(Env<TObservation, TAction> env, double? minReward = null, double? maxReward = null)
        : base(env)
    {
        if (minReward is null && maxReward is null)
        {
            throw new ArgumentException(
                "Both the minimum and the maximum reward are null. Give at least one bound.", nameof(minReward));
        }

        if (maxReward - minReward < 0.0)
        {
            throw new ArgumentException(
                $"The minimum reward ({minReward}) must be smaller than the maximum reward ({maxReward}).",
                nameof(minReward));
        }

        MinReward = minReward;
        MaxReward = maxReward;
    }

    /// <summary>The lowest reward paid, or null.</summary>
    public double? MinReward { get; }

    /// <summary>The highest reward paid, or null.</summary>
    public double? MaxReward { get; }

    /// <inheritdoc/>
    protected override double Transform(double reward)
    {
        double raised = reward < MinReward ? MinReward.GetValueOrDefault() : reward;
        return raised > MaxReward ? MaxReward.GetValueOrDefault() : raised;
    }
}
