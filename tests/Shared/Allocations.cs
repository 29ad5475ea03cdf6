namespace GymSharp;

/// <summary>Counts what a piece of work takes from the managed heap.</summary>
internal static class Allocations
{
    /// <summary>Bytes that the calling thread allocates in one go at <paramref name="work"/>.</summary>
    /// <remarks>
    /// A collection that another test sets off adds what was left of the thread's buffer, so the least of several windows
    /// counts: what the work itself allocates is in all of them.
    /// </remarks>
    /// <param name="work">Work that can be done again and again.</param>
    /// <param name="windows">Windows at most; the first without an allocation is the last.</param>
    public static long Of(Action work, int windows = 5)
    {
        long least = long.MaxValue;
        for (int window = 0; window < windows && least > 0; window++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
