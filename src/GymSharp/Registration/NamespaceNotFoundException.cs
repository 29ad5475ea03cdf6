namespace GymSharp.Registration;

/// <summary>No environment is registered in the namespace of an id.</summary>
public sealed class NamespaceNotFoundException : UnknownEnvException
{
    /// <summary>Makes the exception with a message.</summary>
    public NamespaceNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public NamespaceNotFoundException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public NamespaceNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
