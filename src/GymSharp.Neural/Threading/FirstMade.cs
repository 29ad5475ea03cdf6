namespace GymSharp.Neural.Threading;

/// <summary>Where several threads may make the same thing at once: the first that puts it in its place wins.</summary>
internal static class FirstMade
{
    /// <summary>What is in the place in the end; the other is disposed.</summary>
    public static T Of<T>(ref T? place, T made)
        where T : class, IDisposable
    {
        if (Interlocked.CompareExchange(ref place, made, null) is { } first)
        {
            made.Dispose();
            return first;
        }

        return made;
    }
}
