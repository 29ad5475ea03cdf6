namespace GymSharp.Cli.Commands;

/// <summary>What a rollout shall do.</summary>
internal sealed record RolloutRequest
{
    public required string Environment { get; init; }

    public ulong? Seed { get; init; }

    /// <summary>Number of steps; null for 100, or for as many as there are actions.</summary>
    public int? Steps { get; init; }

    public ulong? ActionSeed { get; init; }

    public string? ActionsFile { get; init; }

    /// <summary>
    /// A run directory or one of <see cref="BuiltInPlayer.Names"/>; null for sampled or given actions.
    /// </summary>
    public string? Policy { get; init; }

    public required IReadOnlyDictionary<string, object?> Arguments { get; init; }

    public required IReadOnlyDictionary<string, object?> ResetOptions { get; init; }

    public bool Full { get; init; }

    public string? OutputFile { get; init; }
}
