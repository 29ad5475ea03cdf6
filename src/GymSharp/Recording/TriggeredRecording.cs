using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Recording;

/// <summary>
/// Counts episodes and steps, and starts and ends videos by the triggers of the options; what the single and the vector
/// form of <c>RecordVideo</c> share.
/// </summary>
internal sealed class TriggeredRecording
{
    private readonly RecordVideoOptions options;
    private readonly Func<int, bool>? episodeTrigger;
    private readonly double framesPerSecond;
    private VideoSession? session;
    private string? lastNotice;
    private int episode = -1;
    private int step = -1;
    private bool hasSeed;
    private ulong lastSeed;

    /// <summary>Checks the options and prepares the folder.</summary>
    /// <param name="videoFolder">Where videos go.</param>
    /// <param name="options">Triggers, lengths, names.</param>
    /// <param name="renderFps">Frames per second where the options name none.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="VideoException">The folder cannot be written to.</exception>
    public TriggeredRecording(string videoFolder, RecordVideoOptions options, double renderFps)
    {
        this.options = options;
        ArgumentOutOfRangeException.ThrowIfNegative(options.VideoLength, nameof(options));
        framesPerSecond = VideoSession.ExpectFps(options.Fps ?? renderFps);
        episodeTrigger = options.EpisodeTrigger
            ?? (options.StepTrigger is null ? RecordVideoOptions.CappedCubicSchedule : null);
        Folder = VideoFolders.Prepare(videoFolder);
    }

    /// <summary>Where videos go.</summary>
    public string Folder { get; }

    /// <summary>Whether a video is being recorded.</summary>
    public bool IsRecording => session is not null;

    /// <summary>Starts a video; one that is being recorded is finished first.</summary>
    /// <param name="videoName">File name without folder and extension.</param>
    /// <param name="envId">Id for the manifest, or null.</param>
    public void Start(string videoName, string? envId)
    {
        ArgumentException.ThrowIfNullOrEmpty(videoName);
        Stop();
        session = new VideoSession(Path.Combine(Folder, videoName), framesPerSecond, options.Video);
        session.Describe(envId, hasSeed ? lastSeed : null, Math.Max(episode, 0));
    }

    /// <summary>Finishes the video that is being recorded, if any.</summary>
    public void Stop()
    {
        if (session is not { } finished)
        {
            return;
        }

        session = null;
        if (finished.Finish() is { } file)
        {
            options.Log?.Invoke($"Saved {file}: {finished.FrameCount} frames.");
        }

        if (finished.Notice is { } notice && notice != lastNotice)
        {
            lastNotice = notice;
            GymLog.Warn(notice);
        }
    }

    /// <summary>Remembers the seed of a reset, where one is given, for the manifest.</summary>
    public void NoteSeed(ulong? seed)
    {
        hasSeed |= seed is not null;
        lastSeed = seed ?? lastSeed;
    }

    /// <summary>An episode begins.</summary>
    public void BeginEpisode(string? envId)
    {
        episode++;
        if (options.VideoLength == 0)
        {
            Stop();
        }

        if (episodeTrigger?.Invoke(episode) == true)
        {
            Start($"{options.NamePrefix}-episode-{episode}", envId);
        }

        session?.BeginEpisode();
    }

    /// <summary>Notes a step of the episode for the manifest.</summary>
    public void CountStep(double reward, bool terminated, bool truncated) =>
        session?.CountStep(reward, terminated, truncated);

    /// <summary>A step was taken, which may start a video.</summary>
    public void EndStep(string? envId)
    {
        step++;
        if (options.StepTrigger?.Invoke(step) == true)
        {
            Start($"{options.NamePrefix}-step-{step}", envId);
        }
    }

    /// <summary>Appends a frame to the video that is being recorded; ends it where it is long enough.</summary>
    public void Capture(Frame? frame)
    {
        if (session is { } current
            && (!current.Capture(frame) || (options.VideoLength > 0 && current.FrameCount > options.VideoLength)))
        {
            Stop();
        }
    }

    /// <summary>Reads or writes the counters; reading ends the video at hand.</summary>
    public void SyncState(StateSync sync)
    {
        if (sync.IsReading)
        {
            Stop();
        }

        sync.Sync(ref episode);
        sync.Sync(ref step);
        sync.Sync(ref hasSeed);
        sync.Sync(ref lastSeed);
    }
}
