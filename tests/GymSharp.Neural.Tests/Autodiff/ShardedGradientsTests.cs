using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>Batches in shards, whose tapes share one set of weights, and layers that a team shares by columns.</summary>
public sealed class ShardedGradientsTests
{
    private const int Rows = 600;
    private const int Inputs = 20;

    [Fact]
    public void Shards_give_the_same_bits_for_any_number_of_threads()
    {
        float[] alone = Sharded(1);
        Assert.Contains(alone, value => value != 0);
        Assert.Equal(alone, Sharded(2));
        Assert.Equal(alone, Sharded(4));
    }

    [Fact]
    public void Shards_add_up_to_the_gradient_of_the_whole_batch()
    {
        float[] shards = Sharded(2);
        float[] whole = Whole(1, Activation.Relu, 256);
        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i], shards[i], 1e-3f * (1 + Math.Abs(whole[i])));
        }
    }

    [Theory]
    [InlineData(Activation.Relu, 256)]
    [InlineData(Activation.Tanh, 70)]
    [InlineData(Activation.Sigmoid, 33)]
    public void A_team_that_shares_layers_by_columns_gives_the_same_bits(Activation activation, int width)
    {
        float[] alone = Whole(1, activation, width);
        Assert.Equal(alone, Whole(2, activation, width));
        Assert.Equal(alone, Whole(4, activation, width));
    }

    [Fact]
    public void What_some_batches_leave_out_has_no_gradient_there()
    {
        using ParameterSet set = new();
        Parameter always = set.Add("always", new Shape(64, 300));
        Parameter often = set.Add("often", new Shape(64, 300));
        new Rng(8).StandardNormal(set.Values);
        set.MarkChanged();
        using ComputeTeam team = new(4);
        using ShardedGradients gradients = new(set, team);
        for (int batch = 0; batch < 60; batch++)
        {
            gradients.Run(600, new Choice(always, often, UsesBoth: batch % 2 == 0));
            Assert.All(always.In(gradients.Gradients).ToArray(), value => Assert.Equal(5, value));
            int expected = batch % 2 == 0 ? 5 : 0;
            Assert.All(often.In(gradients.Gradients).ToArray(), value => Assert.Equal(expected, value));
        }
    }

    [Fact]
    public void Weights_that_change_are_packed_anew()
    {
        using Network network = new(Activation.Relu, 256);
        using ComputeTeam team = new(2);
        using Tape tape = new(network.Set, team);
        float before = network.Loss(tape, 0, Rows).Item;
        foreach (ref float weight in network.Set.Values)
        {
            weight *= 2;
        }

        network.Set.MarkChanged();
        tape.Clear();
        float after = network.Loss(tape, 0, Rows).Item;

        // Three layers without biases, and a square: 2 to the power of 6, which rounds nothing.
        Assert.Equal(64 * before, after);
    }

    [Fact]
    public void A_parameter_without_numbers_is_refused()
    {
        using ParameterSet set = new();
        ArgumentException error = Assert.Throws<ArgumentException>(() => set.Add("none", new Shape(0, 4)));
        Assert.Contains("'none'", error.Message, StringComparison.Ordinal);
        Assert.Empty(set.Parameters);
    }

    private static float[] Sharded(int members)
    {
        using Network network = new(Activation.Relu, 256);
        using ComputeTeam team = new(members);
        using ShardedGradients gradients = new(network.Set, team);
        float[] first = [];
        for (int round = 0; round < 2; round++)
        {
            gradients.Run(Rows, network);
            first = round == 0 ? gradients.Gradients.Values.ToArray() : first;
        }

        Assert.Equal(first, gradients.Gradients.Values.ToArray());
        return first;
    }

    private static float[] Whole(int members, Activation activation, int width)
    {
        using Network network = new(activation, width);
        using ComputeTeam team = new(members);
        using Tape tape = new(network.Set, team);
        tape.Backward(network.Loss(tape, 0, Rows));
        return tape.Gradients.Values.ToArray();
    }

    // Each of five shards adds one to every element that it uses.
    private sealed record Choice(Parameter Always, Parameter Often, bool UsesBoth) : IShardLoss
    {
        public Tensor Evaluate(Tape tape, in Shard shard)
        {
            Tensor sum = tape.Use(Always).Sum();
            return UsesBoth ? sum + tape.Use(Often).Sum() : sum;
        }
    }

    private sealed class Network : IShardLoss, IDisposable
    {
        private readonly Linear[] layers;
        private readonly float[] inputs = new float[Rows * Inputs];

        public Network(Activation activation, int width)
        {
            Rng rng = new(3);
            layers =
            [
                new Linear(Set, "a", (Inputs, width), new Orthogonal(1), rng, activation),
                new Linear(Set, "b", (width, width), new Orthogonal(1), rng, activation),
                new Linear(Set, "c", (width, 3), new Orthogonal(1), rng),
            ];
            rng.StandardNormal(inputs);
        }

        public ParameterSet Set { get; } = new();

        public Tensor Evaluate(Tape tape, in Shard shard) => Loss(tape, shard.First, shard.Count);

        public Tensor Loss(Tape tape, int first, int count)
        {
            Tensor x = tape.Input(inputs.AsSpan(first * Inputs, count * Inputs), new Shape(count, Inputs));
            foreach (Linear layer in layers)
            {
                x = layer.Forward(x);
            }

            return x.Square().Sum();
        }

        public void Dispose() => Set.Dispose();
    }
}
