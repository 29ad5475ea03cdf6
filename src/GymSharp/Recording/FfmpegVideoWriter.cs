using System.Globalization;
using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Records MP4 (H.264, yuv420p) by piping raw frames to the <c>ffmpeg</c> program.</summary>
/// <remarks>
/// Odd sizes grow to even ones by repeating the last column or row, because yuv420p needs them. The program writes to
/// a temporary name; the file gets its own name when it is complete.
/// </remarks>
public sealed class FfmpegVideoWriter : IVideoWriter
{
    private readonly string path;
    private readonly string partial;
    private readonly string executable;
    private readonly double framesPerSecond;
    private FfmpegProcess? process;
    private byte[] padded = [];
    private int width;
    private int height;
    private bool completed;
    private bool disposed;

    /// <summary>Prepares a recording; the program starts with the first frame.</summary>
    /// <param name="path">The file; replaced if it exists when the recording is completed. Its folder must
    /// exist.</param>
    /// <param name="framesPerSecond">Frames per second, above 0.</param>
    /// <param name="executable">The program; null to look for it as <see cref="Ffmpeg.Find"/> does.</param>
    /// <exception cref="VideoException">The program is not there.</exception>
    public FfmpegVideoWriter(string path, double framesPerSecond, string? executable = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!(framesPerSecond > 0 && framesPerSecond < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(framesPerSecond), framesPerSecond, "The frame rate must be above 0 and finite.");
        }

        this.path = Path.GetFullPath(path);
        partial = this.path + ".partial";
        this.framesPerSecond = framesPerSecond;
        this.executable = Ffmpeg.Find(executable) ?? throw new VideoException(
            $"Cannot record {this.path}: {Missing(executable)} Or record GIF instead.");
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
        if (process is null)
        {
            (width, height) = (frame.Width, frame.Height);
            process = FfmpegProcess.Start(executable, Arguments(), path);
        }

        process.Write(Pad(frame));
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
        if (process is null)
        {
            throw new InvalidOperationException($"No frame was appended to {path}; a video needs at least one.");
        }

        process.Finish();
        if (!File.Exists(partial))
        {
            throw process.Failure("it ended without an error but wrote no file");
        }

        File.Move(partial, path, overwrite: true);
        completed = true;
        return path;
    }

    /// <summary>Ends the recording; what was not completed is deleted.</summary>
    public void Dispose()
    {
        disposed = true;
        process?.Dispose();
        if (!completed && process is not null)
        {
            File.Delete(partial);
        }
    }

    internal static string Missing(string? requested)
    {
        string? wanted = requested ?? Environment.GetEnvironmentVariable(Ffmpeg.Variable);
        string what = string.IsNullOrEmpty(wanted) ? "ffmpeg is not on the PATH" : $"there is no ffmpeg at {wanted}";
        return $"MP4 needs ffmpeg and {what}; install ffmpeg, or set {Ffmpeg.Variable} to its path.";
    }

    private string[] Arguments() =>
    [
        "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-s", $"{Even(width)}x{Even(height)}",
        "-r", framesPerSecond.ToString("R", CultureInfo.InvariantCulture),
        "-i", "pipe:0",
        "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p",
        "-movflags", "+faststart", "-f", "mp4", partial,
    ];

    private static int Even(int side) => side + (side & 1);

    private ReadOnlySpan<byte> Pad(Frame frame)
    {
        if (width % 2 == 0 && height % 2 == 0)
        {
            return frame.Pixels;
        }

        int stride = width * 3;
        int paddedStride = Even(width) * 3;
        padded = padded.Length == 0 ? new byte[paddedStride * Even(height)] : padded;
        for (int y = 0; y < Even(height); y++)
        {
            ReadOnlySpan<byte> row = frame.Pixels.AsSpan(Math.Min(y, height - 1) * stride, stride);
            Span<byte> target = padded.AsSpan(y * paddedStride, paddedStride);
            row.CopyTo(target);
            row[^3..].CopyTo(target[^3..]);
        }

        return padded;
    }
}
