namespace GymSharp.Neural.Threading;

/// <summary>Work that is cut into numbered parts which do not touch each other's results.</summary>
internal interface IComputeJob
{
    /// <summary>Does some neighbouring parts.</summary>
    /// <param name="first">First part.</param>
    /// <param name="end">One after the last part.</param>
    void Run(int first, int end);
}
