using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// A network for pictures half the size of Atari's usual ones: convolutions 16 of 4×4 by 2 and 16 of 4×4 by 2, then 256
/// numbers, with ReLU throughout.
/// </summary>
/// <remarks>
/// Its steps are those of Mnih et al. (2013), "Playing Atari with Deep Reinforcement Learning", cut to a half, so that
/// as many places are told apart.
/// </remarks>
/// <param name="set">Where the parameters go.</param>
/// <param name="name">Dotted name of the network.</param>
/// <param name="options">Shape of the pictures (at least 10×10) and first values.</param>
/// <param name="rng">Draws them.</param>
/// <exception cref="ArgumentException">The pictures are too small.</exception>
public sealed class FineCnn(ParameterSet set, string name, CnnOptions options, Rng rng) : PlainCnn(
    set,
    options,
    [($"{name}.cnn.0", 16, 4, 2), ($"{name}.cnn.2", 16, 4, 2)],
    [($"{name}.linear.0", Outputs)],
    rng)
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 256;
}
