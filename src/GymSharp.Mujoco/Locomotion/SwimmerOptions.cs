using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="SwimmerEnv"/>.</summary>
public sealed record SwimmerOptions : RunnerOptions
{
    /// <summary>Takes the defaults.</summary>
    public SwimmerOptions()
        : base(frameSkip: 4) => ControlCostWeight = 1e-4;

    /// <inheritdoc/>
    internal override string OwnModel => "swimmer";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static SwimmerOptions From(EnvArguments arguments, TaskVersion version) =>
        Runner(new SwimmerOptions { Version = version }, arguments);
}
