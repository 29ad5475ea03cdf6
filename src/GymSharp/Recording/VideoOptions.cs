namespace GymSharp.Recording;

/// <summary>How <see cref="VideoWriter.Create"/> records.</summary>
public sealed record VideoOptions
{
    /// <summary>The kind of file.</summary>
    public VideoFormat Format { get; init; } = VideoFormat.Auto;

    /// <summary>
    /// The <c>ffmpeg</c> program; null to take the environment variable GYMSHARP_FFMPEG, or else search the PATH.
    /// </summary>
    public string? FfmpegPath { get; init; }

    /// <summary>How many bytes of compressed frames are kept in memory beside an MP4 recording; more go to a temporary
    /// file. They are needed if <c>ffmpeg</c> fails half-way.</summary>
    public long SpoolMemory { get; init; } = 64L << 20;
}
