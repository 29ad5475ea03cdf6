namespace GymSharp.Cli.Proof;

/// <summary>How cells are proved.</summary>
internal sealed record ProofRequest
{
    /// <summary>The short form.</summary>
    public bool Quick { get; init; }

    /// <summary>Seeds per cell, or null for as many as the list says.</summary>
    public int? Seeds { get; init; }

    /// <summary>Runs side by side; where there are several, each has one thread.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Where the results go.</summary>
    public required string Output { get; init; }

    /// <summary>Where the runs go.</summary>
    public required string Runs { get; init; }

    /// <summary>Runs again what was finished earlier.</summary>
    public bool Again { get; init; }

    /// <summary>Trains nothing and tells of what is finished.</summary>
    public bool OnlyFinished { get; init; }

    /// <summary>Episodes of each evaluation.</summary>
    public int Episodes => Quick ? 20 : 100;

    public int SeedsOf(ProofCell cell) => Seeds ?? (Quick ? 1 : cell.Seeds);

    public string RunDirectory(ProofCell cell, ulong seed) => Path.Combine(
        Runs, cell.Group, cell.Environment.Replace('/', '-'), $"{cell.Label}-{seed}");
}
