namespace GymSharp.Learning.Training;

/// <summary>A metric of a run is no longer a finite number, and with it the agent is lost.</summary>
public sealed class DivergedException : InvalidOperationException
{
    /// <summary>Makes the exception with a message.</summary>
    public DivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without a message of its own.</summary>
    public DivergedException()
    {
    }

    /// <summary>Makes the exception with a cause.</summary>
    public DivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The metric that went first.</summary>
    public string Metric { get; init; } = "";

    /// <summary>Path of the checkpoint from before, or null where there is none.</summary>
    public string? Checkpoint { get; init; }
}
