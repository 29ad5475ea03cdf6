using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many pendulums, stepped with SIMD instructions.</summary>
/// <remarks>
/// One step from the same state differs from <see cref="PendulumEnv"/>'s by at most 4 × 2^−52 × max(1, |value|) in each
/// number, and the reward by one unit in the last place of a float32. State: angle and angular velocity.
/// </remarks>
public sealed class PendulumBatch : ClassicControlBatch<float>
{
    /// <summary>Makes a batch; <c>Reset</c> starts it.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <param name="gravity">Acceleration of gravity, m/s².</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public PendulumBatch(int numEnvs, int maxEpisodeSteps = 200, double gravity = 10)
        : this(new BatchEngine<float, PendulumTask>(new PendulumTask(gravity), numEnvs, maxEpisodeSteps))
    {
    }

    internal PendulumBatch(BatchEngine<float> engine)
        : base(engine)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> SingleObservationSpace { get; } = PendulumEnv.MakeObservationSpace();

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; } =
        new Box<float>((float)-PendulumDynamics.MaxTorque, (float)PendulumDynamics.MaxTorque, 1);

    internal static PendulumBatch Create(EnvArguments arguments, int numEnvs, int maxEpisodeSteps) =>
        new(numEnvs, maxEpisodeSteps, arguments.Get("g", PendulumEnv.DefaultGravity));
}
