namespace GymSharp.Recording;

/// <summary>Records a video by hand: call <see cref="CaptureFrame"/> whenever a frame shall be taken.</summary>
/// <remarks>
/// As in <see cref="RecordVideo{TObservation, TAction}"/>, failures become warnings and the frames so far are kept.
/// </remarks>
public sealed class VideoRecorder : IDisposable
{
    private readonly Env env;
    private readonly VideoSession? session;
    private bool isClosed;

    /// <summary>Prepares a recording; the file is begun with the first frame.</summary>
    /// <param name="env">
    /// An environment made with <see cref="RenderMode.RgbArray"/>; not disposed with the recorder.
    /// </param>
    /// <param name="path">
    /// The file. An extension <c>.mp4</c> or <c>.gif</c> decides the format; without one it is MP4 where <c>ffmpeg</c>
    /// is found, otherwise GIF.
    /// </param>
    /// <param name="framesPerSecond">Frames per second; null for the environment's.</param>
    /// <param name="enabled">Whether to record at all; a recorder that is not enabled does nothing.</param>
    /// <param name="options">Encoder; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The environment renders no pictures, or the frame rate is not positive.
    /// </exception>
    public VideoRecorder(
        Env env, string path, double? framesPerSecond = null, bool enabled = true, VideoOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.env = env;
        Path = System.IO.Path.GetFullPath(path);
        if (!enabled)
        {
            return;
        }

        VideoSession.ExpectPictures(env, nameof(VideoRecorder));
        (string name, VideoOptions format) = FormatOf(Path, options ?? new VideoOptions());
        session = new VideoSession(name, VideoSession.ExpectFps(framesPerSecond ?? env.Metadata.RenderFps), format);
        session.Describe(env.Spec?.Id, null, 0);
    }

    /// <summary>The path asked for; after <see cref="Close"/> that of the video, whose extension may differ.</summary>
    public string Path { get; private set; }

    /// <summary>Whether frames are taken: enabled, not closed, and nothing failed.</summary>
    public bool Enabled => session is not null && !isClosed;

    /// <summary>Number of frames taken.</summary>
    public int FrameCount => session?.FrameCount ?? 0;

    /// <summary>Renders the environment and appends the picture.</summary>
    public void CaptureFrame()
    {
        if (Enabled && !session!.Capture(env))
        {
            Close();
        }
    }

    /// <summary>Saves the video and its manifest; further frames are ignored.</summary>
    public void Close()
    {
        if (!Enabled)
        {
            return;
        }

        isClosed = true;
        Path = session!.Finish() ?? Path;
        if (session.Notice is { } notice)
        {
            GymLog.Warn(notice);
        }
    }

    /// <inheritdoc cref="Close"/>
    public void Dispose() => Close();

    private static (string Name, VideoOptions Options) FormatOf(string path, VideoOptions options) =>
        System.IO.Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".MP4" => (path[..^4], options with { Format = VideoFormat.Auto }),
            ".GIF" => (path[..^4], options with { Format = VideoFormat.Gif }),
            _ => (path, options),
        };
}
