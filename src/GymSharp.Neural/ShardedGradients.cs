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

    // Elements of the gradient that are added up in one piece of work.
    private const int Piece = 2048;

    private readonly ComputeTeam team;
    private readonly Tape[] tapes = new Tape[MaxShards];
    private readonly float[] losses = new float[MaxShards];
    private readonly EvaluateJob evaluate;
    private readonly AddJob add;

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

        evaluate = new EvaluateJob(this);
        add = new AddJob(this);
    }

    /// <summary>The gradient of the last batch.</summary>
    public Gradients Gradients => tapes[0].Gradients;

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
        int shards = ShardsOf(rows);
        evaluate.Loss = loss;
        evaluate.Rows = rows;
        if (team.Members == 1)
        {
            RunAlone(shards);
        }
        else
        {
            team.Run(evaluate, shards);
            if (shards > 1)
            {
                add.Shards = shards;
                int pieces = (Gradients.Values.Length + Piece - 1) / Piece;
                (pieces > 4 ? team : ComputeTeam.Alone).Run(add, pieces);
            }
        }

        float total = 0;
        for (int i = 0; i < shards; i++)
        {
            total += losses[i];
        }

        return total;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Tape tape in tapes)
        {
            tape.Dispose();
        }
    }

    // The same sums in the same order, but each is added while the cache still holds it.
    private void RunAlone(int shards)
    {
        Span<float> total = Gradients.Values;
        for (int i = 0; i < shards; i++)
        {
            Tape tape = tapes[Math.Min(i, 1)];
            evaluate.Run(i, tape);
            if (i > 0)
            {
                TensorPrimitives.Add(total, tape.Gradients.Values, total);
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
        }
    }

    private sealed class AddJob(ShardedGradients owner) : IComputeJob
    {
        public int Shards { get; set; }

        public void Run(int first, int end)
        {
            Span<float> total = owner.Gradients.Values;
            int start = first * Piece;
            int length = Math.Min(end * Piece, total.Length) - start;
            for (int i = 1; i < Shards; i++)
            {
                TensorPrimitives.Add(
                    total.Slice(start, length), owner.tapes[i].Gradients.Values.Slice(start, length),
                    total.Slice(start, length));
            }
        }
    }
}
