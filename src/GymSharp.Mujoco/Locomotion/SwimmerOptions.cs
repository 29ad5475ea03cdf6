using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="SwimmerEnv"/>.</summary>
public sealed record SwimmerOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public SwimmerOptions()
        : base(frameSkip: 4)
    {
    }

    /// <summary>Weight of the speed (<c>forward_reward_weight</c>).</summary>
    /// <value>The default is 1.</value>
    public double ForwardRewardWeight { get; init; } = 1;

    /// <summary>Weight of the squared controls (<c>ctrl_cost_weight</c>).</summary>
    /// <value>The default is 0.0001.</value>
    public double ControlCostWeight { get; init; } = 1e-4;

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.1.</value>
    public double ResetNoiseScale { get; init; } = 0.1;

    /// <summary>Whether observations leave x and y out (<c>exclude_current_positions_from_observation</c>).</summary>
    /// <value>The default is true.</value>
    public bool ExcludePosition { get; init; } = true;

    /// <inheritdoc/>
    internal override string OwnModel => "swimmer";

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("ssh");

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static SwimmerOptions From(EnvArguments arguments, TaskVersion version)
    {
        SwimmerOptions defaults = new() { Version = version };
        return Common(
            defaults with
            {
                ForwardRewardWeight = arguments.Number("forward_reward_weight", defaults.ForwardRewardWeight),
                ControlCostWeight = arguments.Number("ctrl_cost_weight", defaults.ControlCostWeight),
                ResetNoiseScale = arguments.Scale("reset_noise_scale", defaults.ResetNoiseScale),
                ExcludePosition =
                    arguments.Get("exclude_current_positions_from_observation", defaults.ExcludePosition),
            },
            arguments);
    }
}
