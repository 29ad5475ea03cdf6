namespace GymSharp.Registration;

/// <summary>No environment of that name is registered, in any version.</summary>
public sealed class NameNotFoundException : UnknownEnvException
{
    /// <summary>Makes the exception with a message.</summary>
    public NameNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public NameNotFoundException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public NameNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
