using System.Diagnostics;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// Lets the first thread that needs something derived from weights make it, and others who need the same wait; nobody
/// sleeps, since it takes microseconds.
/// </summary>
internal static class Freshness
{
    /// <summary>Whether the caller is to make it; otherwise it is there on return.</summary>
    /// <param name="made">The version that is there, 0 at first; negative while one is being made.</param>
    /// <param name="version">The version that is wanted, above 0.</param>
    public static bool Claim(ref long made, long version)
    {
        Debug.Assert(version > 0, "Versions begin at 1; 0 stands for nothing made yet.");
        SpinWait wait = default;
        while (true)
        {
            long seen = Volatile.Read(ref made);
            if (seen == version)
            {
                return false;
            }

            if (seen >= 0 && Interlocked.CompareExchange(ref made, -version, seen) == seen)
            {
                return true;
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Says that what was claimed is there.</summary>
    public static void Done(ref long made, long version) => Volatile.Write(ref made, version);
}
