using GymSharp.Cli.Output;
using GymSharp.Recording;
using GymSharp.Rendering;

namespace GymSharp.Cli.Commands;

/// <summary>Where <c>record</c> puts its frames: a video, or the last of them as one picture.</summary>
internal sealed class Film : IDisposable
{
    private readonly string path;
    private readonly VideoFormat? format;
    private IVideoWriter? video;

    private Film(string path, VideoFormat? format)
    {
        this.path = path;
        this.format = format;
    }

    /// <summary>Frames so far.</summary>
    public int FrameCount => video?.FrameCount ?? 0;

    /// <summary>Decides by the extension.</summary>
    /// <exception cref="UsageException">The extension is none of <c>.mp4</c>, <c>.gif</c>, <c>.png</c>.</exception>
    public static Film Open(string path) => new(path, Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MP4" => VideoFormat.Mp4,
        ".GIF" => VideoFormat.Gif,
        ".PNG" => null,
        _ => throw new UsageException($"--output {path}: expected a file that ends in .mp4, .gif or .png."),
    });

    public IVideoWriter Start(double framesPerSecond)
    {
        video = format is { } kind
            ? VideoWriter.Create(Path.ChangeExtension(path, null), framesPerSecond, new VideoOptions { Format = kind })
            : new LastFrame(path);
        return video;
    }

    public string Complete()
    {
        string result = video!.Complete();
        if (video.Notice is { } notice)
        {
            Console.Error.WriteLine(notice);
        }

        return Path.GetRelativePath(Environment.CurrentDirectory, result);
    }

    public void Dispose() => video?.Dispose();

    private sealed class LastFrame(string path) : IVideoWriter
    {
        private Frame? last;

        public int FrameCount { get; private set; }

        public string? Notice => null;

        public void Append(Frame frame)
        {
            last = frame;
            FrameCount++;
        }

        public string Complete()
        {
            string full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            PngWriter.Save(last ?? throw new InvalidOperationException("The environment gave no picture."), full);
            return full;
        }

        public void Dispose()
        {
        }
    }
}
