using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="PusherEnv"/>; version 4 has no arguments of its own.</summary>
public sealed record PusherOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public PusherOptions()
        : base(frameSkip: 5, new CameraOptions { TrackedBody = -1, Distance = 4.0 })
    {
    }

    /// <summary>Weight of the distance of hand and object (<c>reward_near_weight</c>).</summary>
    /// <value>The default is 0.5.</value>
    public double NearWeight { get; init; } = 0.5;

    /// <summary>Weight of the distance of object and goal (<c>reward_dist_weight</c>).</summary>
    /// <value>The default is 1.</value>
    public double DistanceWeight { get; init; } = 1;

    /// <summary>Weight of the squared controls (<c>reward_control_weight</c>).</summary>
    /// <value>The default is 0.1.</value>
    public double ControlWeight { get; init; } = 0.1;

    /// <inheritdoc/>
    internal override string OwnModel => IsV5 ? "pusher_v5" : "pusher";

    /// <inheritdoc/>
    internal override ModelNeeds Needs =>
        new("hhhhhhhssss") { IsExact = true, Bodies = ["tips_arm", "object", "goal"] };

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static PusherOptions From(EnvArguments arguments, TaskVersion version)
    {
        PusherOptions options = new() { Version = version };
        if (options.IsV5)
        {
            options = options with
            {
                NearWeight = arguments.Number("reward_near_weight", options.NearWeight),
                DistanceWeight = arguments.Number("reward_dist_weight", options.DistanceWeight),
                ControlWeight = arguments.Number("reward_control_weight", options.ControlWeight),
            };
        }

        return Common(options, arguments);
    }
}
