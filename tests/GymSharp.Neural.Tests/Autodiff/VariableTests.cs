using GymSharp.Neural.Networks;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

public sealed class VariableTests
{
    private const int Rows = 5;
    private const int Inputs = 3;

    [Fact]
    public void A_gradient_reaches_variables_through_parameters_that_are_held()
    {
        using ParameterSet set = new();
        Mlp network = new(set, "net", new MlpOptions { Inputs = Inputs, Hidden = [7, 6], Outputs = 1 }, new Rng(2));
        using Tape tape = new(set);
        float[] values = GradientCheck.Normal(Rows * Inputs);
        tape.HoldsParameters = true;
        Tensor variable = tape.Variable(values, new Shape(Rows, Inputs));
        tape.Backward(network.Forward(variable).Square().Sum());
        float[] gradient = variable.Gradient.ToArray();
        Assert.Equal(values.Length, gradient.Length);
        Assert.All(tape.Gradients.Values.ToArray(), number => Assert.Equal(0, number));
        for (int i = 0; i < values.Length; i++)
        {
            double slope = (Loss(i, 1f / 64) - Loss(i, -1f / 64)) * 32;
            Assert.Equal(slope, gradient[i], 1e-3 * Math.Max(1, Math.Abs(slope)));
        }

        float Loss(int index, float shift)
        {
            float[] moved = [.. values];
            moved[index] += shift;
            tape.Clear();
            return network.Forward(tape.Input(moved, new Shape(Rows, Inputs))).Square().Sum().Item;
        }
    }

    [Fact]
    public void Parameters_that_are_held_no_longer_have_gradients_again()
    {
        using ParameterSet set = new();
        Mlp network = new(set, "net", new MlpOptions { Inputs = Inputs, Hidden = [4], Outputs = 1 }, new Rng(2));
        using Tape tape = new(set);
        Tensor input = tape.Input(GradientCheck.Normal(Rows * Inputs), new Shape(Rows, Inputs));
        tape.HoldsParameters = true;
        Tensor held = network.Forward(input).Sum();
        Assert.Throws<ArgumentException>(() => tape.Backward(held));
        tape.HoldsParameters = false;
        tape.Backward(network.Forward(input).Sum());
        Assert.Contains(tape.Gradients.Values.ToArray(), number => number != 0);
    }
}
