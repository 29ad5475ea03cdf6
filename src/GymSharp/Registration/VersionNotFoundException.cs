namespace GymSharp.Registration;

/// <summary>The version of an id is newer than every registered one.</summary>
public sealed class VersionNotFoundException : UnknownEnvException
{
    /// <summary>Makes the exception with a message.</summary>
    public VersionNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public VersionNotFoundException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public VersionNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
