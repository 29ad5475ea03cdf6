using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Layers;

/// <summary>
/// A layer with a handful of outputs behind a rectified one: the gradient between them is computed where it is needed,
/// and is the same that would be stored.
/// </summary>
public sealed class NarrowHeadTests
{
    private const int Inputs = 24;
    private const int Width = 256;

    /// <summary>Whether something else reads the hidden layer, before or after the head does.</summary>
    private enum Reader
    {
        None,
        Before,
        After,
    }

    [Theory]
    [InlineData(64, 1, 0.7)]
    [InlineData(64, 2, 0.5)]
    [InlineData(96, 7, 0.9)]
    [InlineData(32, 8, 1)]
    [InlineData(64, 2, 0)]
    [InlineData(33, 2, 0.7)]
    public void Gradients_are_those_of_a_stored_gradient(int rows, int heads, double silent)
    {
        using Network network = new(heads, silent);
        using ComputeTeam three = new(3);
        float[] stored = network.Gradients(null, rows, Reader.After);
        foreach (Reader other in Enum.GetValues<Reader>())
        {
            Assert.Equal(stored, network.Gradients(null, rows, other));
            Assert.Equal(stored, network.Gradients(three, rows, other));
        }

        Assert.Contains(stored, value => value != 0);
    }

    [Fact]
    public void The_gradient_between_the_layers_can_be_asked_for()
    {
        const int rows = 64;
        const int heads = 2;
        using Network network = new(heads, 0.6);
        using Tape tape = new(network.Set);
        (Tensor hidden, Tensor loss) = network.Forward(tape, rows, Reader.None);
        tape.Backward(loss);
        ReadOnlySpan<float> weight = network.Set.Parameters[4].In(network.Set);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < Width; i++)
            {
                float sum = 0;
                for (int head = 0; head < heads; head++)
                {
                    sum = MathF.FusedMultiplyAdd(network.Factors[(row * heads) + head], weight[(i * heads) + head], sum);
                }

                int at = (row * Width) + i;
                Assert.Equal(hidden.Values[at] > 0 ? sum : 0, hidden.Gradient[at]);
            }
        }
    }

    [Fact]
    public void Inputs_get_their_gradient_where_weights_are_held()
    {
        using Network network = new(1, 0.6);
        float[] stored = Input(Reader.After);
        Assert.Equal(stored, Input(Reader.None));
        Assert.Contains(stored, value => value != 0);

        float[] Input(Reader other)
        {
            using Tape tape = new(network.Set) { HoldsParameters = true };
            Tensor x = tape.Variable(network.X.AsSpan(0, 64 * Inputs), new Shape(64, Inputs));
            (_, Tensor loss) = network.Forward(x, other);
            tape.Backward(loss);
            return x.Gradient.ToArray();
        }
    }

    [Theory]
    [InlineData(Activation.Relu, 256)]
    [InlineData(Activation.Relu, 320)]
    [InlineData(Activation.Tanh, 256)]
    public void A_single_row_gives_what_it_gives_among_others(Activation activation, int width)
    {
        Rng rng = new(9);
        using ParameterSet set = new();
        Linear below = new(set, "below", (Inputs, 256), new TorchDefault(), rng, activation);
        Linear layer = new(set, "layer", (256, width), new TorchDefault(), rng, activation);
        float[] x = new float[16 * Inputs];
        rng.StandardNormal(x);
        using Tape tape = new(set) { IsRecording = false };
        float[] together = Forward(0, 16);
        for (int row = 0; row < 16; row++)
        {
            Assert.Equal(together[(row * width)..((row + 1) * width)], Forward(row, 1));
        }

        float[] Forward(int first, int count)
        {
            tape.Clear();
            Tensor input = tape.Input(x.AsSpan(first * Inputs, count * Inputs), new Shape(count, Inputs));
            return layer.Forward(below.Forward(input)).Values.ToArray();
        }
    }

    [Fact]
    public void No_rows_have_no_gradient()
    {
        using Network network = new(2, 0.6);
        Assert.All(network.Gradients(null, 0, Reader.None), value => Assert.Equal(0, value));
    }

    [Fact]
    public void What_is_written_into_a_layer_is_what_all_threads_read()
    {
        using Network network = new(2, 0.6);
        float[] alone = Edited(null);
        using ComputeTeam three = new(3);
        Assert.Equal(alone, Edited(three));

        float[] Edited(ComputeTeam? team)
        {
            using Tape tape = new(network.Set, team);
            return network.Edited(tape);
        }
    }

    private sealed class Network : IDisposable
    {
        private const int MostRows = 96;
        private readonly Linear first;
        private readonly Linear second;
        private readonly Linear head;

        public Network(int heads, double silent)
        {
            Rng rng = new(4);
            first = new Linear(Set, "first", (Inputs, Width), new TorchDefault(), rng, Activation.Relu);
            second = new Linear(Set, "second", (Width, Width), new TorchDefault(), rng, Activation.Relu);
            head = new Linear(Set, "head", (Width, heads), new TorchDefault(), rng);
            foreach (ref float bias in Set.Parameters[3].In(Set))
            {
                bias = rng.Random() < silent ? -100 : bias;
            }

            X = new float[MostRows * Inputs];
            rng.StandardNormal(X);
            Factors = new float[MostRows * heads];
            rng.StandardNormal(Factors);
        }

        public ParameterSet Set { get; } = new();

        public float[] X { get; }

        public float[] Factors { get; }

        public float[] Gradients(ComputeTeam? team, int rows, Reader other)
        {
            using Tape tape = new(Set, team);
            foreach (Parameter parameter in Set.Parameters)
            {
                parameter.In(tape.Gradients).Fill(float.NaN);
            }

            tape.Gradients.Clear();
            (_, Tensor loss) = Forward(tape, rows, other);
            tape.Backward(loss);
            return tape.Gradients.Values.ToArray();
        }

        public (Tensor Hidden, Tensor Loss) Forward(Tape tape, int rows, Reader other) =>
            Forward(tape.Input(X.AsSpan(0, rows * Inputs), new Shape(rows, Inputs)), other);

        // What something else reads, too, needs its gradient in one place, before or after the head adds to it.
        public (Tensor Hidden, Tensor Loss) Forward(Tensor x, Reader other)
        {
            Tensor hidden = second.Forward(first.Forward(x));
            Tensor? before = other == Reader.Before ? (hidden * 0).Sum() : null;
            Tensor outputs = head.Forward(hidden);
            Tensor loss = (outputs * x.Tape.Input(Factors.AsSpan(0, outputs.Shape.Length), outputs.Shape)).Sum();
            loss = before is { } added ? loss + added : loss;
            return (hidden, other == Reader.After ? loss + (hidden * 0).Sum() : loss);
        }

        /// <summary>Outputs where part of the first layer is left out by hand.</summary>
        public float[] Edited(Tape tape)
        {
            Tensor below = first.Forward(tape.Input(X, new Shape(MostRows, Inputs)));
            below.Values[..(MostRows * Width / 2)].Clear();
            return head.Forward(second.Forward(below)).Values.ToArray();
        }

        public void Dispose() => Set.Dispose();
    }
}
