namespace GymSharp.Mujoco.Native;

/// <summary>
/// Calls a function of the library on a thread of its own, which sleeps for ever if the library meets an error.
/// </summary>
/// <remarks>For systems without <see cref="JumpCode"/>, and only for calls that are rare: compiling, allocating.</remarks>
internal sealed unsafe class AbandonedThread
{
    [ThreadStatic]
    private static AbandonedThread? current;

    private readonly TaskCompletionSource<nint> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Calls a function.</summary>
    /// <returns>What it returned.</returns>
    /// <exception cref="MujocoException">The library met an error; the message is its own.</exception>
    public static nint Call(nint function, nint first, nint second, nint third, nint fourth)
    {
        AbandonedThread call = new();
        Thread thread = new(() => call.Run(function, first, second, third, fourth)) { IsBackground = true };
        thread.Start();
        return call.outcome.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the call that this thread was made for; returns only where there is none.</summary>
    public static void Abandon(string failure)
    {
        if (current is { } call)
        {
            call.outcome.SetException(new MujocoException(failure));
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private void Run(nint function, nint first, nint second, nint third, nint fourth)
    {
        current = this;
        outcome.SetResult(((delegate* unmanaged<nint, nint, nint, nint, nint>)function)(first, second, third, fourth));
    }
}
