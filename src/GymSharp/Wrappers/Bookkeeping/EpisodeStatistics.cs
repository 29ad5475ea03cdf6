namespace GymSharp.Wrappers;

/// <summary>
/// What <see cref="RecordEpisodeStatistics{TObservation, TAction}"/> puts into the info at the end of an episode.
/// </summary>
/// <param name="Return">Sum of the rewards; Gymnasium's <c>r</c>.</param>
/// <param name="Length">Number of steps; Gymnasium's <c>l</c>.</param>
/// <param name="Seconds">Seconds since the reset, to the microsecond; Gymnasium's <c>t</c>.</param>
public sealed record EpisodeStatistics(double Return, int Length, double Seconds);
