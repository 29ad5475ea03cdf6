using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Vector.Wrappers;

/// <summary>Records videos that show all environments of a batch side by side.</summary>
/// <typeparam name="TObservation">Element type of the observations.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <remarks>
/// Episodes are those of environment 0: triggers count them, and the manifest beside each video holds their seed,
/// returns and lengths. Under <see cref="AutoresetMode.SameStep"/> the last frame of an episode cannot be seen.
/// </remarks>
public sealed class RecordVideo<TObservation, TAction> : VectorWrapper<TObservation, TAction>
    where TObservation : notnull
    where TAction : notnull
{
    private readonly TriggeredRecording recording;
    private readonly bool firstOnly;
    private readonly double aspect;
    private FrameGrid? grid;
    private bool isResetNext;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">A batch made with <see cref="RenderMode.RgbArray"/>; disposed with this one.</param>
    /// <param name="videoFolder">Where videos go; created if need be. Warns where it holds files already.</param>
    /// <param name="options">Triggers, lengths, names; null for the defaults.</param>
    /// <param name="aspect">Width divided by height that the picture of all environments should come near to.</param>
    /// <param name="firstOnly">Whether environment 0 alone is shown.</param>
    /// <exception cref="ArgumentException">The batch renders no pictures, or an option is out of its range.</exception>
    /// <exception cref="VideoException">The folder cannot be written to.</exception>
    public RecordVideo(
        VectorEnv<TObservation, TAction> envs,
        string videoFolder,
        RecordVideoOptions? options = null,
        double aspect = 1.0,
        bool firstOnly = false)
        : base(envs)
    {
        ArgumentException.ThrowIfNullOrEmpty(videoFolder);
        if (envs.RenderMode != RenderMode.RgbArray)
        {
            throw new ArgumentException(
                $"Render mode is {envs.RenderMode}, which is incompatible with RecordVideo. "
                + "Make the batch with a render mode that returns an image: RenderMode.RgbArray.",
                nameof(envs));
        }

        if (AutoresetMode == AutoresetMode.SameStep)
        {
            GymLog.Warn(
                "The batch resets within the step that ends an episode. Recorded episodes will not contain their last "
                + "frame.");
        }

        this.aspect = aspect;
        this.firstOnly = firstOnly;
        recording = new(videoFolder, options ?? new RecordVideoOptions(), envs.Metadata.RenderFps);
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
    protected override void OnReset(Span<TObservation> observations, VectorReset request)
    {
        base.OnReset(observations, request);
        if (request.Includes(0))
        {
            recording.NoteSeed(request.SeedOf(0));
            recording.BeginEpisode(Spec?.Id);
        }

        isResetNext = false;
        Capture();
    }

    /// <inheritdoc/>
    protected override void OnStep(ReadOnlySpan<TAction> actions, StepBatch<TObservation> batch)
    {
        base.OnStep(actions, batch);
        bool isEpisodeStart = AutoresetMode switch
        {
            AutoresetMode.NextStep => isResetNext,
            AutoresetMode.SameStep => batch.DoneAt(0),
            _ => false,
        };
        if (!isEpisodeStart || AutoresetMode == AutoresetMode.SameStep)
        {
            recording.CountStep(batch.Rewards[0], batch.Terminated[0], batch.Truncated[0]);
        }

        if (isEpisodeStart)
        {
            recording.BeginEpisode(Spec?.Id);
        }

        isResetNext = batch.DoneAt(0);
        recording.EndStep(Spec?.Id);
        Capture();
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        recording.SyncState(sync);
        sync.Sync(ref isResetNext);
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
            recording.Capture(Picture());
        }
    }

    private Frame? Picture()
    {
        IReadOnlyList<Frame>? frames = Wrapped.Render();
        if (frames is null || firstOnly)
        {
            return frames?[0];
        }

        grid ??= FrameGrid.WithAspect(aspect, frames[0], frames.Count);
        return grid.Join(frames);
    }
}
