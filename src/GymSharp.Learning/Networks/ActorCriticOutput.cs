using GymSharp.Neural;

namespace GymSharp.Learning.Networks;

/// <summary>What an <see cref="ActorCriticNetwork"/> says about a batch.</summary>
/// <param name="Policy">Parameters of the distribution over actions, [rows, parameters].</param>
/// <param name="Latent">The actor's last hidden layer, [rows, latent].</param>
/// <param name="Values">Values of the states, [rows].</param>
public readonly record struct ActorCriticOutput(Tensor Policy, Tensor Latent, Tensor Values);
