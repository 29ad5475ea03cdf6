namespace GymSharp.State;

/// <summary>Saved state is damaged, or belongs to another kind of object. Nothing was changed.</summary>
public sealed class StateFormatException : FormatException
{
    /// <summary>Makes the exception with a message.</summary>
    public StateFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public StateFormatException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public StateFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
