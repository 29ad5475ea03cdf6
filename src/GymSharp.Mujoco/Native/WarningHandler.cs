using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Collects the library's warnings by thread, which would go to a file in the current folder.</summary>
internal static unsafe class WarningHandler
{
    [ThreadStatic]
    private static List<string>? pending;

    /// <summary>For <c>mju_user_warning</c>.</summary>
    public static nint Handler => (nint)(delegate* unmanaged[Cdecl]<byte*, void>)&OnWarning;

    /// <summary>Whether this thread has warnings.</summary>
    public static bool HasAny => pending is not null;

    /// <summary>This thread's warnings; asking clears them.</summary>
    public static IReadOnlyList<string> Take()
    {
        List<string>? warnings = pending;
        pending = null;
        return warnings ?? [];
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnWarning(byte* text) => (pending ??= []).Add(Marshal.PtrToStringUTF8((nint)text) ?? "");
}
