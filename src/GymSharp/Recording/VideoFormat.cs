namespace GymSharp.Recording;

/// <summary>What kind of file a video becomes.</summary>
public enum VideoFormat
{
    /// <summary>MP4 if <c>ffmpeg</c> is found, otherwise an animated GIF.</summary>
    Auto,

    /// <summary>MP4 (H.264), which needs <c>ffmpeg</c>.</summary>
    Mp4,

    /// <summary>An animated GIF.</summary>
    Gif,

    /// <summary>A folder of numbered PNG files, one per frame.</summary>
    Png,
}
