namespace GymSharp;

/// <summary>An environment was stepped or rendered before <c>Reset</c> started an episode.</summary>
public sealed class ResetNeededException : InvalidOperationException
{
    /// <summary>Makes the exception with a message.</summary>
    public ResetNeededException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public ResetNeededException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public ResetNeededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
