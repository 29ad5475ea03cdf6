namespace GymSharp.Learning.Training;

/// <summary>What a training run shall do.</summary>
public sealed record TrainingRequest
{
    /// <summary>Name of the algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Id of the environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Environment steps, or null for the tuned or the algorithm's default.</summary>
    public long? Steps { get; init; }

    /// <summary>Seed of everything random in the run.</summary>
    public ulong Seed { get; init; }

    /// <summary>Options of the algorithm by name; they go before tuned ones.</summary>
    public IReadOnlyDictionary<string, object?> Options { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Keyword arguments of the environment.</summary>
    public IReadOnlyDictionary<string, object?> EnvironmentArguments { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>
    /// Wrappers around the environment, the innermost first, each as <see cref="WrapperText"/> reads it; null for the
    /// tuned ones.
    /// </summary>
    public IReadOnlyList<string>? Wrappers { get; init; }

    /// <summary>Directory of the run, or null for the next free one below <c>runs/</c>.</summary>
    public string? RunDirectory { get; init; }

    /// <summary>Continues the run in <see cref="RunDirectory"/>.</summary>
    public bool Resume { get; init; }

    /// <summary>
    /// Episodes of the evaluation at the end, or null for the tuned number, else 100; when continuing, for that of the
    /// run.
    /// </summary>
    public int? EvaluationEpisodes { get; init; }

    /// <summary>
    /// Environment steps between two checkpoints, or null for one every 20 seconds, fewer where writing one takes long.
    /// </summary>
    public long? CheckpointEvery { get; init; }

    /// <summary>
    /// Environment steps between two evaluations while training, whose best agent is kept; null for the tuned number,
    /// else none.
    /// </summary>
    public long? EvaluateEvery { get; init; }

    /// <summary>
    /// Ends the run as soon as the mean return reaches this: that of an evaluation where there are evaluations while
    /// training, else that of the last 100 episodes. Null for the tuned number, else never.
    /// </summary>
    public double? StopAt { get; init; }

    /// <summary>Threads that the run may use, or 0 for as many as there are processors.</summary>
    public int Threads { get; init; }

    /// <summary>The algorithm itself, where it is none of the catalog; <see cref="Algorithm"/> is its name.</summary>
    public AlgorithmSpec? CustomAlgorithm { get; init; }

    /// <summary>Records a video of the untrained and one of the trained agent.</summary>
    public bool Video { get; init; } = true;

    /// <summary>The command that repeats the run, for <c>run.json</c>.</summary>
    public string Command { get; init; } = "";
}
