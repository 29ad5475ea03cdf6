using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>
/// What can be chosen about <see cref="InvertedPendulumEnv"/>; version 4 has no arguments of its own.
/// </summary>
public sealed record InvertedPendulumOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public InvertedPendulumOptions()
        : base(frameSkip: 2, new CameraOptions { TrackedBody = 0, Distance = 2.04 })
    {
    }

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.01.</value>
    public double ResetNoiseScale { get; init; } = 0.01;

    /// <inheritdoc/>
    internal override string OwnModel => "inverted_pendulum";

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("sh") { IsExact = true };

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static InvertedPendulumOptions From(EnvArguments arguments, TaskVersion version)
    {
        InvertedPendulumOptions options = new() { Version = version };
        return Common(
            options.IsV5
                ? options with { ResetNoiseScale = arguments.Scale("reset_noise_scale", options.ResetNoiseScale) }
                : options,
            arguments);
    }
}
