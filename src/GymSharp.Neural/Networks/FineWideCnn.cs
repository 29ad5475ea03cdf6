using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// <see cref="FineCnn"/> for tasks in which more must be told apart: convolutions 16 of 4×4 by 2 and 32 of 4×4 by 2,
/// then 512 numbers and 256, with ReLU throughout. A pass takes three times as long.
/// </summary>
/// <param name="set">Where the parameters go.</param>
/// <param name="name">Dotted name of the network.</param>
/// <param name="options">Shape of the pictures (at least 10×10) and first values.</param>
/// <param name="rng">Draws them.</param>
/// <exception cref="ArgumentException">The pictures are too small.</exception>
public sealed class FineWideCnn(ParameterSet set, string name, CnnOptions options, Rng rng) : PlainCnn(
    set,
    options,
    [($"{name}.cnn.0", 16, 4, 2), ($"{name}.cnn.2", 32, 4, 2)],
    [($"{name}.linear.0", 512), ($"{name}.linear.2", Outputs)],
    rng)
{
    /// <summary>Numbers per row that come out.</summary>
    public const int Outputs = 256;
}
