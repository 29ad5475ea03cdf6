using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many mountain cars with three gears, stepped with SIMD instructions.</summary>
/// <remarks>
/// One step from the same state differs from <see cref="MountainCarEnv"/>'s by at most 2^−52 × max(1, |value|) in each
/// number. State: position and velocity.
/// </remarks>
public sealed class MountainCarBatch : ClassicControlBatch<int>
{
    /// <summary>Makes a batch; <c>Reset</c> starts it.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public MountainCarBatch(int numEnvs, int maxEpisodeSteps = 200, double goalVelocity = 0)
        : this(new BatchEngine<int, MountainCarTask>(new MountainCarTask(goalVelocity), numEnvs, maxEpisodeSteps))
    {
    }

    internal MountainCarBatch(BatchEngine<int> engine)
        : base(engine)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> SingleObservationSpace { get; } = MountainCarEnv.MakeObservationSpace();

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; } = new Discrete(3);

    internal static MountainCarBatch Create(EnvArguments arguments, int numEnvs, int maxEpisodeSteps) =>
        new(numEnvs, maxEpisodeSteps, arguments.Get("goal_velocity", 0.0));
}
