using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Calls functions of the library so that its fatal errors become exceptions.</summary>
internal static unsafe class ErrorGuard
{
    private static readonly nint CallCode;
    private static readonly nint ErrorCode;

    [ThreadStatic]
    private static JumpFrame* current;

    [ThreadStatic]
    private static string? failure;

    static ErrorGuard()
    {
        if (JumpCode.IsSupported)
        {
            (CallCode, ErrorCode) = JumpCode.Place(&OnError);
        }
    }

    /// <summary>Whether an error in the middle of a call can be left behind on the thread where it happens.</summary>
    public static bool CanJump => CallCode != 0;

    /// <summary>What the library is to call when it meets an error.</summary>
    public static nint Handler => CanJump ? ErrorCode : (nint)(delegate* unmanaged[Cdecl]<byte*, JumpFrame*>)&OnError;

    /// <summary>Calls a function with up to four integer or pointer arguments.</summary>
    /// <returns>What it returned.</returns>
    /// <exception cref="MujocoException">The library met an error; the message is its own.</exception>
    public static nint Call(nint function, nint first = 0, nint second = 0, nint third = 0, nint fourth = 0) => CanJump
        ? Jump(function, 1, first, second, third, fourth)
        : AbandonedThread.Call(function, first, second, third, fourth);

    /// <summary>Calls a function several times with the same two arguments.</summary>
    /// <remarks>Without <see cref="JumpCode"/> an error ends the process: a thread for each call is dear.</remarks>
    /// <exception cref="MujocoException">The library met an error; the message is its own.</exception>
    public static void Repeat(nint function, int count, nint first, nint second)
    {
        if (CanJump)
        {
            Jump(function, count, first, second, 0, 0);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            ((delegate* unmanaged<nint, nint, void>)function)(first, second);
        }
    }

    // No managed frame may stand between the code's call and its return, so this method does nothing else.
    private static nint Jump(nint function, int count, nint first, nint second, nint third, nint fourth)
    {
        JumpFrame frame = new() { Repeat = count };
        current = &frame;
        int error = ((delegate* unmanaged<JumpFrame*, nint, nint, nint, nint, nint, int>)CallCode)(
            &frame, function, first, second, third, fourth);
        current = null;
        return error == 0 ? frame.Result : throw new MujocoException(failure!);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static JumpFrame* OnError(byte* text)
    {
        string message = Marshal.PtrToStringUTF8((nint)text) ?? "";
        if (MemoryHandlers.TakeRefusal() is { } refusal)
        {
            message += $" ({refusal})";
        }

        failure = $"MuJoCo met an error: {message}";
        if (current is null)
        {
            AbandonedThread.Abandon(failure);
            Environment.FailFast($"{failure} It cannot be caught on this system.");
        }

        return current;
    }
}
