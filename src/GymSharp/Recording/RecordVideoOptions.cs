namespace GymSharp.Recording;

/// <summary>When and how <see cref="RecordVideo{TObservation, TAction}"/> records.</summary>
public sealed record RecordVideoOptions
{
    /// <summary>
    /// Whether a recording starts with the episode of this number, counted from 0. Without this and
    /// <see cref="StepTrigger"/>, <see cref="CappedCubicSchedule"/> decides.
    /// </summary>
    public Func<int, bool>? EpisodeTrigger { get; init; }

    /// <summary>Whether a recording starts with the step of this number, counted from 0 over all episodes.</summary>
    public Func<int, bool>? StepTrigger { get; init; }

    /// <summary>
    /// After how many steps a recording ends, episodes ending or not; a video has one frame more. With 0, a recording
    /// ends with its episode.
    /// </summary>
    /// <value>The default is 0.</value>
    public int VideoLength { get; init; }

    /// <summary>Start of the file names: <c>rl-video-episode-0</c>, <c>rl-video-step-0</c>.</summary>
    /// <value>The default is <c>rl-video</c>.</value>
    public string NamePrefix { get; init; } = "rl-video";

    /// <summary>Frames per second of the video; null for the environment's.</summary>
    public double? Fps { get; init; }

    /// <summary>
    /// Gets one line about each video saved, or null for silence (Gymnasium's <c>disable_logger</c>).
    /// </summary>
    public Action<string>? Log { get; init; }

    /// <summary>File format and encoder.</summary>
    public VideoOptions Video { get; init; } = new();

    /// <summary>The episodes 0, 1, 8, 27, … 729, then every 1000th: many videos at first, few later.</summary>
    public static bool CappedCubicSchedule(int episode)
    {
        if (episode >= 1000)
        {
            return episode % 1000 == 0;
        }

        int root = (int)Math.Round(Math.Cbrt(episode));
        return root * root * root == episode;
    }
}
