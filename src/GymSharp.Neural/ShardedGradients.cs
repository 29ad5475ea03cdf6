using System.Numerics.Tensors;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural;

/// <summary>
/// The gradient of a loss over a batch whose rows are shared out to the threads: each shard goes forwards and backwards
/// on one core, so that only gradients travel between cores.
/// </summary>
/// <remarks>
/// The best way for small networks over hundreds of rows. Shards depend on the number of rows alone and their gradients
/// are added in order, so the result is the same for any number of threads. For large layers over few rows, give the
/// team to a <see cref="Tape"/> instead.
/// </remarks>
public sealed class ShardedGradients : IDisposable
{
    /// <summary>Most shards of a batch.</summary>
    public const int MaxShards = 8;

    private const int LeastRows = 128;

    private readonly ComputeTeam team;
    private readonly Tape[] tapes = new Tape[MaxShards];
    private readonly float[] losses = new float[MaxShards];
    private readonly EvaluateJob evaluate;
    private readonly AddJob add;
    private readonly Gradients total;
    private int shards = 1;

    /// <summary>Prepares.</summary>
    /// <param name="parameters">The set; complete, nothing is added later.</param>
    /// <param name="team">Threads, or null to work alone.</param>
    public ShardedGradients(ParameterSet parameters, ComputeTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.team = team ?? ComputeTeam.Alone;
        for (int i = 0; i < MaxShards; i++)
        {
            tapes[i] = new Tape(parameters);
        }

        total = new Gradients(parameters, team);
        evaluate = new EvaluateJob(this);
        add = new AddJob(this);
    }

    /// <summary>The gradient of the last batch.</summary>
    public Gradients Gradients => shards == 1 ? tapes[0].Gradients : total;

    /// <summary>Rows of one shard.</summary>
    /// <param name="rows">Rows of the batch.</param>
    public static int RowsPerShard(int rows) => Math.Max(LeastRows, (rows + MaxShards - 1) / MaxShards);

    /// <summary>Number of shards of a batch.</summary>
    /// <param name="rows">Rows of the batch.</param>
    public static int ShardsOf(int rows) => (rows + RowsPerShard(rows) - 1) / RowsPerShard(rows);

    /// <summary>Computes loss and gradient of a batch.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="loss">The loss.</param>
    /// <returns>The loss: the sum over the shards.</returns>
    public float Run(int rows, IShardLoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        shards = ShardsOf(rows);
        evaluate.Loss = loss;
        evaluate.Rows = rows;
        if (team.Members == 1 && shards > 1)
        {
            RunAlone();
        }
        else
        {
            team.Run(evaluate, shards);
            if (shards > 1)
            {
                FlatParts.Run(team, add, total.Values.Length);
            }
        }

        float sum = 0;
        for (int i = 0; i < shards; i++)
        {
            sum += losses[i];
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        total.Dispose();
        foreach (Tape tape in tapes)
        {
            tape.Dispose();
        }
    }

    // The same sums in the same order, but each is added while the cache still holds it.
    private void RunAlone()
    {
        Tape tape = tapes[0];
        for (int i = 0; i < shards; i++)
        {
            evaluate.Run(i, tape);
            if (i == 0)
            {
                tape.Gradients.Values.CopyTo(total.Values);
            }
            else
            {
                TensorPrimitives.Add(total.Values, tape.Gradients.Values, total.Values);
            }
        }
    }

    private sealed class EvaluateJob(ShardedGradients owner) : IComputeJob
    {
        public IShardLoss Loss { get; set; } = null!;

        public int Rows { get; set; }

        public void Run(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                Run(i, owner.tapes[i]);
            }
        }

        public void Run(int shard, Tape tape)
        {
            int size = RowsPerShard(Rows);
            int first = shard * size;
            tape.Clear();
            tape.Gradients.Clear();
            Tensor loss = Loss.Evaluate(tape, new Shard(shard, first, Math.Min(size, Rows - first), Rows));
            owner.losses[shard] = loss.Item;
            tape.Backward(loss);
            tape.Gradients.Settle();
        }
    }

    private sealed class AddJob(ShardedGradients owner) : IComputeJob
    {
        public void Run(int first, int end)
        {
            int start = first * FlatParts.Length;
            int length = Math.Min(end * FlatParts.Length, owner.total.Values.Length) - start;
            Span<float> total = owner.total.Values.Slice(start, length);
            TensorPrimitives.Add(Part(0), Part(1), total);
            for (int i = 2; i < owner.shards; i++)
            {
                TensorPrimitives.Add(total, Part(i), total);
            }

            ReadOnlySpan<float> Part(int shard) => owner.tapes[shard].Gradients.Values.Slice(start, length);
        }
    }
}
