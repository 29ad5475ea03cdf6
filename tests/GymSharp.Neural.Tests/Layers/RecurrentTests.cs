using GymSharp.Neural.Layers;
using GymSharp.Neural.Tests.Autodiff;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>LSTM and GRU against their formulas in double precision, step by step.</summary>
public sealed class RecurrentTests
{
    private const int Inputs = 3;
    private const int Hidden = 4;
    private const int Batch = 2;
    private const int Steps = 5;

    private static readonly bool[] Starts = [.. Enumerable.Range(0, Steps * Batch).Select(i => i is 4 or 7)];

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_sequence_is_its_steps_by_the_formula(string kind)
    {
        using ParameterSet set = new();
        Recurrent layer = Make(kind, set);
        using Tape tape = new(set);
        float[] input = GradientCheck.Normal(Steps * Batch * Inputs);
        float[] first = GradientCheck.Normal(Batch * layer.StateSize, 2);
        (Tensor output, Tensor state) = layer.Forward(
            tape.Input(input, new Shape(Steps * Batch, Inputs)), tape.Input(first, new Shape(Batch, layer.StateSize)), Starts);
        for (int i = 0; i < Batch; i++)
        {
            double[] current = [.. first.Skip(i * layer.StateSize).Take(layer.StateSize).Select(x => (double)x)];
            for (int step = 0; step < Steps; step++)
            {
                int row = (step * Batch) + i;
                current = Starts[row] ? new double[current.Length] : current;
                float[] x = input[(row * Inputs)..((row + 1) * Inputs)];
                current = kind == "lstm" ? LstmStep(set, x, current) : GruStep(set, x, current);
                for (int j = 0; j < Hidden; j++)
                {
                    Assert.Equal(current[j], output.Values[(row * Hidden) + j], 2e-6);
                }
            }

            for (int j = 0; j < layer.StateSize; j++)
            {
                Assert.Equal(current[j], state.Values[(i * layer.StateSize) + j], 2e-6);
            }
        }
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Steps_one_by_one_give_what_the_sequence_gives(string kind)
    {
        using ParameterSet set = new();
        Recurrent layer = Make(kind, set);
        using Tape tape = new(set);
        float[] input = GradientCheck.Normal(Steps * Batch * Inputs);
        Tensor zero = tape.Input(new float[Batch * layer.StateSize], new Shape(Batch, layer.StateSize));
        float[] whole = layer.Forward(tape.Input(input, new Shape(Steps * Batch, Inputs)), zero, Starts).Output.Values.ToArray();
        Tensor state = zero;
        List<float> parts = [];
        for (int step = 0; step < Steps; step++)
        {
            float[] rows = input[(step * Batch * Inputs)..((step + 1) * Batch * Inputs)];
            (Tensor output, state) = layer.Forward(
                tape.Input(rows, new Shape(Batch, Inputs)), state, Starts.AsSpan(step * Batch, Batch));
            parts.AddRange(output.Values);
        }

        Assert.Equal(whole, parts);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Gradients_flow_back_through_time(string kind)
    {
        using ParameterSet set = new();
        Recurrent layer = Make(kind, set);
        float[] input = GradientCheck.Normal(Steps * Batch * Inputs);
        float[] first = GradientCheck.Normal(Batch * layer.StateSize, 2);
        GradientCheck.Run(set, tape => layer.Forward(
            tape.Input(input, new Shape(Steps * Batch, Inputs)),
            tape.Input(first, new Shape(Batch, layer.StateSize)),
            Starts).Output);
        GradientCheck.Run(set, tape => layer.Forward(
            tape.Input(input, new Shape(Steps * Batch, Inputs)),
            tape.Input(first, new Shape(Batch, layer.StateSize)),
            Starts).State);
    }

    [Fact]
    public void What_came_before_a_start_changes_nothing_after_it()
    {
        using ParameterSet set = new();
        Recurrent layer = Make("lstm", set);
        using Tape tape = new(set);
        bool[] starts = new bool[3];
        starts[2] = true;
        float[] input = GradientCheck.Normal(9);
        float Last()
        {
            Tensor zero = tape.Input(new float[layer.StateSize], new Shape(1, layer.StateSize));
            return layer.Forward(tape.Input(input, new Shape(3, Inputs)), zero, starts).Output.Values[^1];
        }

        float before = Last();
        input[0] += 1;
        Assert.Equal(before, Last());
        input[^1] += 1;
        Assert.NotEqual(before, Last());
    }

    [Fact]
    public void Parameters_are_named_and_published_as_in_PyTorch()
    {
        using ParameterSet set = new();
        Make("lstm", set);
        Assert.Equal(
            ["r.weight_ih_l0", "r.weight_hh_l0", "r.bias_ih_l0", "r.bias_hh_l0"],
            set.Parameters.Select(parameter => parameter.Name));
        Assert.All(
            set.Parameters.Take(2), parameter => Assert.Equal(ParameterLayout.TransposedMatrix, parameter.Layout));
    }

    [Fact]
    public void Sequences_that_do_not_fit_are_refused()
    {
        using ParameterSet set = new();
        Recurrent layer = Make("gru", set);
        using Tape tape = new(set);
        Tensor input = tape.Input(new float[9], new Shape(3, Inputs));
        Tensor two = tape.Input(new float[8], new Shape(2, Hidden));
        Assert.Throws<ArgumentException>(() => layer.Forward(input, two, new bool[3]));
        Assert.Throws<ArgumentException>(() => layer.Forward(input, two.SliceRows(0, 1), new bool[2]));
        Assert.Throws<ArgumentException>(() => layer.Forward(input, two.Slice(0, 2), new bool[3]));
    }

    private static Recurrent Make(string kind, ParameterSet set) => kind == "lstm"
        ? new Lstm(set, "r", (Inputs, Hidden), new Rng(6))
        : new Gru(set, "r", (Inputs, Hidden), new Rng(6));

    private static double[] LstmStep(ParameterSet set, float[] x, double[] state)
    {
        double[] sums = [.. Sums(set, 0, x).Zip(Sums(set, 1, [.. state.Take(Hidden)]), (a, b) => a + b)];
        double[] next = new double[2 * Hidden];
        for (int j = 0; j < Hidden; j++)
        {
            next[Hidden + j] = (Sigmoid(sums[Hidden + j]) * state[Hidden + j])
                + (Sigmoid(sums[j]) * Math.Tanh(sums[(2 * Hidden) + j]));
            next[j] = Sigmoid(sums[(3 * Hidden) + j]) * Math.Tanh(next[Hidden + j]);
        }

        return next;
    }

    private static double[] GruStep(ParameterSet set, float[] x, double[] state)
    {
        double[] input = Sums(set, 0, x);
        double[] hidden = Sums(set, 1, state);
        double[] next = new double[Hidden];
        for (int j = 0; j < Hidden; j++)
        {
            double reset = Sigmoid(input[j] + hidden[j]);
            double update = Sigmoid(input[Hidden + j] + hidden[Hidden + j]);
            double candidate = Math.Tanh(input[(2 * Hidden) + j] + (reset * hidden[(2 * Hidden) + j]));
            next[j] = ((1 - update) * candidate) + (update * state[j]);
        }

        return next;
    }

    // x W + b with the parameters of the input (which = 0) or of the hidden state (1).
    private static double[] Sums<T>(ParameterSet set, int which, T[] x)
    {
        Parameter weight = set.Parameters[which];
        Parameter bias = set.Parameters[2 + which];
        int width = weight.Shape[1];
        double[] sums = [.. bias.In(set).ToArray().Select(value => (double)value)];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < width; j++)
            {
                sums[j] += Convert.ToDouble(x[i]) * weight.In(set)[(i * width) + j];
            }
        }

        return sums;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
