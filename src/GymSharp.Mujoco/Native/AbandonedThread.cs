namespace GymSharp.Mujoco.Native;

/// <summary>
/// Calls a function of the library on a thread of its own, which waits for ever if the library meets an error.
/// </summary>
/// <remarks>For systems without <see cref="JumpCode"/>, and for calls that are rare: compiling, allocating.</remarks>
internal sealed unsafe class AbandonedThread
{
    [ThreadStatic]
    private static AbandonedThread? current;

    private readonly object signal = new();
    private bool isDone;
    private nint result;
    private string? failure;

    /// <summary>Calls a function.</summary>
    /// <returns>What it returned.</returns>
    /// <exception cref="MujocoException">The library met an error; the message is its own.</exception>
    public static nint Call(nint function, nint first, nint second, nint third, nint fourth)
    {
        AbandonedThread call = new();
        new Thread(() => call.Run(function, first, second, third, fourth)) { IsBackground = true }.Start();
        lock (call.signal)
        {
            while (!call.isDone)
            {
                Monitor.Wait(call.signal);
            }
        }

        return call.failure is null ? call.result : throw new MujocoException(call.failure);
    }

    /// <summary>Ends the call that this thread was made for; returns only where there is none.</summary>
    public static void Abandon(string failure)
    {
        if (current is not { } call)
        {
            return;
        }

        call.failure = failure;
        call.End();
        lock (call.signal)
        {
            while (true)
            {
                Monitor.Wait(call.signal);
            }
        }
    }

    private void Run(nint function, nint first, nint second, nint third, nint fourth)
    {
        current = this;
        result = ((delegate* unmanaged<nint, nint, nint, nint, nint>)function)(first, second, third, fourth);
        End();
    }

    private void End()
    {
        lock (signal)
        {
            isDone = true;
            Monitor.PulseAll(signal);
        }
    }
}
