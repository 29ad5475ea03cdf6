using GymSharp.Neural.Networks;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Networks;

/// <summary>Multilayer perceptrons.</summary>
public sealed class MlpTests
{
    [Fact]
    public void Parameters_are_named_as_in_a_PyTorch_Sequential()
    {
        using ParameterSet set = new();
        Mlp network = new(set, "q", new MlpOptions { Inputs = 4, Hidden = [8, 6], Outputs = 2 }, new Rng(1));
        Assert.Equal(
            ["q.0.weight", "q.0.bias", "q.2.weight", "q.2.bias", "q.4.weight", "q.4.bias"],
            set.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(2, network.Outputs);
        using Tape tape = new(set);
        Assert.Equal(new Shape(3, 2), network.Forward(tape.Input(new float[12], new Shape(3, 4))).Shape);
    }

    [Theory]
    [InlineData(false, Activation.Tanh)]
    [InlineData(true, Activation.Gelu)]
    public void Gradients_flow_through_all_layers(bool layerNorm, Activation activation)
    {
        using ParameterSet set = new();
        MlpOptions options = new()
        {
            Inputs = 4,
            Hidden = [7, 5],
            Outputs = 3,
            Activation = activation,
            LayerNorm = layerNorm,
        };
        Mlp network = new(set, "q", options, new Rng(1));
        float[] rows = GradientCheck.Normal(20);
        GradientCheck.Run(set, tape => network.Forward(tape.Input(rows, new Shape(5, 4))));
    }

    [Fact]
    public void A_network_of_nothing_is_refused()
    {
        using ParameterSet set = new();
        Assert.Throws<ArgumentException>(() => new Mlp(set, "q", new MlpOptions { Inputs = 4, Hidden = [] }, new Rng(1)));
        Assert.Throws<ArgumentException>(() => new Mlp(set, "q", new MlpOptions { Inputs = 0 }, new Rng(1)));
        Assert.Throws<ArgumentException>(() => new Mlp(set, "q", new MlpOptions { Inputs = 4, Hidden = [0] }, new Rng(1)));
    }
}
