namespace GymSharp.Vector;

/// <summary>An environment of a batch failed. The batch can be reset as a whole, or disposed.</summary>
public sealed class VectorEnvException : Exception
{
    /// <summary>Says which environment failed.</summary>
    /// <param name="index">Its index in the batch; the lowest, where several failed.</param>
    /// <param name="numEnvs">Number of environments of the batch.</param>
    /// <param name="what">What it was doing: <c>Reset</c> or <c>Step</c>.</param>
    /// <param name="cause">What it threw.</param>
    public VectorEnvException(int index, int numEnvs, string what, Exception cause)
        : base($"Environment {index} of {numEnvs} failed in {what}: {cause?.Message}", cause)
    {
        Index = index;
    }

    /// <summary>Index of the environment that failed.</summary>
    public int Index { get; }
}
