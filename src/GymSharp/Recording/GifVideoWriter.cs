using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Records an animated GIF; see <see cref="GifWriter"/> for what is stored.</summary>
public sealed class GifVideoWriter : IVideoWriter
{
    private readonly string path;
    private readonly PartialFile file;
    private readonly GifWriter gif;
    private readonly GifClock clock;
    private bool completed;
    private bool disposed;

    /// <summary>Starts a recording.</summary>
    /// <param name="path">The file; replaced if it exists when the recording is completed. Its folder must
    /// exist.</param>
    /// <param name="framesPerSecond">Frames per second, above 0. GIF players do not go beyond 50, so faster
    /// recordings play at 50; all frames are kept.</param>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public GifVideoWriter(string path, double framesPerSecond)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        clock = new GifClock(framesPerSecond);
        this.path = Path.GetFullPath(path);
        file = new PartialFile(this.path);
        gif = new GifWriter(file.Stream, leaveOpen: true);
    }

    /// <inheritdoc/>
    public int FrameCount => gif.FrameCount;

    /// <inheritdoc/>
    public string? Notice { get; internal init; }

    /// <inheritdoc/>
    public void Append(Frame frame)
    {
        ObjectDisposedException.ThrowIf(disposed || completed, this);
        gif.AddFrame(frame, clock.DelayOf(gif.FrameCount));
    }

    /// <inheritdoc/>
    public string Complete()
    {
        if (completed)
        {
            return path;
        }

        ObjectDisposedException.ThrowIf(disposed, this);
        if (FrameCount == 0)
        {
            throw new InvalidOperationException($"No frame was appended to {path}; a video needs at least one.");
        }

        gif.Dispose();
        file.Commit();
        completed = true;
        return path;
    }

    /// <summary>Ends the recording; what was not completed is deleted.</summary>
    public void Dispose()
    {
        disposed = true;
        file.Dispose();
    }
}
