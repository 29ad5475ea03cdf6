using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="HopperEnv"/> and <see cref="Walker2dEnv"/> alike.</summary>
public abstract record PlanarWalkerOptions : RunnerOptions
{
    private protected PlanarWalkerOptions(CameraOptions camera)
        : base(frameSkip: 4, camera)
    {
        ControlCostWeight = 1e-3;
        ResetNoiseScale = 5e-3;
    }

    /// <summary>Reward of a step in health (<c>healthy_reward</c>).</summary>
    /// <value>The default is 1.</value>
    public double HealthyReward { get; init; } = 1;

    /// <summary>Whether ill health ends the episode (<c>terminate_when_unhealthy</c>).</summary>
    /// <value>The default is true.</value>
    public bool TerminateWhenUnhealthy { get; init; } = true;

    /// <summary>Heights that are healthy, the bounds not included, m (<c>healthy_z_range</c>).</summary>
    /// <value>The default is above 0.7 for the hopper, 0.8 to 2 for the walker.</value>
    public (double Low, double High) HealthyHeight { get; init; }

    /// <summary>Pitches that are healthy, the bounds not included, rad (<c>healthy_angle_range</c>).</summary>
    /// <value>The default is ±0.2 for the hopper, ±1 for the walker.</value>
    public (double Low, double High) HealthyAngle { get; init; }

    /// <summary>Reads the arguments that both have.</summary>
    private protected static T Walker<T>(T options, EnvArguments arguments)
        where T : PlanarWalkerOptions
    {
        PlanarWalkerOptions walker = options;
        walker = walker with
        {
            HealthyReward = arguments.Number("healthy_reward", walker.HealthyReward),
            TerminateWhenUnhealthy = arguments.Get("terminate_when_unhealthy", walker.TerminateWhenUnhealthy),
            HealthyHeight = arguments.Range("healthy_z_range", walker.HealthyHeight),
            HealthyAngle = arguments.Range("healthy_angle_range", walker.HealthyAngle),
        };
        return (T)Runner(walker, arguments);
    }
}
