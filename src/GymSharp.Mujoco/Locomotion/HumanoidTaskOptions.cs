using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about both tasks of the humanoid.</summary>
public abstract record HumanoidTaskOptions : LocomotionOptions
{
    private protected HumanoidTaskOptions(double cameraHeight)
        : base(
            frameSkip: 5,
            new CameraOptions
            {
                TrackedBody = 1,
                Distance = 4.0,
                LookAt = [0.0, 0.0, cameraHeight],
                Elevation = -20.0,
            })
    {
    }

    /// <summary>Weight of the squared controls (<c>ctrl_cost_weight</c>).</summary>
    /// <value>The default is 0.1.</value>
    public double ControlCostWeight { get; init; } = 0.1;

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.01.</value>
    public double ResetNoiseScale { get; init; } = 1e-2;

    /// <summary>Whether observations leave x and y out (<c>exclude_current_positions_from_observation</c>).</summary>
    /// <value>The default is true.</value>
    public bool ExcludePosition { get; init; } = true;

    /// <summary>
    /// Whether observations hold the bodies' inertias (<c>include_cinert_in_observation</c>, version 5).
    /// </summary>
    /// <value>The default is true.</value>
    public bool IncludeInertia { get; init; } = true;

    /// <summary>
    /// Whether observations hold the bodies' velocities (<c>include_cvel_in_observation</c>, version 5).
    /// </summary>
    /// <value>The default is true.</value>
    public bool IncludeVelocities { get; init; } = true;

    /// <summary>
    /// Whether observations hold the motors' torques (<c>include_qfrc_actuator_in_observation</c>, version 5).
    /// </summary>
    /// <value>The default is true.</value>
    public bool IncludeActuatorForces { get; init; } = true;

    /// <summary>
    /// Whether observations hold the contact forces (<c>include_cfrc_ext_in_observation</c>, version 5).
    /// </summary>
    /// <value>The default is true.</value>
    public bool IncludeContactForces { get; init; } = true;

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("f");

    /// <summary>Reads the arguments that both tasks have.</summary>
    private protected static T Humanoid<T>(T options, EnvArguments arguments)
        where T : HumanoidTaskOptions
    {
        HumanoidTaskOptions task = options;
        if (options.IsV5)
        {
            task = task with
            {
                IncludeInertia = arguments.Get("include_cinert_in_observation", task.IncludeInertia),
                IncludeVelocities = arguments.Get("include_cvel_in_observation", task.IncludeVelocities),
                IncludeActuatorForces =
                    arguments.Get("include_qfrc_actuator_in_observation", task.IncludeActuatorForces),
                IncludeContactForces = arguments.Get("include_cfrc_ext_in_observation", task.IncludeContactForces),
            };
        }

        return (T)Common(task, arguments);
    }

    /// <summary>Reads weight, noise and position, which version 4 of one task has no arguments for.</summary>
    private protected static T Tunable<T>(T options, EnvArguments arguments)
        where T : HumanoidTaskOptions
    {
        HumanoidTaskOptions task = options;
        return (T)(task with
        {
            ControlCostWeight = arguments.Number("ctrl_cost_weight", task.ControlCostWeight),
            ResetNoiseScale = arguments.Scale("reset_noise_scale", task.ResetNoiseScale),
            ExcludePosition = arguments.Get("exclude_current_positions_from_observation", task.ExcludePosition),
        });
    }
}
