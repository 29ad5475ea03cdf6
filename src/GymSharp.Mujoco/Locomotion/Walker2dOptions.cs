using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="Walker2dEnv"/>.</summary>
public sealed record Walker2dOptions : PlanarWalkerOptions
{
    /// <summary>Takes the defaults.</summary>
    public Walker2dOptions()
        : base(new CameraOptions { TrackedBody = 2, Distance = 4.0, LookAt = [0.0, 0.0, 1.15], Elevation = -20.0 })
    {
        HealthyHeight = (0.8, 2.0);
        HealthyAngle = (-1.0, 1.0);
    }

    /// <inheritdoc/>
    internal override string OwnModel => IsV5 ? "walker2d_v5" : "walker2d";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static Walker2dOptions From(EnvArguments arguments, TaskVersion version) =>
        Walker(new Walker2dOptions { Version = version }, arguments);
}
