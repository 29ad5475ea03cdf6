using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Recording;

/// <summary>Records videos of some episodes, or of some steps, with a manifest beside each.</summary>
/// <typeparam name="TObservation">Type of the observations.</typeparam>
/// <typeparam name="TAction">Type of the actions.</typeparam>
/// <remarks>
/// Videos are MP4 where <c>ffmpeg</c> is found, otherwise GIF. What goes wrong while recording becomes a warning: it
/// never stops the program that is recorded, and the frames so far are kept. The manifest <c>NAME.json</c> holds
/// environment, seed, frames per second, number of frames, and return and length of each episode. A restored state ends
/// the video at hand.
/// </remarks>
public sealed class RecordVideo<TObservation, TAction> : Wrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
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

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An environment made with <see cref="RenderMode.RgbArray"/>.</param>
    /// <param name="videoFolder">Where videos go; created if need be. Warns where it holds files already.</param>
    /// <param name="options">Triggers, lengths, names; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The environment renders no pictures, or an option is out of its range.
    /// </exception>
    /// <exception cref="VideoException">The folder cannot be written to.</exception>
    public RecordVideo(Env<TObservation, TAction> env, string videoFolder, RecordVideoOptions? options = null)
        : base(env)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentException.ThrowIfNullOrEmpty(videoFolder);
        this.options = options ?? new RecordVideoOptions();
        VideoSession.ExpectPictures(env, "RecordVideo");
        ArgumentOutOfRangeException.ThrowIfNegative(this.options.VideoLength, nameof(options));
        framesPerSecond = VideoSession.ExpectFps(this.options.Fps ?? env.Metadata.RenderFps);
        episodeTrigger = this.options.EpisodeTrigger
            ?? (this.options.StepTrigger is null ? RecordVideoOptions.CappedCubicSchedule : null);
        VideoFolder = VideoFolders.Prepare(videoFolder);
    }

    /// <summary>Where videos go.</summary>
    public string VideoFolder { get; }

    /// <summary>Whether a video is being recorded.</summary>
    public bool IsRecording => session is not null;

    /// <summary>Starts a video now, whatever the triggers say; one that is being recorded is finished first.</summary>
    /// <param name="videoName">File name without folder and extension.</param>
    public void StartRecording(string videoName)
    {
        ArgumentException.ThrowIfNullOrEmpty(videoName);
        StopRecording();
        session = new VideoSession(Path.Combine(VideoFolder, videoName), framesPerSecond, options.Video);
        session.Describe(Spec?.Id, hasSeed ? lastSeed : null, Math.Max(episode, 0));
    }

    /// <summary>Finishes the video that is being recorded, if any.</summary>
    public void StopRecording()
    {
        if (session is not { } finished)
        {
            return;
        }

        session = null;
        string? file = finished.Finish();
        if (file is not null)
        {
            options.Log?.Invoke($"Saved {file}: {finished.FrameCount} frames.");
        }

        if (finished.Notice is { } notice && notice != lastNotice)
        {
            lastNotice = notice;
            GymLog.Warn(notice);
        }
    }

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        episode++;
        hasSeed |= seed is not null;
        lastSeed = seed ?? lastSeed;
        if (this.options.VideoLength == 0)
        {
            StopRecording();
        }

        if (episodeTrigger?.Invoke(episode) == true)
        {
            StartRecording($"{this.options.NamePrefix}-episode-{episode}");
        }

        session?.BeginEpisode();
        Capture();
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> result = Wrapped.Step(action, reuse);
        step++;
        session?.CountStep(result.Reward, result.Terminated, result.Truncated);
        if (options.StepTrigger?.Invoke(step) == true)
        {
            StartRecording($"{options.NamePrefix}-step-{step}");
        }

        Capture();
        return result;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        if (sync.IsReading)
        {
            StopRecording();
        }

        sync.Sync(ref episode);
        sync.Sync(ref step);
        sync.Sync(ref hasSeed);
        sync.Sync(ref lastSeed);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopRecording();
        }

        base.Dispose(disposing);
    }

    private void Capture()
    {
        if (session is null)
        {
            return;
        }

        bool goesOn = session.Capture(Wrapped);
        if (!goesOn || (options.VideoLength > 0 && session.FrameCount > options.VideoLength))
        {
            StopRecording();
        }
    }
}
