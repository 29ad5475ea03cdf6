using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about every body that is paid for its speed in a plane.</summary>
public abstract record RunnerOptions : LocomotionOptions
{
    private protected RunnerOptions(int frameSkip, CameraOptions? camera = null)
        : base(frameSkip, camera)
    {
    }

    /// <summary>Weight of the speed (<c>forward_reward_weight</c>).</summary>
    /// <value>The default is 1.</value>
    public double ForwardRewardWeight { get; init; } = 1;

    /// <summary>Weight of the squared controls (<c>ctrl_cost_weight</c>).</summary>
    /// <value>The default is 0.1 for HalfCheetah, 0.0001 for Swimmer, 0.001 for Hopper and Walker2d.</value>
    public double ControlCostWeight { get; init; }

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.1; 0.005 for Hopper and Walker2d.</value>
    public double ResetNoiseScale { get; init; } = 0.1;

    /// <summary>
    /// Whether observations leave x, and Swimmer's y, out (<c>exclude_current_positions_from_observation</c>).
    /// </summary>
    /// <value>The default is true.</value>
    public bool ExcludePosition { get; init; } = true;

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("ssh");

    /// <summary>Reads the arguments that all have.</summary>
    private protected static T Runner<T>(T options, EnvArguments arguments)
        where T : RunnerOptions
    {
        RunnerOptions runner = options;
        runner = runner with
        {
            ForwardRewardWeight = arguments.Number("forward_reward_weight", runner.ForwardRewardWeight),
            ControlCostWeight = arguments.Number("ctrl_cost_weight", runner.ControlCostWeight),
            ResetNoiseScale = arguments.Scale("reset_noise_scale", runner.ResetNoiseScale),
            ExcludePosition = arguments.Get("exclude_current_positions_from_observation", runner.ExcludePosition),
        };
        return (T)Common(runner, arguments);
    }
}
