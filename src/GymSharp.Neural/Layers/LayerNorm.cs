namespace GymSharp.Neural.Layers;

/// <summary>
/// Brings each row to mean 0 and variance 1, then scales and shifts every place by learned numbers. Ba, Kiros and
/// Hinton (2016), "Layer Normalization".
/// </summary>
public sealed class LayerNorm : Module
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly Activation activation;
    private readonly float epsilon;

    /// <summary>Adds the parameters <c>NAME.weight</c>, ones, and <c>NAME.bias</c>, zeros, to a set.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="size">Numbers per row.</param>
    /// <param name="activation">Applied to the result.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public LayerNorm(
        ParameterSet set, string name, int size, Activation activation = Activation.None, float epsilon = 1e-5f)
    {
        ArgumentNullException.ThrowIfNull(set);
        weight = set.Add($"{name}.weight", new Shape(size));
        bias = set.Add($"{name}.bias", new Shape(size));
        weight.In(set).Fill(1);
        set.MarkChanged();
        this.activation = activation;
        this.epsilon = epsilon;
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        Tape tape = input.Tape;
        return input.LayerNorm(tape.Use(weight), tape.Use(bias), epsilon).Apply(activation);
    }
}
