namespace GymSharp.Learning;

/// <summary>What happened since the last report.</summary>
/// <param name="Steps">Environment steps since the beginning of the run (backups of a state and action where
/// planning).</param>
/// <param name="Episodes">Episodes that have ended since the beginning of the run.</param>
/// <param name="EpisodeReturn">Undiscounted return of the episode that just ended (mean where there were several), or
/// null.</param>
/// <param name="EpisodeLength">Its length in steps (mean where there were several), or null.</param>
/// <param name="Metrics">
/// Further numbers of the algorithm, by name. One that is not finite ends the run: what has no value is left out.
/// They hold until the learner goes on.
/// </param>
public readonly record struct LearningReport(
    long Steps,
    long Episodes,
    double? EpisodeReturn,
    double? EpisodeLength,
    IReadOnlyList<KeyValuePair<string, double>> Metrics)
{
    /// <summary>Updates of the networks since the beginning of the run; null where each report is one.</summary>
    public long? Updates { get; init; }
}
