using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Many cart-poles, stepped with SIMD instructions.</summary>
/// <remarks>
/// One step from the same state differs from <see cref="CartPoleEnv"/>'s by at most 2 × 2^−52 × max(1, |value|) in each
/// number. State: the four numbers of the observation.
/// </remarks>
public sealed class CartPoleBatch : ClassicControlBatch<int>
{
    /// <summary>Makes a batch; <c>Reset</c> starts it.</summary>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="maxEpisodeSteps">The step that truncates an episode, at least 1.</param>
    /// <param name="suttonBartoReward">Pays 0 per step and −1 at the end in place of 1 per step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public CartPoleBatch(int numEnvs, int maxEpisodeSteps = 500, bool suttonBartoReward = false)
        : this(new BatchEngine<int, CartPoleTask>(new CartPoleTask(suttonBartoReward), numEnvs, maxEpisodeSteps))
    {
    }

    internal CartPoleBatch(BatchEngine<int> engine)
        : base(engine)
    {
    }

    /// <inheritdoc/>
    public override Space<float[]> SingleObservationSpace { get; } = CartPoleEnv.MakeObservationSpace();

    /// <inheritdoc/>
    public override Space SingleActionSpace { get; } = new Discrete(2);

    internal static CartPoleBatch Create(EnvArguments arguments, int numEnvs, int maxEpisodeSteps) =>
        new(numEnvs, maxEpisodeSteps, arguments.Get("sutton_barto_reward", false));
}
