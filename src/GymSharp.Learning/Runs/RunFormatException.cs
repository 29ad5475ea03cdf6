namespace GymSharp.Learning.Runs;

/// <summary>A run directory is damaged, incomplete, or something else.</summary>
public sealed class RunFormatException : FormatException
{
    /// <summary>Makes the exception with a message.</summary>
    public RunFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public RunFormatException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public RunFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
