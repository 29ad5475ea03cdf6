using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="HalfCheetahEnv"/>.</summary>
public sealed record HalfCheetahOptions : RunnerOptions
{
    /// <summary>Takes the defaults.</summary>
    public HalfCheetahOptions()
        : base(frameSkip: 5, new CameraOptions { Distance = 4.0 }) => ControlCostWeight = 0.1;

    /// <inheritdoc/>
    internal override string OwnModel => "half_cheetah";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static HalfCheetahOptions From(EnvArguments arguments, TaskVersion version) =>
        Runner(new HalfCheetahOptions { Version = version }, arguments);
}
