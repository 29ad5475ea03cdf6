using GymSharp.Neural.Threading;

namespace GymSharp.Neural;

/// <summary>
/// What a network says about a batch, without gradients: rows are shared out to the threads, so that all layers of a
/// row are computed on one core and nothing but outputs travels between cores.
/// </summary>
/// <remarks>
/// A small batch is not shared by rows; then the team shares each layer. Every output is the same number either way.
/// </remarks>
public sealed class ShardedForward : IDisposable
{
    // Fewer rows do not pay for reading all weights.
    private const int LeastRows = 64;

    private readonly ParameterSet parameters;
    private readonly ComputeTeam team;

    // Made when they are first needed: batches of one learner are mostly of one size.
    private readonly Tape?[] tapes;
    private readonly Tensor[] results;
    private readonly Job job;
    private Tape? whole;
    private float[] outputs = [];

    /// <summary>Prepares.</summary>
    /// <param name="parameters">The set; complete, nothing is added later.</param>
    /// <param name="team">Threads, or null to work alone.</param>
    public ShardedForward(ParameterSet parameters, ComputeTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = parameters;
        this.team = team ?? ComputeTeam.Alone;
        tapes = new Tape?[this.team.Members];
        results = new Tensor[tapes.Length];
        job = new Job(tapes, results);
    }

    /// <summary>Computes the outputs of a batch.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="forward">
    /// Computes [rows of the shard, outputs] on a tape; it runs on several threads at once.
    /// </param>
    /// <returns>[rows, outputs], until the next call.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no rows.</exception>
    public ReadOnlySpan<float> Run(int rows, Func<Tape, Shard, Tensor> forward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        int shards = Math.Min(tapes.Length, rows / LeastRows);
        if (shards <= 1)
        {
            whole ??= new Tape(parameters, team) { IsRecording = false };
            whole.Clear();
            return forward(whole, new Shard(0, 0, rows, rows)).Values;
        }

        for (int i = 0; i < shards; i++)
        {
            tapes[i] ??= new Tape(parameters) { IsRecording = false };
        }

        (job.Forward, job.Rows, job.Shards) = (forward, rows, shards);
        team.Run(job, shards);
        return Collect(shards, rows * results[0].Shape.Columns);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        whole?.Dispose();
        foreach (Tape? tape in tapes)
        {
            tape?.Dispose();
        }
    }

    private ReadOnlySpan<float> Collect(int shards, int length)
    {
        if (outputs.Length < length)
        {
            outputs = new float[length];
        }

        int done = 0;
        for (int i = 0; i < shards; i++)
        {
            results[i].Values.CopyTo(outputs.AsSpan(done));
            done += results[i].Values.Length;
        }

        return outputs.AsSpan(0, length);
    }

    private sealed class Job(Tape?[] tapes, Tensor[] results) : IComputeJob
    {
        public Func<Tape, Shard, Tensor> Forward { get; set; } = null!;

        public int Rows { get; set; }

        public int Shards { get; set; }

        public void Run(int first, int end)
        {
            for (int i = first; i < end; i++)
            {
                int start = (int)((long)Rows * i / Shards);
                int stop = (int)((long)Rows * (i + 1) / Shards);
                Tape tape = tapes[i]!;
                tape.Clear();
                results[i] = Forward(tape, new Shard(i, start, stop - start, Rows));
            }
        }
    }
}
