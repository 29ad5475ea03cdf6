namespace GymSharp.Recording;

/// <summary>Starts recordings.</summary>
public static class VideoWriter
{
    /// <summary>Starts a recording in the best format there is.</summary>
    /// <param name="pathWithoutExtension">The file without <c>.mp4</c> or <c>.gif</c>, which is added. The folder is
    /// created if need be.</param>
    /// <param name="framesPerSecond">Frames per second, above 0.</param>
    /// <param name="options">Format and program; null for the defaults.</param>
    /// <returns>
    /// A writer; its <see cref="IVideoWriter.Notice"/> says when GIF takes the place of MP4: at once if <c>ffmpeg</c>
    /// is missing, or later if it fails half-way, in which case the frames so far are kept.
    /// </returns>
    /// <exception cref="VideoException">MP4 was asked for and <c>ffmpeg</c> is missing.</exception>
    /// <exception cref="IOException">The folder or file cannot be created.</exception>
    public static IVideoWriter Create(
        string pathWithoutExtension, double framesPerSecond, VideoOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(pathWithoutExtension);
        options ??= new VideoOptions();
        string path = Path.GetFullPath(pathWithoutExtension);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        if (options.Format == VideoFormat.Png)
        {
            return new PngSequenceWriter(path);
        }

        if (options.Format == VideoFormat.Gif)
        {
            return new GifVideoWriter(path + ".gif", framesPerSecond);
        }

        if (options.Format == VideoFormat.Auto && Ffmpeg.Find(options.FfmpegPath) is null)
        {
            string notice = $"Recording GIF, because {FfmpegVideoWriter.Missing(options.FfmpegPath)}";
            return new GifVideoWriter(path + ".gif", framesPerSecond) { Notice = notice };
        }

        FfmpegVideoWriter mp4 = new(path + ".mp4", framesPerSecond, options.FfmpegPath);
        return new SafeguardedVideoWriter(mp4, path + ".gif", framesPerSecond, options.SpoolMemory);
    }
}
