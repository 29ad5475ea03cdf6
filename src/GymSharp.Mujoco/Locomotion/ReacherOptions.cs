using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="ReacherEnv"/>; version 4 has no arguments of its own.</summary>
public sealed record ReacherOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public ReacherOptions()
        : base(frameSkip: 2, new CameraOptions { TrackedBody = 0 })
    {
    }

    /// <summary>Weight of the distance (<c>reward_dist_weight</c>).</summary>
    /// <value>The default is 1.</value>
    public double DistanceWeight { get; init; } = 1;

    /// <summary>Weight of the squared controls (<c>reward_control_weight</c>).</summary>
    /// <value>The default is 1; Gymnasium's documentation says 0.1, its code 1.</value>
    public double ControlWeight { get; init; } = 1;

    /// <inheritdoc/>
    internal override string OwnModel => "reacher";

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("hhss") { IsExact = true, Bodies = ["fingertip", "target"] };

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static ReacherOptions From(EnvArguments arguments, TaskVersion version)
    {
        ReacherOptions options = new() { Version = version };
        if (options.IsV5)
        {
            options = options with
            {
                DistanceWeight = arguments.Number("reward_dist_weight", options.DistanceWeight),
                ControlWeight = arguments.Number("reward_control_weight", options.ControlWeight),
            };
        }

        return Common(options, arguments);
    }
}
