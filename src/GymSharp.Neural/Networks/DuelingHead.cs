using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Neural.Networks;

/// <summary>
/// The value of a state and the advantages of its actions from separate layers, combined to values of actions; Wang et
/// al. (2016), "Dueling Network Architectures for Deep Reinforcement Learning".
/// </summary>
public sealed class DuelingHead : Module
{
    private readonly Module value;
    private readonly Module advantages;

    /// <summary>Combines two modules.</summary>
    /// <param name="value">Gives [rows, width].</param>
    /// <param name="advantages">Gives [rows, actions · width].</param>
    public DuelingHead(Module value, Module advantages)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(advantages);
        this.value = value;
        this.advantages = advantages;
    }

    /// <summary>Makes both as perceptrons, <c>NAME.value</c> and <c>NAME.advantage</c>.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the head.</param>
    /// <param name="options">Sizes of both; <see cref="MlpOptions.Outputs"/> is the number of actions.</param>
    /// <param name="rng">Draws the first values.</param>
    public DuelingHead(ParameterSet set, string name, MlpOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(options);
        value = new Mlp(set, $"{name}.value", options with { Outputs = 1 }, rng);
        advantages = new Mlp(set, $"{name}.advantage", options, rng);
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input) => value.Forward(input).Dueling(advantages.Forward(input));
}
