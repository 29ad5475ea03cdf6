using GymSharp.Neural.Networks;
using GymSharp.Neural.Threading;
using GymSharp.Randomness;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>Outputs for a batch whose rows are shared out to threads.</summary>
public sealed class ShardedForwardTests : IDisposable
{
    private const int Inputs = 12;

    private readonly ParameterSet set = new();
    private readonly Mlp network;
    private readonly float[] x = new float[400 * Inputs];

    public ShardedForwardTests()
    {
        Rng rng = new(2);
        network = new Mlp(set, "n", new MlpOptions { Inputs = Inputs, Hidden = [128, 96], Outputs = 3 }, rng);
        rng.StandardNormal(x);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Outputs_are_those_of_one_tape(int members)
    {
        using ComputeTeam team = new(members);
        using ShardedForward shards = new(set, team);
        foreach (int rows in new[] { 400, 5, 129, 400 })
        {
            using Tape tape = new(set) { IsRecording = false };
            Tensor expected = network.Forward(tape.Input(x.AsSpan(0, rows * Inputs), new Shape(rows, Inputs)));
            Assert.Equal(expected.Values, shards.Run(rows, Forward));
        }
    }

    [Fact]
    public void Weights_that_change_are_read_anew()
    {
        using ComputeTeam team = new(2);
        using ShardedForward shards = new(set, team);
        float[] before = shards.Run(400, Forward).ToArray();
        set.Values.Clear();
        set.MarkChanged();
        Assert.Contains(before, value => value != 0);
        Assert.All(shards.Run(400, Forward).ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void No_rows_are_refused()
    {
        using ShardedForward shards = new(set);
        Assert.Throws<ArgumentOutOfRangeException>(() => shards.Run(0, Forward).Length);
    }

    public void Dispose() => set.Dispose();

    private Tensor Forward(Tape tape, Shard shard) => network.Forward(
        tape.Input(x.AsSpan(shard.First * Inputs, shard.Count * Inputs), new Shape(shard.Count, Inputs)));
}
