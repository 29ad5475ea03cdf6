namespace GymSharp.Registration;

/// <summary>The version of an id is older than what is registered.</summary>
public sealed class DeprecatedEnvException : UnknownEnvException
{
    /// <summary>Makes the exception with a message.</summary>
    public DeprecatedEnvException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public DeprecatedEnvException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public DeprecatedEnvException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
