using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many mountain cars with a throttle, stepped with SIMD instructions.</summary>
/// <remarks>
/// One step from the same state differs from <see cref="ContinuousMountainCarEnv"/>'s by at most 2^−23 ×
/// max(1, |value|) in each number, and hardly ever. Unlike there, the first position too is a float32 value.
/// State: position and velocity.
/// </remarks>
public sealed class ContinuousMountainCarBatch : ClassicControlBatch<float>
{
    /// <summary>Makes a batch; <c>Reset</c> starts it.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public ContinuousMountainCarBatch(int numEnvs, int maxEpisodeSteps = 999, double goalVelocity = 0)
        : this(new BatchEngine<float, ContinuousMountainCarTask>(new(goalVelocity), numEnvs, maxEpisodeSteps))
    {
    }

    internal ContinuousMountainCarBatch(BatchEngine<float> engine)
        : base(engine)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> SingleObservationSpace { get; } = MountainCarEnv.MakeObservationSpace();

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; } = new Box<float>(-1, 1, 1);

    internal static ContinuousMountainCarBatch Create(EnvArguments arguments, int numEnvs, int maxEpisodeSteps) =>
        new(numEnvs, maxEpisodeSteps, arguments.Get("goal_velocity", 0.0));
}
