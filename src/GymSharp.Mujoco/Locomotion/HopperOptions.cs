using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="HopperEnv"/>.</summary>
public sealed record HopperOptions : PlanarWalkerOptions
{
    /// <summary>Takes the defaults.</summary>
    public HopperOptions()
        : base(new CameraOptions { TrackedBody = 2, Distance = 3.0, LookAt = [0.0, 0.0, 1.15], Elevation = -20.0 })
    {
        HealthyHeight = (0.7, double.PositiveInfinity);
        HealthyAngle = (-0.2, 0.2);
    }

    /// <summary>
    /// Positions and velocities (from the third position on) that are healthy, the bounds not included
    /// (<c>healthy_state_range</c>).
    /// </summary>
    /// <value>The default is ±100.</value>
    public (double Low, double High) HealthyState { get; init; } = (-100.0, 100.0);

    /// <inheritdoc/>
    internal override string OwnModel => "hopper";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static HopperOptions From(EnvArguments arguments, TaskVersion version)
    {
        HopperOptions defaults = new() { Version = version };
        return Walker(
            defaults with { HealthyState = arguments.Range("healthy_state_range", defaults.HealthyState) }, arguments);
    }
}
