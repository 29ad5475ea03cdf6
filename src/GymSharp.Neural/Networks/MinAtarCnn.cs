using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The network of Young and Tian (2019), "MinAtar": one convolution, 16 of 3×3, then 128 numbers, with ReLU.
/// </summary>
/// <remarks>Its layers are <c>NAME.conv</c> and <c>NAME.fc_hidden</c>.</remarks>
/// <param name="set">Where the parameters go.</param>
/// <param name="name">Dotted name of the network.</param>
/// <param name="options">Shape of the pictures (10×10 with the game's channels) and first values.</param>
/// <param name="rng">Draws them.</param>
/// <exception cref="ArgumentException">The pictures are too small.</exception>
public sealed class MinAtarCnn(ParameterSet set, string name, CnnOptions options, Rng rng) : PlainCnn(
    set, options, [($"{name}.conv", 16, 3, 1)], [($"{name}.fc_hidden", Outputs)], rng)
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 128;
}
