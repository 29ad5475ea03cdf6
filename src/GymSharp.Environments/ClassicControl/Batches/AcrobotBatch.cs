using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many acrobots with the parameters of Acrobot-v1, stepped with SIMD instructions.</summary>
/// <remarks>
/// One step from the same state differs from <see cref="AcrobotEnv"/>'s by at most 64 × 2^−52 × max(1, |value|) in each
/// number. State: both angles, then both angular velocities.
/// </remarks>
public sealed class AcrobotBatch : ClassicControlBatch<int>
{
    /// <summary>Makes a batch; <c>Reset</c> starts it.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public AcrobotBatch(int numEnvs, int maxEpisodeSteps = 500)
        : this(new BatchEngine<int, AcrobotTask>(
            new AcrobotTask(new AcrobotDynamics(AcrobotParameters.Default)), numEnvs, maxEpisodeSteps))
    {
    }

    internal AcrobotBatch(BatchEngine<int> engine)
        : base(engine)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> SingleObservationSpace { get; } =
        AcrobotEnv.MakeObservationSpace(AcrobotParameters.Default);

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; } = new Discrete(3);

    internal static AcrobotBatch Create(EnvArguments arguments, int numEnvs, int maxEpisodeSteps) =>
        arguments is null ? throw new ArgumentNullException(nameof(arguments)) : new(numEnvs, maxEpisodeSteps);
}
