using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The network for Atari pictures of Mnih et al. (2015), "Human-level control through deep reinforcement learning":
/// convolutions 32 of 8×8 by 4, 64 of 4×4 by 2, 64 of 3×3 by 1, then 512 numbers, with ReLU throughout.
/// </summary>
/// <remarks>
/// Parameters are named as in Stable-Baselines3: <c>NAME.cnn.0.weight</c>, …, <c>NAME.linear.0.weight</c>.
/// </remarks>
/// <param name="set">Where the parameters go.</param>
/// <param name="name">Dotted name of the network.</param>
/// <param name="options">Shape of the pictures (84×84×4 for Atari; at least 36×36) and first values.</param>
/// <param name="rng">Draws them.</param>
/// <exception cref="ArgumentException">The pictures are too small.</exception>
public sealed class NatureCnn(ParameterSet set, string name, CnnOptions options, Rng rng) : PlainCnn(
    set,
    options,
    [($"{name}.cnn.0", 32, 8, 4), ($"{name}.cnn.2", 64, 4, 2), ($"{name}.cnn.4", 64, 3, 1)],
    [($"{name}.linear.0", Outputs)],
    rng)
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 512;
}
