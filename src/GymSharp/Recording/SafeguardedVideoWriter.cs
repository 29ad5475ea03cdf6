using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Records MP4 and keeps every frame besides, so that a GIF can take over when <c>ffmpeg</c> fails.</summary>
internal sealed class SafeguardedVideoWriter : IVideoWriter
{
    private readonly string gifPath;
    private readonly double framesPerSecond;
    private readonly long memoryLimit;
    private FrameSpool? spool;
    private IVideoWriter writer;

    public SafeguardedVideoWriter(FfmpegVideoWriter writer, string gifPath, double framesPerSecond, long memoryLimit)
    {
        this.writer = writer;
        this.gifPath = gifPath;
        this.framesPerSecond = framesPerSecond;
        this.memoryLimit = memoryLimit;
    }

    public int FrameCount { get; private set; }

    public string? Notice { get; private set; }

    public void Append(Frame frame)
    {
        FrameSize.Check(frame, spool?.Width ?? 0, spool?.Height ?? 0, FrameCount);
        if (Notice is null)
        {
            spool ??= new FrameSpool(frame.Width, frame.Height, memoryLimit);
            spool.Add(frame);
        }

        try
        {
            writer.Append(frame);
        }
        catch (VideoException error) when (Notice is null)
        {
            TakeOver(error);
        }

        FrameCount++;
    }

    public string Complete()
    {
        try
        {
            return writer.Complete();
        }
        catch (VideoException error) when (Notice is null)
        {
            TakeOver(error);
            return writer.Complete();
        }
        finally
        {
            spool?.Dispose();
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        spool?.Dispose();
    }

    private void TakeOver(VideoException error)
    {
        writer.Dispose();
        writer = new GifVideoWriter(gifPath, framesPerSecond);
        foreach (Frame kept in spool!.Read())
        {
            writer.Append(kept);
        }

        Notice = $"Recording {gifPath} instead of MP4, no frame lost: {error.Message.ReplaceLineEndings(" ")}";
    }
}
