namespace GymSharp.Registration;

/// <summary>
/// An environment is registered but something it needs (a ROM, a library) is missing on this machine.
/// </summary>
public sealed class EnvUnavailableException : InvalidOperationException
{
    /// <summary>Makes the exception with a message.</summary>
    public EnvUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public EnvUnavailableException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public EnvUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
