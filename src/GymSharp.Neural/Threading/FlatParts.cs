namespace GymSharp.Neural.Threading;

/// <summary>
/// How flat arrays of parameters, gradients and moments are shared out: always to the same member, so that a part stays
/// in the cache of its core from the product that makes its gradient to the step that uses it.
/// </summary>
internal static class FlatParts
{
    /// <summary>Elements of a part.</summary>
    public const int Length = 1 << 10;

    // Below this length a second thread costs more than it brings.
    private const int ParallelFrom = 1 << 13;

    /// <summary>Number of parts.</summary>
    public static int Count(int elements) => (elements + Length - 1) / Length;

    /// <summary>Does a job on all parts.</summary>
    public static void Run(ComputeTeam team, IComputeJob job, int elements) =>
        (elements >= ParallelFrom ? team : ComputeTeam.Alone).Run(job, Count(elements));
}
