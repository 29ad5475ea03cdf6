namespace GymSharp.Registration;

/// <summary>No environment is registered under an id. The message says what is, and what to do.</summary>
public class UnknownEnvException : Exception
{
    /// <summary>Makes the exception with a message.</summary>
    public UnknownEnvException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public UnknownEnvException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public UnknownEnvException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
