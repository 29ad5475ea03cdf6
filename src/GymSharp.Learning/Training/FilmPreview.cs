using GymSharp.Recording;
using GymSharp.Rendering;

namespace GymSharp.Learning.Training;

/// <summary>Passes frames on to a video and keeps a small selection of them, of even distances in time.</summary>
internal sealed class FilmPreview(IVideoWriter video) : IVideoWriter
{
    private const int MostFrames = 64;
    private const int MostPixels = 320;
    private readonly List<Frame> frames = [];
    private int stride = 1;
    private int seen;

    /// <summary>The frames kept, reduced in size.</summary>
    public IReadOnlyList<Frame> Frames => frames;

    /// <summary>How many frames of the video one kept frame stands for.</summary>
    public int Stride => stride;

    public int FrameCount => video.FrameCount;

    public string? Notice => video.Notice;

    public void Append(Frame frame)
    {
        video.Append(frame);
        if (seen++ % stride != 0)
        {
            return;
        }

        frames.Add(Reduced(frame));
        if (frames.Count > MostFrames)
        {
            stride *= 2;
            for (int i = 1; i < frames.Count; i++)
            {
                frames.RemoveAt(i);
            }
        }
    }

    public string Complete() => video.Complete();

    public void Dispose() => video.Dispose();

    // A copy that takes every n-th pixel: the colours stay few, which suits a GIF.
    private static Frame Reduced(Frame frame)
    {
        int factor = (Math.Max(frame.Width, frame.Height) + MostPixels - 1) / MostPixels;
        int width = frame.Width / factor;
        int height = frame.Height / factor;
        byte[] pixels = new byte[width * height * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                frame.Pixels.AsSpan(((y * factor * frame.Width) + (x * factor)) * 3, 3)
                    .CopyTo(pixels.AsSpan(((y * width) + x) * 3));
            }
        }

        return new Frame(width, height, pixels);
    }
}
