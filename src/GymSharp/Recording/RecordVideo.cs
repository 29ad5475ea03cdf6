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
    private readonly TriggeredRecording recording;

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
        VideoSession.ExpectPictures(env, "RecordVideo");
        recording = new(videoFolder, options ?? new RecordVideoOptions(), env.Metadata.RenderFps);
    }

    /// <summary>Where videos go.</summary>
    public string VideoFolder => recording.Folder;

    /// <summary>Whether a video is being recorded.</summary>
    public bool IsRecording => recording.IsRecording;

    /// <summary>Starts a video now, whatever the triggers say; one that is being recorded is finished first.</summary>
    /// <param name="videoName">File name without folder and extension.</param>
    public void StartRecording(string videoName) => recording.Start(videoName, Spec?.Id);

    /// <summary>Finishes the video that is being recorded, if any.</summary>
    public void StopRecording() => recording.Stop();

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, default);

    /// <inheritdoc/>
    protected override (TObservation Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, TObservation? reuse)
    {
        (TObservation Observation, Info Info) result = Wrapped.Reset(seed, options, reuse);
        recording.NoteSeed(seed);
        recording.BeginEpisode(Spec?.Id);
        Capture();
        return result;
    }

    /// <inheritdoc/>
    protected override Step<TObservation> OnStep(TAction action, TObservation? reuse)
    {
        Step<TObservation> result = Wrapped.Step(action, reuse);
        recording.CountStep(result.Reward, result.Terminated, result.Truncated);
        recording.EndStep(Spec?.Id);
        Capture();
        return result;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        recording.SyncState(sync);
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
        if (IsRecording)
        {
            recording.Capture(Wrapped.Render());
        }
    }
}
