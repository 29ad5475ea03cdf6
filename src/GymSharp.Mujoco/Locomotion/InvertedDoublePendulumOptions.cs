using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>
/// What can be chosen about <see cref="InvertedDoublePendulumEnv"/>; version 4 has no arguments of its own.
/// </summary>
public sealed record InvertedDoublePendulumOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public InvertedDoublePendulumOptions()
        : base(
            frameSkip: 5,
            new CameraOptions { TrackedBody = 0, Distance = 4.1225, LookAt = [0.0, 0.0, 0.12250000000000005] })
    {
    }

    /// <summary>Reward of a step that does not end the episode (<c>healthy_reward</c>).</summary>
    /// <value>The default is 10.</value>
    public double HealthyReward { get; init; } = 10;

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.1.</value>
    public double ResetNoiseScale { get; init; } = 0.1;

    /// <inheritdoc/>
    internal override string OwnModel => "inverted_double_pendulum";

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("shh") { IsExact = true, Sites = 1 };

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static InvertedDoublePendulumOptions From(EnvArguments arguments, TaskVersion version)
    {
        InvertedDoublePendulumOptions options = new() { Version = version };
        if (options.IsV5)
        {
            options = options with
            {
                // Gymnasium gives version 5 no camera of its own.
                View = new(),
                HealthyReward = arguments.Number("healthy_reward", options.HealthyReward),
                ResetNoiseScale = arguments.Scale("reset_noise_scale", options.ResetNoiseScale),
            };
        }

        return Common(options, arguments);
    }
}
