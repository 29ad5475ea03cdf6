using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Checks that frames can follow each other in one video.</summary>
internal static class FrameSize
{
    /// <summary>Throws unless the frame has pixels and the size of the frames before it.</summary>
    public static void Check(Frame frame, int width, int height, int framesBefore)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Text is not null)
        {
            throw new ArgumentException(
                "A text frame cannot become part of a video; render in rgb_array mode.", nameof(frame));
        }

        if (framesBefore > 0 && (frame.Width != width || frame.Height != height))
        {
            throw new ArgumentException(
                $"Frame {framesBefore} is {frame.Width} x {frame.Height}, the ones before it {width} x {height}; "
                + "all frames of a video must have the same size.",
                nameof(frame));
        }
    }
}
