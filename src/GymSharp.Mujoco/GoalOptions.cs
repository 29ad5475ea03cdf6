using GymSharp.Registration;

namespace GymSharp.Mujoco;

/// <summary>What can be chosen about every goal environment.</summary>
public abstract record GoalOptions
{
    /// <summary>How it pays (<c>reward_type</c>).</summary>
    /// <value>The default is <see cref="GoalReward.Sparse"/>.</value>
    public GoalReward Reward { get; init; }

    /// <summary>Size and camera of pictures.</summary>
    public ViewOptions View { get; init; } = new();

    /// <summary>How the environment renders.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>Reads the argument <c>reward_type</c>.</summary>
    /// <exception cref="ArgumentException">It is neither <c>sparse</c> nor <c>dense</c>.</exception>
    private protected static GoalReward ReadReward(EnvArguments arguments) =>
        arguments.Get("reward_type", "sparse") switch
        {
            "sparse" => GoalReward.Sparse,
            "dense" => GoalReward.Dense,
            string other => throw new ArgumentException(
                $"The argument 'reward_type' must be sparse or dense, got '{other}'.", nameof(arguments)),
        };
}
