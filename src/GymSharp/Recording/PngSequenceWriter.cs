using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Records a folder of pictures, <c>000000.png</c> and so on, without loss.</summary>
public sealed class PngSequenceWriter : IVideoWriter
{
    private readonly string path;
    private readonly string partial;
    private int width;
    private int height;
    private bool completed;
    private bool disposed;

    /// <summary>Starts a recording.</summary>
    /// <param name="path">The folder that appears when the recording is completed; must not hold files then.</param>
    /// <exception cref="IOException">The folder cannot be created, or it holds files.</exception>
    public PngSequenceWriter(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = Path.GetFullPath(path);
        partial = this.path + ".partial";
        ThrowIfTaken();
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
    }

    /// <inheritdoc/>
    public int FrameCount { get; private set; }

    /// <inheritdoc/>
    public string? Notice => null;

    /// <inheritdoc/>
    public void Append(Frame frame)
    {
        ObjectDisposedException.ThrowIf(disposed || completed, this);
        FrameSize.Check(frame, width, height, FrameCount);
        PngWriter.Save(frame, Path.Combine(partial, $"{FrameCount:D6}.png"));
        (width, height) = (frame.Width, frame.Height);
        FrameCount++;
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

        ThrowIfTaken();
        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        Directory.Move(partial, path);
        completed = true;
        return path;
    }

    /// <summary>Ends the recording; what was not completed is deleted.</summary>
    public void Dispose()
    {
        disposed = true;
        if (!completed && Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }
    }

    private void ThrowIfTaken()
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new IOException($"{path} exists already and is not an empty folder; choose another name.");
        }
    }
}
