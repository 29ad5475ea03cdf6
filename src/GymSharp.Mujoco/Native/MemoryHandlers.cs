using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>
/// The library's allocator: refuses blocks beyond the memory that is free, since a system that promises more than it
/// has would end the process when the block is first written.
/// </summary>
internal static unsafe class MemoryHandlers
{
    private const int Alignment = 64;
    private const nuint Unquestioned = 64 << 20;
    private const string FreeLine = "MemAvailable:";

    [ThreadStatic]
    private static string? refusal;

    [ThreadStatic]
    private static nuint pretended;

    /// <summary>For <c>mju_user_malloc</c>.</summary>
    public static nint Allocator => (nint)(delegate* unmanaged[Cdecl]<nuint, void*>)&Allocate;

    /// <summary>For <c>mju_user_free</c>.</summary>
    public static nint Releaser => (nint)(delegate* unmanaged[Cdecl]<void*, void>)&Free;

    /// <summary>Bytes that are free for the library.</summary>
    public static nuint FreeBytes
    {
        get
        {
            nuint limit = pretended > 0 ? pretended : (nuint)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            return OperatingSystem.IsLinux() && SystemFree() is { } free ? nuint.Min(limit, free) : limit;
        }
    }

    /// <summary>Lets a test of this thread have less memory than the machine has; zero ends it.</summary>
    public static void Pretend(nuint bytes) => pretended = bytes;

    /// <summary>An amount of memory as text.</summary>
    public static string Megabytes(double bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576:N0} MB");

    /// <summary>Why this thread's last block was refused, or null; asking clears it.</summary>
    public static string? TakeRefusal()
    {
        string? text = refusal;
        refusal = null;
        return text;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Allocate(nuint size)
    {
        try
        {
            if (size > Unquestioned && size > FreeBytes)
            {
                refusal = $"it asked for {Megabytes(size)} where {Megabytes(FreeBytes)} are free; "
                    + "lower njmax, nconmax, nstack or memory in the model's <size>";
                return null;
            }

            return NativeMemory.AlignedAlloc(size, Alignment);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(void* block) => NativeMemory.AlignedFree(block);

    private static nuint? SystemFree()
    {
        try
        {
            string? line = File.ReadLines("/proc/meminfo")
                .FirstOrDefault(static line => line.StartsWith(FreeLine, StringComparison.Ordinal));
            string? kilobytes = line?[FreeLine.Length..].Replace("kB", "", StringComparison.Ordinal);
            return kilobytes is null ? null : nuint.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
