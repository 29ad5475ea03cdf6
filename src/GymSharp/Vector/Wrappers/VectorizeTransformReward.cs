using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a wrapper of single environments to the reward of each environment of a batch.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>The wrapper must depend on the reward alone: it serves all environments in turn.</remarks>
public class VectorizeTransformReward<TObservation, TAction> : VectorRewardWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly SingleEnvStub<int, int> stub = new(new Discrete(1), new Discrete(1));
    private readonly Env<int, int> wrapper;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="wrapper">
    /// Puts the wrapper around a stand-in with observations and actions of type <c>int</c>.
    /// </param>
    public VectorizeTransformReward(VectorEnv<TObservation, TAction> envs, Func<Env<int, int>, Env<int, int>> wrapper)
        : base(envs)
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        this.wrapper = wrapper(stub);
        ArgumentNullException.ThrowIfNull(this.wrapper, nameof(wrapper));
    }

    /// <inheritdoc/>
    protected sealed override void Transform(Span<double> rewards)
    {
        for (int i = 0; i < rewards.Length; i++)
        {
            stub.Reward = rewards[i];
            rewards[i] = wrapper.Step(0).Reward;
        }
    }
}
