namespace GymSharp;

/// <summary>An action lies outside the action space. The environment was not changed.</summary>
public sealed class InvalidActionException : ArgumentException
{
    /// <summary>Makes the exception with a message that names the action and what was expected.</summary>
    public InvalidActionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public InvalidActionException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public InvalidActionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
