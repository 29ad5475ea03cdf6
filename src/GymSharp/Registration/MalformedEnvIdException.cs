namespace GymSharp.Registration;

/// <summary>An environment id is not of the form <c>[namespace/]Name[-vN]</c>.</summary>
public sealed class MalformedEnvIdException : FormatException
{
    /// <summary>Makes the exception with a message.</summary>
    public MalformedEnvIdException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public MalformedEnvIdException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public MalformedEnvIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
