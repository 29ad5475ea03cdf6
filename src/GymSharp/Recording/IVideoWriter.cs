using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>Takes frames and makes a file of them. Disposed before <see cref="Complete"/>, it leaves no file.</summary>
public interface IVideoWriter : IDisposable
{
    /// <summary>How many frames were appended.</summary>
    int FrameCount { get; }

    /// <summary>One line for the user when the result is not what could be expected; otherwise null.</summary>
    string? Notice { get; }

    /// <summary>Appends a frame. Its pixels are read before this returns.</summary>
    /// <param name="frame">A frame with pixels; all have the size of the first.</param>
    /// <exception cref="ArgumentException">The frame is a text frame, or its size differs.</exception>
    /// <exception cref="IOException">The frame could not be written.</exception>
    void Append(Frame frame);

    /// <summary>Finishes the video; only now does it appear under its name. Calling it again changes nothing.</summary>
    /// <returns>The full path of the file, or of the folder for numbered pictures.</returns>
    /// <exception cref="InvalidOperationException">No frame was appended.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    string Complete();
}
