using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>A place where a person sees frames: a terminal, a window, a page.</summary>
public interface IFrameDisplay : IDisposable
{
    /// <summary>Shows a frame and, where the display keeps time, waits until the next one is due.</summary>
    /// <param name="frame">A picture or text; read before this returns.</param>
    /// <param name="framesPerSecond">Pace at which the environment looks right.</param>
    void Show(Frame frame, int framesPerSecond);
}
