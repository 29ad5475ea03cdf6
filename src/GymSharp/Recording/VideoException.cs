namespace GymSharp.Recording;

/// <summary>A video could not be written. The message names the file, the cause and the remedy.</summary>
public sealed class VideoException : IOException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public VideoException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong, and how to mend it.</param>
    public VideoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    /// <param name="message">What went wrong, and how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public VideoException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
